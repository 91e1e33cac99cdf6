import { MisplacedAggregate } from '../errors/index.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import type { Relation } from '../plan/relation.ts'
import { type SqlType, types } from '../plan/type.ts'
import { type Analysis, computed, keep, makeFrame, project } from './analysis.ts'
import { resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { outputNameOf } from './output-name.ts'
import { checkAggregated } from './placement.ts'
import { type ColumnStep, columnExpr, type Expr, hasAggregate, hasWindow, type Plan } from './resolved.ts'

/** `groupBy(…).agg(…)`: keys keep their identity where they are plain columns; aggregates are new columns. */
export function analyseAggregate(
  relation: Extract<Relation, { kind: 'aggregate' }>,
  analysis: Analysis,
): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const keyScope = frameScope(input, 'groupBy')
  const keys = relation.keys.map((key): ColumnStep => {
    const name = outputNameOf(key)
    const expr = resolveExpression(key, keyScope, analysis)
    if (hasAggregate(expr) || hasWindow(expr)) {
      throw new MisplacedAggregate(`groupBy: the key ${JSON.stringify(name)} is an aggregate or window function`, {
        hint: 'compute it with withColumn first',
      })
    }
    if (expr.kind !== 'column') return computed(name, expr, analysis)
    return { attribute: { id: expr.id, name, type: expr.type, nullable: expr.nullable }, expr }
  })
  const grouped = new Set(keys.flatMap((key) => (key.expr.kind === 'column' ? [key.expr.id] : [])))
  const scope = frameScope(input, 'agg')
  const aggregates = relation.aggregates.map(({ name, expression }) => {
    const expr = resolveExpression(expression, scope, analysis)
    if (hasWindow(expr)) {
      throw new MisplacedAggregate(`agg: ${JSON.stringify(name)} holds a window function`, {
        hint: 'compute it with withColumn before or after',
      })
    }
    checkAggregated(expr, grouped, name, 'agg')
    return computed(name, expr, analysis)
  })
  const { sets } = relation
  const shown = keys.map(({ attribute, expr }, index): ColumnStep => {
    const always = sets === undefined || sets.every((set) => set.includes(index))
    return { attribute: { ...attribute, nullable: attribute.nullable || !always }, expr }
  })
  return makeFrame(relation, aggregatePlan(input.plan, shown, aggregates, sets, analysis), input.renewals)
}

/** The empty grouping set would give a row for no rows at all: it must not. */
function aggregatePlan(
  input: Plan,
  keys: readonly ColumnStep[],
  aggregates: readonly ColumnStep[],
  sets: readonly (readonly number[])[] | undefined,
  analysis: Analysis,
): Plan {
  const columns = [...keys, ...aggregates]
  const outputs = columns.map((column) => column.attribute)
  if (!sets?.some((set) => set.length === 0)) return { kind: 'aggregate', input, keys, aggregates, sets, outputs }
  const one: Expr = { kind: 'literal', value: 1, type: types.int, nullable: false }
  const zero: Expr = { kind: 'literal', value: 0, type: types.long, nullable: false }
  const rows = computed('_rows', callOf('count', [one], types.long), analysis)
  const below: Plan = {
    kind: 'aggregate',
    input,
    keys,
    aggregates: [...aggregates, rows],
    sets,
    outputs: [...outputs, rows.attribute],
  }
  const condition = callOf('gt', [columnExpr(rows.attribute), zero], types.boolean)
  return project({ kind: 'filter', input: below, condition, outputs: below.outputs }, outputs.map(keep))
}

function callOf(name: string, args: readonly Expr[], type: SqlType): Expr {
  return { kind: 'call', fn: functionEntry(name) as FunctionEntry, args, type, nullable: false }
}
