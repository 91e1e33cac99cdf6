/** Which column a reference means, and where windows and aggregates may stand. */

import type { ExpressionNode } from '../../nodes.ts'
import { ancestorsOf, frameNames } from '../frame-names.ts'
import type { Step } from '../program.ts'
import { type Deviation, type DeviationCase, ourError, some, sparkRefuses, stepsOf } from './rule.ts'

/** Aggregates, by their Spark names. */
const AGGREGATES =
  /^(sum|count|avg|mean|min|max|count_if|count_distinct|sum_distinct|bool_and|bool_or|every|some|any_value|stddev\w*|var\w*|max_by|min_by|collect_\w+|median|mode|percentile\w*|corr|covar_\w+|skewness|kurtosis)$/
const isAggregate = (node: ExpressionNode): boolean => 'fn' in node && AGGREGATES.test(node.fn)
const isWindow = (node: ExpressionNode): boolean => 'over' in node

/** References by identity that the program makes, with the step that makes them. */
function references(one: DeviationCase): readonly { readonly of: string; readonly col: string; readonly step: Step }[] {
  return one.program.steps.flatMap((step) => {
    const found: { of: string; col: string; step: Step }[] = []
    some(step, (node) => {
      if ('col' in node && node.of !== undefined) found.push({ of: node.of, col: node.col, step })
      return false
    })
    return found
  })
}

/** A step between a frame and its use, below the use. */
function between(one: DeviationCase, of: string, step: Step, test: (step: Step) => boolean): boolean {
  const below = new Set([...ancestorsOf(one.program, step.in), ...ancestorsOf(one.program, step.right ?? step.in)])
  return one.program.steps.some(
    (other) => other.as !== of && below.has(other.as) && test(other) && ancestorsOf(one.program, other.as).has(of),
  )
}

/** A step that gives a column another name. */
const renames = (step: Step): boolean =>
  step.op === 'rename' || step.op === 'toDF' || (step.op === 'select' && some(step.cols, (node) => 'alias' in node))

const SETS = ['union', 'unionByName', 'intersect', 'intersectAll', 'except', 'exceptAll']

export const referenceDeviations: readonly Deviation[] = [
  {
    name: 'a dropped or replaced column is gone',
    reason: '§3: "† A dropped or replaced column is gone (Spark lets filter and sort still see it)"',
    applies: (one) => {
      const message = ourError(one, 'ForeignColumn', 'UnknownColumn')?.message ?? ''
      const [, verb, quoted = '""'] = /^(filter|sort): (?:the|no) column ("(?:[^"\\]|\\.)*")/.exec(message) ?? []
      if (verb === undefined) return false
      const name = JSON.parse(quoted) as string
      const frames = frameNames(one.program, one.tables)
      return stepsOf(one, 'drop', 'select', 'withColumn', 'withColumns').some((step) => {
        const replaced = step.op.startsWith('with') && (step.cols as Step['aggs']).some(([made]) => made === name)
        return frames.get(step.in)?.includes(name) && (replaced || !frames.get(step.as)?.includes(name))
      })
    },
  },
  {
    name: "a set operation's columns are new",
    reason: '§3: "a union\'s outputs are new"',
    applies: (one) =>
      ourError(one, 'ForeignColumn') !== undefined &&
      references(one).some(({ of, step }) => between(one, of, step, ({ op }) => SETS.includes(op))),
  },
  {
    name: 'references through rename and select',
    reason: '§3: "† Millrace answers where Spark refuses: … references through rename and select"',
    applies: (one) =>
      sparkRefuses(one)?.spark.error === 'MISSING_ATTRIBUTES.RESOLVED_ATTRIBUTE_MISSING_FROM_INPUT' &&
      references(one).some(({ of, step }) => between(one, of, step, renames)),
  },
  {
    name: 'self-joins of one frame',
    reason: '§3: "† Millrace answers where Spark refuses: … self-joins of one frame"',
    applies: (one) =>
      sparkRefuses(one)?.spark.error === '_LEGACY_ERROR_TEMP_1182' &&
      stepsOf(one, 'join').some((step) => {
        const left = ancestorsOf(one.program, step.in)
        return [...ancestorsOf(one.program, step.right)].some((name) => left.has(name))
      }),
  },
  {
    name: 'a colliding right-hand name gets _right',
    reason: '§3: "† a right-hand name that collides gets `_right`", so the bare name is the left one',
    applies: (one) => {
      if (sparkRefuses(one)?.spark.error !== 'AMBIGUOUS_REFERENCE') return false
      const frames = frameNames(one.program, one.tables)
      return stepsOf(one, 'join', 'crossJoin').some(
        (step) =>
          !Array.isArray(step.on) && frames.get(step.in)?.some((name) => frames.get(step.right)?.includes(name)),
      )
    },
  },
  {
    name: 'windows and aggregates in filter and orderBy',
    reason:
      '§3: "† Millrace answers where Spark refuses: a window function or aggregate inside `filter` or `orderBy` (a block of its own), an aggregate over an aggregate"',
    applies: (one) => {
      const error = sparkRefuses(one)?.spark.error ?? ''
      if (!/^(INVALID_WHERE_CONDITION|UNSUPPORTED_EXPR_FOR_OPERATOR|_LEGACY_ERROR_TEMP_1034)$/.test(error)) return false
      return stepsOf(one, 'filter', 'sort').some((step) =>
        some([step.where, step.by], (x) => isWindow(x) || isAggregate(x)),
      )
    },
  },
  {
    name: 'an aggregate over an aggregate',
    reason: '§3: "† Millrace answers where Spark refuses: … an aggregate over an aggregate"',
    applies: (one) => {
      const error = sparkRefuses(one)?.spark.error ?? ''
      if (!/^(NESTED_AGGREGATE_FUNCTION|_LEGACY_ERROR_TEMP_1031)$/.test(error)) return false
      const nested = (node: ExpressionNode) =>
        isAggregate(node) && 'args' in node && some(node.args, (inner) => isAggregate(inner) || isWindow(inner))
      return one.program.steps.some(({ aggs }) => some(aggs, nested))
    },
  },
]
