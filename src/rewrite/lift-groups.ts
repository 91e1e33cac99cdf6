import { freeName } from '../analyse/free-name.ts'
import {
  type Attribute,
  type ColumnStep,
  columnExpr,
  type Expr,
  hasAggregate,
  hasWindow,
  isAggregateCall,
  mapParts,
  type Plan,
  someExpr,
} from '../analyse/resolved.ts'
import type { WantsColumns } from './shell.ts'

type Node<K> = Extract<Plan, { kind: K }>

const isLifted = (expr: Expr): boolean => expr.kind === 'over' || isAggregateCall(expr)
/** Whether a column is a query of its own of what only the query around it can compute. */
type NeedsLift = (column: ColumnStep) => boolean

/** Aggregates of a group, or window functions, as columns of their own below the functions of them. */
export function liftGroups(node: Plan, wantsColumns: WantsColumns, newId: () => number): Plan {
  const ofRows = (expr: Expr): boolean => hasAggregate(expr) || hasWindow(expr)
  const needsLift: NeedsLift = ({ expr }) => ofRows(expr) && someExpr(expr, (one) => ofRows(one) && wantsColumns(one))
  if (node.kind === 'project' && node.columns.some(needsLift)) return liftWindows(node, needsLift, newId)
  return node.kind === 'aggregate' && node.aggregates.some(needsLift) ? liftAggregates(node, needsLift, newId) : node
}

/** Lifts out of those columns that need it. */
function lift(columns: readonly ColumnStep[], beside: readonly Attribute[], needsLift: NeedsLift, newId: () => number) {
  const hidden: ColumnStep[] = []
  const taken = new Set(beside.map(({ name }) => name))
  const lifted = (expr: Expr): Expr => {
    if (!isLifted(expr)) return mapParts(expr, lifted)
    const { type, nullable } = expr
    const attribute: Attribute = { id: newId(), name: freeName('_group', taken), type, nullable }
    hidden.push({ attribute, expr })
    return columnExpr(attribute)
  }
  const above = columns.map((column) => (needsLift(column) ? { ...column, expr: lifted(column.expr) } : column))
  return { hidden, above }
}

const keep = (attribute: Attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) })
const attributesOf = (columns: readonly ColumnStep[]): readonly Attribute[] => columns.map(({ attribute }) => attribute)

function liftWindows(node: Node<'project'>, needsLift: NeedsLift, newId: () => number): Plan {
  const { hidden, above } = lift(node.columns, node.input.outputs, needsLift, newId)
  const columns = [...node.input.outputs.map(keep), ...hidden]
  return {
    ...node,
    columns: above,
    input: { kind: 'project', input: node.input, columns, outputs: attributesOf(columns) },
  }
}

function liftAggregates(node: Node<'aggregate'>, needsLift: NeedsLift, newId: () => number): Plan {
  const { hidden, above } = lift(node.aggregates, node.outputs, needsLift, newId)
  const below = [...node.aggregates.filter((column) => !needsLift(column)), ...hidden]
  const outputs = [...attributesOf(node.keys), ...attributesOf(below)]
  const byId = new Map(
    above
      .filter((_, index) => needsLift(node.aggregates[index] as ColumnStep))
      .map((column) => [column.attribute.id, column]),
  )
  const columns = node.outputs.map((attribute) => byId.get(attribute.id) ?? keep(attribute))
  return { kind: 'project', input: { ...node, aggregates: below, outputs }, columns, outputs: node.outputs }
}
