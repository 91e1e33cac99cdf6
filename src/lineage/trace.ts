import type { ColumnStep, Expr, Plan } from '../analyse/resolved.ts'
import { walkPlan } from '../analyse/walk-plan.ts'
import { flowOf } from './flow-of-expression.ts'
import {
  asConditions,
  type Flow,
  type Marks,
  mergeConditions,
  mergeFlows,
  NO_FLOW,
  NO_MARKS,
  type Origin,
  raised,
  under,
} from './origins.ts'

import { findsOne, type UniqueKeys, uniqueKeysOf } from './unique-rows.ts'

/** What is known of a plan's columns after a walk over it. */
export interface Traced {
  /** What each column is made of, by its identity. */
  readonly columns: ReadonlyMap<number, Flow>
  /** How each column was computed; none for those of tables, and of several inputs. */
  readonly made: ReadonlyMap<number, Expr>
  /** What decides which rows the plan gives. */
  readonly rows: Marks
}

/** What decides about the rows of a plan: which there are, and in which order. */
interface Rows {
  readonly rows: Marks
  readonly order: Marks
}

const UNKNOWN: Origin = { kind: 'unknown' }
const SOME_TEXT: Marks = new Map([[UNKNOWN, 0]])

/**
 * Follows every column of a plan to where its values come from. Linear in the size of the plan: a column keeps its
 * identity through verbs that pass it on, and is looked at once.
 */
export function trace(root: Plan): Traced {
  const columns = new Map<number, Flow>()
  const made = new Map<number, Expr>()
  const done = new Map<Plan, Rows>()
  const unique = new Map<Plan, UniqueKeys>()
  const originOf = interning()
  const column = (id: number): Flow => columns.get(id) ?? NO_FLOW
  const flow = (expr: Expr, order: Marks = NO_MARKS): Flow => flowOf(expr, { column, order })
  const conditions = (expr: Expr | undefined, kind: 'filter' | 'join' | 'groupBy' | 'sort'): Marks =>
    expr ? asConditions(flow(expr), kind) : NO_MARKS

  /** Enters what the columns of a step are made of. One that is passed on under its identity is known already. */
  const enter = (steps: readonly ColumnStep[], flowFor: (expr: Expr) => Flow): void => {
    for (const { attribute, expr } of steps) {
      if (expr.kind === 'column' && expr.id === attribute.id) continue
      columns.set(attribute.id, flowFor(expr))
      const how = expr.kind === 'column' ? made.get(expr.id) : expr
      if (how) made.set(attribute.id, how)
    }
  }
  const everyColumn = (plan: Plan, kind: 'groupBy' | 'join'): Marks =>
    asConditions(mergeFlows(plan.outputs.map(({ id }) => column(id))), kind)

  const step = (plan: Plan, below: (input: Plan) => Rows): Rows => {
    switch (plan.kind) {
      case 'scan': {
        const { table } = plan
        for (const { id, name } of plan.outputs)
          columns.set(id, {
            direct: new Map([[originOf({ kind: 'column', table, column: name }), 0]]),
            conditions: NO_MARKS,
          })
        return { rows: new Map([[originOf({ kind: 'rows', table }), 0]]), order: NO_MARKS }
      }
      case 'values':
      case 'range':
        return { rows: NO_MARKS, order: NO_MARKS }
      case 'statement':
      case 'texts': {
        // Text may hold queries of its own, and aggregates, which make one row of many.
        for (const { id } of plan.outputs) columns.set(id, { direct: SOME_TEXT, conditions: NO_MARKS })
        const rows = plan.kind === 'texts' ? below(plan.input).rows : NO_MARKS
        return { rows: mergeConditions(rows, SOME_TEXT), order: NO_MARKS }
      }
      case 'project': {
        enter(plan.columns, flow)
        return below(plan.input)
      }
      case 'generate': {
        const element = raised(flow(plan.operand), 'transformation')
        for (const { id } of [plan.position, plan.value]) columns.set(id, element)
        made.set(plan.value.id, plan.operand)
        const { rows, order } = below(plan.input)
        return { rows: mergeConditions(rows, asConditions(element, 'join')), order }
      }
      case 'filter': {
        const { rows, order } = below(plan.input)
        return { rows: mergeConditions(rows, conditions(plan.condition, 'filter')), order }
      }
      case 'join': {
        const { left, right, how, condition } = plan
        const matching = conditions(condition, 'join')
        // Rows that are kept anyway and find one other at most are neither more nor fewer for it.
        const [kept, other] = how === 'right' ? [right, left] : [left, right]
        if ((how === 'left' || how === 'right') && findsOne(condition, kept, unique.get(other) as UniqueKeys)) {
          const found = mergeConditions(below(other).rows, matching)
          for (const { id } of other.outputs) columns.set(id, under(column(id), found))
          return { rows: below(kept).rows, order: NO_MARKS }
        }
        const rows = mergeConditions(below(left).rows, below(right).rows)
        return { rows: mergeConditions(rows, matching), order: NO_MARKS }
      }
      case 'aggregate': {
        const { rows, order } = below(plan.input)
        const grouped = plan.keys.map(({ expr }) => conditions(expr, 'groupBy')).reduce(mergeConditions, rows)
        enter(plan.keys, flow)
        // Without keys there is one row, whatever there was; what decided about the rows decides about its values.
        if (plan.keys.length > 0) {
          enter(plan.aggregates, (expr) => flow(expr, order))
          return { rows: grouped, order: NO_MARKS }
        }
        enter(plan.aggregates, (expr) => under(flow(expr, order), rows))
        return { rows: NO_MARKS, order: NO_MARKS }
      }
      case 'distinct': {
        const { rows, order } = below(plan.input)
        return { rows: mergeConditions(rows, everyColumn(plan, 'groupBy')), order }
      }
      case 'sort': {
        const order = plan.terms.map(({ expr }) => conditions(expr, 'sort')).reduce(mergeConditions, NO_MARKS)
        return { rows: below(plan.input).rows, order }
      }
      case 'limit':
      case 'tail': {
        const { rows, order } = below(plan.input)
        return { rows: mergeConditions(rows, order), order }
      }
      case 'set': {
        const rows = plan.inputs.map((input) => below(input).rows).reduce(mergeConditions, NO_MARKS)
        const united = plan.operator === 'union all'
        // Which rows both sides have, all columns of both decide; the values are the left side's.
        const compared = united
          ? rows
          : plan.inputs.map((input) => everyColumn(input, 'join')).reduce(mergeConditions, rows)
        const giving = united ? plan.inputs : plan.inputs.slice(0, 1)
        const flows = plan.outputs.map((_, place) =>
          mergeFlows(giving.map((input) => column((input.outputs[place] as { id: number }).id))),
        )
        for (const [place, { id }] of plan.outputs.entries()) columns.set(id, flows[place] as Flow)
        return { rows: compared, order: NO_MARKS }
      }
      default:
        return plan satisfies never
    }
  }
  const below = (input: Plan): Rows => done.get(input) as Rows
  const uniqueBelow = (input: Plan): UniqueKeys => unique.get(input) ?? []
  for (const node of walkPlan(root)) {
    done.set(node, step(node, below))
    unique.set(node, uniqueKeysOf(node, uniqueBelow))
  }
  return { columns, made, rows: (done.get(root) as Rows).rows }
}

/** One object for one origin, so that sets know them by identity. */
function interning(): (origin: Exclude<Origin, { kind: 'unknown' }>) => Origin {
  const known = new Map<string, Origin>()
  return (origin) => {
    const { schema, name } = origin.table
    const key = JSON.stringify([schema, name, origin.kind === 'column' ? origin.column : null])
    const found = known.get(key)
    if (found) return found
    known.set(key, origin)
    return origin
  }
}
