/** From the plan that a user built to a resolved plan: identities, types, nullability, and every error before any SQL. */
import { ForeignColumn, listNames, shorten, TypeMismatch, UnknownColumn } from '../errors/index.ts'
import { type Expression, nameReference } from '../plan/expression.ts'
import { describeRelation, inputsOf, type Relation, walkRelations } from '../plan/relation.ts'
import { analyseAggregate } from './aggregates.ts'
import { type Analysis, computed, keep, makeFrame, onceEach, project } from './analysis.ts'
import type { Catalogue } from './catalogue.ts'
import { analyseDropDuplicates } from './duplicates.ts'
import { resolveCondition, resolveExpression, resolveSortTerm } from './expressions.ts'
import { type AnalysedFrame, frameScope, type Scope } from './frame-scope.ts'
import { withGenerated } from './generators.ts'
import { analyseJoin } from './joins.ts'
import { analyseKept } from './kept.ts'
import { analyseDropna, analyseFillna, analyseReplace } from './null-handling.ts'
import { outputNameOf } from './output-name.ts'
import { analysePivot, analyseUnpivot } from './pivots.ts'
import { checkAggregated, refuseAggregate, refuseBareWindow } from './placement.ts'
import { type ColumnStep, columnExpr, hasAggregate, type Plan } from './resolved.ts'
import { analyseSample } from './samples.ts'
import { analyseSetOperation, analyseUnion } from './set-operations.ts'
import { analyseSource, analyseTexts, sourceColumns } from './sources.ts'
import { analyseSummary } from './summaries.ts'
import { extractWindows, projectWindows } from './windows.ts'

export interface AnalyseOptions {
  readonly catalogue: Catalogue
  /** The instant that currentTimestamp() gives. */
  readonly now: Date
}

/**
 * Resolves a plan.
 *
 * @throws UnknownTable, UnknownColumn, AmbiguousColumn, ForeignColumn, DuplicateColumn, TypeMismatch,
 * MisplacedAggregate for mistakes of the program; SchemaNotLoaded where the catalogue was not asked for a table.
 */
export function analyse(root: Relation, options: AnalyseOptions): Plan {
  const known = new Map<Relation, AnalysedFrame>()
  let lastId = 0
  const analysis: Analysis = {
    catalogue: options.catalogue,
    now: options.now,
    newId: () => {
      lastId += 1
      return lastId
    },
    frame: (relation) => {
      // Inputs first, iteratively: a chain may be thousands of verbs long.
      // Asked again for each of a frame's columns, so a known one must cost nothing.
      const found = known.get(relation)
      if (found) return found
      const isKept = (node: Relation) => options.catalogue.kept(node) !== undefined
      for (const node of walkRelations(relation, isKept)) if (!known.has(node)) known.set(node, frameOf(node, analysis))
      return known.get(relation) as AnalysedFrame
    },
  }
  return analysis.frame(root).plan
}

function frameOf(relation: Relation, analysis: Analysis): AnalysedFrame {
  const kept = analysis.catalogue.kept(relation)
  if (!kept) return analyseNode(relation, analysis)
  const computed = () => {
    for (const input of inputsOf(relation)) analysis.frame(input)
    return analyseNode(relation, analysis)
  }
  return analyseKept(relation, kept, computed, () => sourceColumns(relation, kept.fields, analysis))
}

function analyseNode(relation: Relation, analysis: Analysis): AnalysedFrame {
  switch (relation.kind) {
    case 'table':
    case 'values':
    case 'file':
    case 'range':
    case 'statement':
      return analyseSource(relation, analysis)
    case 'selectExpr':
      return analyseTexts(relation, analysis)
    case 'join':
      return analyseJoin(relation, analysis)
    case 'union':
      return analyseUnion(relation, analysis)
    case 'setOperation':
      return analyseSetOperation(relation, analysis)
    case 'aggregate':
      return analyseAggregate(relation, analysis)
    case 'pivot':
      return analysePivot(relation, analysis)
    case 'unpivot':
      return analyseUnpivot(relation, analysis)
    case 'dropDuplicates':
      return analyseDropDuplicates(relation, analysis)
    case 'fillna':
      return analyseFillna(relation, analysis)
    case 'dropna':
      return analyseDropna(relation, analysis)
    case 'replace':
      return analyseReplace(relation, analysis)
    case 'sample':
      return analyseSample(relation, analysis)
    case 'summary':
      return analyseSummary(relation, analysis)
    default:
      return analyseAfterJoin(relation, analysis.frame(relation.input), analysis)
  }
}

/** A verb right after a join by names may refer to the keys of either side: they are kept for it, and for it alone. */
function analyseAfterJoin(relation: OneInput, input: AnalysedFrame, analysis: Analysis): AnalysedFrame {
  if (!input.wide) return analyseVerb(relation, input, analysis)
  try {
    return analyseVerb(relation, input, analysis)
  } catch (error) {
    if (!(error instanceof ForeignColumn)) throw error
    const wide = input.wide()
    const frame = analyseVerb(relation, wide, analysis)
    if (relation.kind === 'select') return frame
    const hidden = new Set(wide.outputs.map(({ id }) => id).filter((id) => !input.byId.has(id)))
    const kept = frame.outputs.filter(({ id }) => !hidden.has(id))
    return makeFrame(relation, project(frame.plan, kept.map(keep)), frame.joined)
  }
}

type Verb = Extract<Relation, { input: Relation }>
/** Verbs whose analysis has a file of its own. */
type OwnAnalysis =
  | 'selectExpr'
  | 'aggregate'
  | 'pivot'
  | 'unpivot'
  | 'dropDuplicates'
  | 'fillna'
  | 'dropna'
  | 'replace'
  | 'summary'
  | 'sample'
type OneInput = Exclude<Verb, { kind: OwnAnalysis }>

function analyseVerb(relation: OneInput, input: AnalysedFrame, analysis: Analysis): AnalysedFrame {
  const scope = frameScope(input, relation.kind)
  const frame = (plan: Plan): AnalysedFrame => {
    if (plan.outputs !== input.outputs) return makeFrame(relation, plan, input.joined)
    const { outputs, byName, byId, joined } = input
    return { relation, plan, outputs, byName, byId, joined }
  }
  switch (relation.kind) {
    case 'select': {
      // A name that the frame has not may be that of a column before it in the same list.
      const earlier = new Map<string, ColumnStep>()
      const generated = withGenerated(input.plan, relation.columns, scope, analysis)
      const read = new Set<ColumnStep>()
      const lateral: Scope = {
        ...scope,
        byName: (name) => {
          const sibling = input.byName.has(name) ? undefined : earlier.get(name)
          if (!sibling) return scope.byName(name)
          read.add(sibling)
          return sibling.attribute
        },
      }
      const columns = generated.columns.map((column): ColumnStep => {
        const part = generated.partOf(column)
        const expr = part ?? resolveExpression(column, lateral, analysis)
        const made = step(outputNameOf(column), expr, analysis)
        earlier.set(made.attribute.name, made)
        return made
      })
      if (read.size === 0) return frame(projected(generated.plan, onceEach(columns, analysis), analysis))
      const below = [...read].reduce<Plan>(
        (plan, made) => project(plan, [...plan.outputs.map(keep), made]),
        generated.plan,
      )
      const rest = columns.map((column) => (read.has(column) ? keep(column.attribute) : column))
      return frame(projected(below, onceEach(rest, analysis), analysis))
    }
    case 'withColumns': {
      const expressions = relation.columns.map((column) => column.expression)
      const generated = withGenerated(input.plan, expressions, scope, analysis)
      const changed = new Map(
        relation.columns.map(({ name, expression }) => {
          const part = generated.partOf(expression)
          const expr = part ?? resolveExpression(expression, scope, analysis)
          refuseAggregate(expr, `withColumn(${JSON.stringify(shorten(name))})`)
          return [name, computed(name, expr, analysis)]
        }),
      )
      const kept = input.outputs.map((attribute) => changed.get(attribute.name) ?? keep(attribute))
      const added = [...changed.values()].filter((column) => !input.byName.has(column.attribute.name))
      return frame(projectWindows(generated.plan, [...kept, ...added], analysis))
    }
    case 'rename': {
      for (const name of relation.names.keys()) scope.byName(name)
      const columns = input.outputs.map((attribute): ColumnStep => {
        const name = relation.names.get(attribute.name) ?? attribute.name
        return { attribute: { ...attribute, name }, expr: columnExpr(attribute) }
      })
      return frame(project(input.plan, columns))
    }
    case 'toDF': {
      if (relation.names.length !== input.outputs.length) {
        throw new TypeMismatch(`toDF: ${relation.names.length} names for ${input.outputs.length} columns`, {
          hint: `There are ${listNames(input.byName.keys())}.`,
        })
      }
      const columns = input.outputs.map(
        (attribute, index): ColumnStep => ({
          attribute: { ...attribute, name: relation.names[index] as string },
          expr: columnExpr(attribute),
        }),
      )
      return frame(project(input.plan, columns))
    }
    case 'drop': {
      const dropped = new Set(
        relation.columns.map((column) => {
          const expr = resolveExpression(column, scope, analysis)
          if (expr.kind !== 'column') throw new UnknownColumn('drop takes columns of the frame, not computed ones')
          return expr.name
        }),
      )
      const kept = input.outputs.filter((attribute) => !dropped.has(attribute.name))
      if (kept.length === 0)
        throw new UnknownColumn(`drop would leave no column of ${describeRelation(input.relation)}`)
      return frame(project(input.plan, kept.map(keep)))
    }
    case 'alias': {
      const columns = input.outputs.map((attribute) => computed(attribute.name, columnExpr(attribute), analysis))
      return makeFrame(relation, project(input.plan, columns), undefined)
    }
    case 'filter': {
      const condition = resolveCondition(relation.condition, scope, analysis)
      return frame(
        extractWindows(input.plan, [condition], analysis, (plan, [lifted]) => ({
          kind: 'filter',
          input: plan,
          condition: lifted as typeof condition,
          outputs: plan.outputs,
        })),
      )
    }
    case 'distinct':
      return frame({ kind: 'distinct', input: input.plan, outputs: input.outputs })
    case 'sort': {
      const terms = relation.keys.map((key) => resolveSortTerm(columnByNumber(key, input), scope, analysis))
      return frame(
        extractWindows(
          input.plan,
          terms.map((term) => term.expr),
          analysis,
          (plan, lifted) => ({
            kind: 'sort',
            input: plan,
            terms: terms.map((term, index) => ({ ...term, expr: lifted[index] ?? term.expr })),
            outputs: plan.outputs,
          }),
        ),
      )
    }
    case 'limit':
      return frame({
        kind: 'limit',
        input: input.plan,
        count: relation.count,
        offset: undefined,
        outputs: input.outputs,
      })
    case 'offset':
      return frame({
        kind: 'limit',
        input: input.plan,
        count: undefined,
        offset: relation.count,
        outputs: input.outputs,
      })
    case 'tail':
      return frame({ kind: 'tail', input: input.plan, count: relation.count, outputs: input.outputs })
    default:
      return relation satisfies never
  }
}

/** A whole number as a sort key is the number of a column, from 1, as in SQL. */
function columnByNumber(key: Expression, input: AnalysedFrame): Expression {
  const operand = key.kind === 'sort' ? key.operand : key
  if (operand.kind !== 'literal' || typeof operand.value !== 'number') return key
  const column = input.outputs[operand.value - 1]
  if (!column) {
    throw new UnknownColumn(`orderBy: there is no column number ${operand.value}`, {
      hint: `There are ${listNames(input.byName.keys())}.`,
    })
  }
  const named = nameReference(column.name)
  return key.kind === 'sort' ? { ...key, operand: named } : named
}

/** A projection; of nothing but aggregates, it is one row about all rows. */
function projected(input: Plan, columns: readonly ColumnStep[], analysis: Analysis): Plan {
  for (const { expr } of columns) refuseBareWindow(expr, 'select')
  if (!columns.some(({ expr }) => hasAggregate(expr))) return projectWindows(input, columns, analysis)
  for (const { expr, attribute } of columns) checkAggregated(expr, new Set(), attribute.name, 'select')
  const outputs = columns.map((column) => column.attribute)
  return { kind: 'aggregate', input, keys: [], aggregates: columns, sets: undefined, outputs }
}

/** A column passed on under the same identity, or a computed one with a new identity. */
function step(name: string, expr: ColumnStep['expr'], analysis: Analysis): ColumnStep {
  if (expr.kind !== 'column') return computed(name, expr, analysis)
  return { attribute: { id: expr.id, name, type: expr.type, nullable: expr.nullable }, expr }
}
