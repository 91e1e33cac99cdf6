import { freeName } from '../analyse/free-name.ts'
import { type CallExpr, type ColumnStep, columnExpr, type Expr, mapParts, type Plan } from '../analyse/resolved.ts'
import { isNested } from '../dialect/nested.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import { types } from '../plan/type.ts'

type Project = Extract<Plan, { kind: 'project' }>
type Over = Extract<Expr, { kind: 'over' }>

/**
 * An aggregate over a window, where it cannot stand over any: below, lists of its arguments over the same window; above,
 * the aggregate of what is in the lists.
 */
export function gatherFrames(plan: Project, windowless: ReadonlySet<string>, newId: () => number): Plan {
  const gathered: ColumnStep[] = []
  const taken = new Set(plan.input.outputs.map((attribute) => attribute.name))
  const list = (over: Over, arg: Expr): Expr => {
    const type = { kind: 'array', element: arg.type } as const
    const call = callOf('collectList', [arg, literal(true, types.boolean)], type)
    const attribute = { id: newId(), name: freeName('_frame', taken), type, nullable: true }
    gathered.push({ attribute, expr: { ...over, call, type, nullable: true } })
    return columnExpr(attribute)
  }
  const change = (expr: Expr): Expr => {
    if (expr.kind !== 'over' || !windowless.has(expr.call.fn.name)) return mapParts(expr, change)
    const { fn, args } = expr.call
    const isRow = (place: number): boolean => place === 0 || args[place]?.kind !== 'literal'
    // Lists of lists are documents, which have no rows of plain values.
    if (args.some((arg, place) => isRow(place) && (isNested(arg.type) || arg.type.kind === 'json'))) return expr
    const lists = args.map((arg, place) => (isRow(place) ? list(expr, arg) : arg))
    return { ...callOf('ofFrame', [literal(fn.name, types.string), ...lists], expr.type), nullable: expr.nullable }
  }
  const columns = plan.columns.map(({ attribute, expr }) => ({ attribute, expr: change(expr) }))
  if (gathered.length === 0) return plan
  const kept = plan.input.outputs.map((attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) }))
  const below = [...kept, ...gathered]
  const input: Plan = {
    kind: 'project',
    input: plan.input,
    columns: below,
    outputs: below.map((column) => column.attribute),
  }
  return { ...plan, input, columns }
}

const literal = (value: string | boolean, type: Expr['type']): Expr => ({
  kind: 'literal',
  value,
  type,
  nullable: false,
})

const callOf = (name: string, args: readonly Expr[], type: Expr['type']): CallExpr => ({
  kind: 'call',
  fn: functionEntry(name) as FunctionEntry,
  args,
  type,
  nullable: true,
})
