import { type Attribute, type ColumnStep, columnExpr, type Plan } from '../analyse/resolved.ts'
import { types } from '../plan/type.ts'

type Distinct = Extract<Plan, { kind: 'distinct' }>
type SetPlan = Extract<Plan, { kind: 'set' }>

const hasText = (plan: Plan): boolean => plan.outputs.some(({ type }) => type.kind === 'string')

/** DISTINCT as a grouping by all columns: there a dialect can say by what texts are told apart. */
export function expandDistinct(plan: Distinct): Plan {
  if (!hasText(plan)) return plan
  const keys = plan.outputs.map((attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) }))
  return { kind: 'aggregate', input: plan.input, keys, aggregates: [], sets: undefined, outputs: plan.outputs }
}

/** INTERSECT and EXCEPT: the bytes of each text stand beside it on both sides, which makes texts of other bytes different rows. */
export function expandExactSets(plan: SetPlan, newId: () => number): Plan {
  if (!hasText(plan)) return plan
  const bytes = plan.outputs.flatMap((output, place) => (output.type.kind === 'string' ? [place] : []))
  const named = (place: number): Attribute => ({
    id: newId(),
    name: `_bytes_${place + 1}`,
    type: types.binary,
    nullable: true,
  })
  const inputs = plan.inputs.map((input): Plan => {
    const passed = input.outputs.map((attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) }))
    const added = bytes.map((place): ColumnStep => {
      const operand = columnExpr(input.outputs[place] as Attribute)
      return {
        attribute: named(place),
        expr: { kind: 'cast', operand, onError: 'raise', type: types.binary, nullable: operand.nullable },
      }
    })
    const columns = [...passed, ...added]
    return { kind: 'project', input, columns, outputs: columns.map((column) => column.attribute) }
  })
  const below: Plan = { ...plan, inputs, outputs: [...plan.outputs, ...bytes.map(named)] }
  const columns = plan.outputs.map((attribute): ColumnStep => ({ attribute, expr: columnExpr(attribute) }))
  return { kind: 'project', input: below, columns, outputs: plan.outputs }
}
