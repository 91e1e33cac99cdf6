import { type Attribute, columnExpr, type Expr, type Plan } from '../analyse/resolved.ts'
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import { types } from '../plan/type.ts'

type SetPlan = Extract<Plan, { kind: 'set' }>

/** INTERSECT ALL and EXCEPT ALL: equal rows are numbered on both sides, which makes them different rows. */
export function expandSetOperation(plan: SetPlan, newId: () => number): Plan {
  const inputs = plan.inputs.map((input) => numbered(input, newId))
  const number: Attribute = { id: newId(), name: '_copy', type: types.int, nullable: false }
  const operator = plan.operator === 'intersect all' ? 'intersect' : 'except'
  const below: Plan = { kind: 'set', operator, inputs, outputs: [...plan.outputs, number] }
  const columns = plan.outputs.map((attribute) => ({ attribute, expr: columnExpr(attribute) }))
  return { kind: 'project', input: below, columns, outputs: plan.outputs }
}

function numbered(input: Plan, newId: () => number): Plan {
  const number: Expr = {
    kind: 'over',
    call: { kind: 'call', fn: functionEntry('rowNumber') as FunctionEntry, args: [], type: types.int, nullable: false },
    partitionBy: input.outputs.map(columnExpr),
    orderBy: [],
    frame: undefined,
    type: types.int,
    nullable: false,
  }
  const attribute: Attribute = { id: newId(), name: '_copy', type: types.int, nullable: false }
  const columns = [
    ...input.outputs.map((output) => ({ attribute: output, expr: columnExpr(output) })),
    { attribute, expr: number },
  ]
  return { kind: 'project', input, columns, outputs: columns.map((column) => column.attribute) }
}
