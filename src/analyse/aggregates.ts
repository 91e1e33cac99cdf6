import { MisplacedAggregate } from '../errors/index.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import type { Relation } from '../plan/relation.ts'
import { type SqlType, types } from '../plan/type.ts'
import { type Analysis, computed, keep, makeFrame, onceEach, project } from './analysis.ts'
import { resolveExpression } from './expressions.ts'
import { type AnalysedFrame, frameScope } from './frame-scope.ts'
import { freeName } from './free-name.ts'
import { resolveGroupings } from './groupings.ts'
import { outputNameOf } from './output-name.ts'
import { checkAggregated } from './placement.ts'
import {
  type ColumnStep,
  columnExpr,
  type Expr,
  hasAggregate,
  hasWindow,
  isAggregateCall,
  mapParts,
  type Plan,
  partsOf,
} from './resolved.ts'
import { projectWindows } from './windows.ts'

/** `groupBy(…).agg(…)`: keys keep their identity where they are plain columns; aggregates are new columns. */
export function analyseAggregate(
  relation: Extract<Relation, { kind: 'aggregate' }>,
  analysis: Analysis,
): AnalysedFrame {
  const input = analysis.frame(relation.input)
  const keyScope = frameScope(input, 'groupBy')
  const columns = relation.keys.map((key): ColumnStep => {
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
  const given = onceEach(columns, analysis)
  const { keys, plan: grouping } = relation.sets
    ? apart(given, input.plan, analysis)
    : { keys: given, plan: input.plan }
  const grouped = new Set(keys.flatMap((key) => (key.expr.kind === 'column' ? [key.expr.id] : [])))
  const { sets } = relation
  const scope = { ...frameScope(input, 'agg'), sets: sets !== undefined }
  const aggregates = relation.aggregates.map(({ name, expression }) => {
    const expr = resolveGroupings(resolveExpression(expression, scope, analysis), keys, sets)
    return computed(name, expr, analysis)
  })
  const shown = keys.map(({ attribute, expr }, index): ColumnStep => {
    const always = sets === undefined || sets.every((set) => set.includes(index))
    return { attribute: { ...attribute, nullable: attribute.nullable || !always }, expr }
  })
  const { below, above } = splitWindows(aggregates, analysis)
  for (const { attribute, expr } of below) checkAggregated(expr, grouped, attribute.name, 'agg')
  const plan = aggregatePlan(grouping, shown, below, sets, analysis)
  if (!above) return makeFrame(relation, plan, input.joined)
  const outputs = new Set(plan.outputs.map((attribute) => attribute.id))
  for (const { attribute, expr } of above) checkAggregated(overGroups(expr), outputs, attribute.name, 'agg')
  return makeFrame(
    relation,
    projectWindows(plan, [...shown.map(({ attribute }) => keep(attribute)), ...above], analysis),
    input.joined,
  )
}

/** Keys of grouping sets are columns of their own, also where one column is a key under two names. */
function apart(
  keys: readonly ColumnStep[],
  plan: Plan,
  analysis: Analysis,
): { readonly keys: readonly ColumnStep[]; readonly plan: Plan } {
  const seen = new Set<number>()
  const copies: ColumnStep[] = []
  const taken = new Set(plan.outputs.map((attribute) => attribute.name))
  const different = keys.map((key): ColumnStep => {
    if (key.expr.kind !== 'column') return key
    if (!seen.has(key.expr.id)) {
      seen.add(key.expr.id)
      return key
    }
    const copy = computed(freeName(key.attribute.name, taken), key.expr, analysis)
    copies.push(copy)
    return { attribute: key.attribute, expr: columnExpr(copy.attribute) }
  })
  return copies.length === 0
    ? { keys, plan }
    : { keys: different, plan: project(plan, [...plan.outputs.map(keep), ...copies]) }
}

/** Window functions over groups: the aggregates that they use are computed below them. */
function splitWindows(
  aggregates: readonly ColumnStep[],
  analysis: Analysis,
): { below: readonly ColumnStep[]; above: readonly ColumnStep[] | undefined } {
  if (!aggregates.some(({ expr }) => hasWindow(expr))) return { below: aggregates, above: undefined }
  const below: ColumnStep[] = []
  const taken = new Set(aggregates.map(({ attribute }) => attribute.name))
  const lift = (expr: Expr): Expr => {
    if (!isAggregateCall(expr)) return mapParts(expr, lift)
    const column = computed(freeName('_aggregate', taken), expr, analysis)
    below.push(column)
    return columnExpr(column.attribute)
  }
  const above = aggregates.map((column): ColumnStep => {
    if (hasWindow(column.expr)) return { attribute: column.attribute, expr: lift(column.expr) }
    below.push(column)
    return keep(column.attribute)
  })
  return { below, above }
}

/** What a window over groups reads, for the check that it is there. */
function overGroups(expr: Expr): Expr {
  if (expr.kind !== 'over') return mapParts(expr, overGroups)
  const [first, ...others] = partsOf(expr)
  if (!first) return { kind: 'literal', value: null, type: expr.type, nullable: true }
  const branches = others.map((part) => ({ when: part, then: part }))
  return { kind: 'case', branches, otherwise: first, type: expr.type, nullable: true }
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
