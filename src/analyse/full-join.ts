import { type Analysis, project } from './analysis.ts'
import { freeName } from './free-name.ts'
import { type Attribute, type ColumnStep, columnExpr, type Expr, type Plan, partsOf } from './resolved.ts'

/** The two sides of a full join, their condition, and what the join gives out: left columns, then right ones. */
interface FullJoin {
  readonly left: Plan
  readonly right: Plan
  readonly condition: Expr
  readonly outputs: readonly Attribute[]
}

/**
 * A full join. PostgreSQL can only do those that compare a value of the left with one of the right for equality; any
 * other is a left join, and below it the right rows that matched nothing.
 */
export function fullJoin({ left, right, condition, outputs }: FullJoin, analysis: Analysis): Plan {
  if (comparesSides(condition, idsOf(left), idsOf(right)))
    return { kind: 'join', left, right, how: 'full', condition, outputs }
  const both = [...left.outputs, ...right.outputs]
  // Names collide here that the join tells apart above.
  const taken = new Set<string>()
  const named = outputs.map((output): Attribute => {
    if (taken.has(output.name)) return { ...output, name: freeName(output.name, taken) }
    taken.add(output.name)
    return output
  })
  const matched: Plan = { kind: 'join', left, right, how: 'left', condition, outputs: both }
  const unmatched: Plan = { kind: 'join', left: right, right: left, how: 'anti', condition, outputs: right.outputs }
  const branch = (input: Plan, value: (attribute: Attribute) => Expr): Plan =>
    project(
      input,
      both.map((attribute, index): ColumnStep => {
        const output = named[index] as Attribute
        return { attribute: { ...output, id: analysis.newId() }, expr: value(attribute) }
      }),
    )
  const ofRight = idsOf(right)
  const inputs = [
    branch(matched, columnExpr),
    branch(unmatched, (attribute) =>
      ofRight.has(attribute.id)
        ? columnExpr(attribute)
        : { kind: 'literal', value: null, type: attribute.type, nullable: true },
    ),
  ]
  return { kind: 'set', operator: 'union all', inputs, outputs: named }
}

const idsOf = (plan: Plan): ReadonlySet<number> => new Set(plan.outputs.map((attribute) => attribute.id))

/** Whether the condition demands, among other things perhaps, that something of the left equals something of the right. */
function comparesSides(condition: Expr, left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  if (condition.kind !== 'call') return false
  if (condition.fn.name === 'and') return condition.args.some((one) => comparesSides(one, left, right))
  const [a, b] = condition.args
  if (condition.fn.name !== 'eq' || !a || !b) return false
  return (isOf(a, left) && isOf(b, right)) || (isOf(a, right) && isOf(b, left))
}

function isOf(expr: Expr, side: ReadonlySet<number>): boolean {
  const ids = [...columnsIn(expr)]
  return ids.length > 0 && ids.every((id) => side.has(id))
}

function* columnsIn(expr: Expr): Generator<number> {
  if (expr.kind === 'column') yield expr.id
  for (const part of partsOf(expr)) yield* columnsIn(part)
}
