import { type CallExpr, type Expr, partsOf } from '../analyse/resolved.ts'
import { asConditions, type Flow, type Marks, mergeFlows, NO_FLOW, NO_MARKS, raised, under } from './origins.ts'

/** What an expression is evaluated over. */
export interface Surroundings {
  /** What a column is made of, by its identity. */
  column(id: number): Flow
  /** What decides about the order of the rows: some aggregates answer by it. */
  readonly order: Marks
}

/** What the values of an expression are made of, and what decides about them. */
export function flowOf(expr: Expr, over: Surroundings): Flow {
  const inner = (one: Expr): Flow => flowOf(one, over)
  const decides = (kind: 'conditional' | 'window' | 'sort', by: readonly Expr[]): Flow => ({
    direct: NO_MARKS,
    conditions: asConditions(mergeFlows(by.map(inner)), kind),
  })
  switch (expr.kind) {
    case 'literal':
      return NO_FLOW
    case 'column':
      return over.column(expr.id)
    case 'cast':
    case 'in':
      return raised(inner(expr.operand), 'transformation')
    case 'case': {
      const values = [...expr.branches.map(({ then }) => then), ...(expr.otherwise ? [expr.otherwise] : [])]
      const chosen = decides(
        'conditional',
        expr.branches.map(({ when }) => when),
      )
      return mergeFlows([raised(mergeFlows(values.map(inner)), 'transformation'), chosen])
    }
    case 'over': {
      const parts = new Set(partsOf(expr))
      for (const arg of expr.call.args) parts.delete(arg)
      return mergeFlows([raised(mergeFlows(expr.call.args.map(inner)), 'window'), decides('window', [...parts])])
    }
    case 'call': {
      if (expr.fn.kind === 'scalar') return raised(mergeFlows(expr.args.map(inner)), 'transformation')
      // Which keys a row is grouped by is the same whatever is in them.
      if (expr.fn.name === 'grouping') return NO_FLOW
      const { values, where, by } = apart(expr)
      const made = mergeFlows([
        raised(mergeFlows(values.map(inner)), 'aggregation'),
        decides('conditional', where),
        decides('sort', by),
      ])
      return expr.fn.ordered ? under(made, over.order) : made
    }
    default:
      return expr satisfies never
  }
}

/** The arguments of an aggregate: whose values it takes, which say whose rows count, and which say what comes first. */
function apart({ fn, args, orderBy = [] }: CallExpr): Readonly<Record<'values' | 'where' | 'by', readonly Expr[]>> {
  const by = orderBy.map((term) => term.expr)
  const { leavesOut } = fn
  const place = leavesOut === 'condition' ? fn.parameters.length - 1 : leavesOut
  const chooses = place > 0 ? args.slice(place, place + 1) : []
  const values = args.filter((arg) => !chooses.includes(arg))
  return leavesOut === 'condition' ? { values, where: chooses, by } : { values, where: [], by: [...chooses, ...by] }
}
