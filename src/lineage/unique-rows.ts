/** Which columns tell the rows of a plan apart: a row that is joined to such rows finds one at most. */
import type { Expr, Plan } from '../analyse/resolved.ts'
import { conjuncts, partsOf } from '../analyse/resolved.ts'
import { formatType } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'

/** Sets of columns, by identity: no two rows are equal by all columns of one. The empty set says that there is one row at most. */
export type UniqueKeys = readonly ReadonlySet<number>[]

/** The keys of a plan, by those of its inputs. */
export function uniqueKeysOf(plan: Plan, below: (input: Plan) => UniqueKeys): UniqueKeys {
  switch (plan.kind) {
    case 'aggregate':
      return plan.sets ? [] : [new Set(plan.keys.map(({ attribute }) => attribute.id))]
    case 'distinct':
      return [new Set(plan.outputs.map(({ id }) => id)), ...below(plan.input)]
    case 'limit':
      return plan.count === 1 ? [new Set(), ...below(plan.input)] : below(plan.input)
    case 'sort':
    case 'tail':
      return below(plan.input)
    case 'filter': {
      const first = partitionOf(plan)
      return first ? [first, ...below(plan.input)] : below(plan.input)
    }
    case 'project':
      return below(plan.input).flatMap((key) => renamed(key, plan))
    case 'join': {
      if (plan.how === 'semi' || plan.how === 'anti') return below(plan.left)
      if (plan.how === 'full') return []
      const findsOneRight = findsOne(plan.condition, plan.left, below(plan.right))
      const findsOneLeft = findsOne(plan.condition, plan.right, below(plan.left))
      // A row that an outer join keeps without a partner stays alone, too; what was NULL in it may be NULL in others.
      return [
        ...(findsOneRight && plan.how !== 'right' ? below(plan.left) : []),
        ...(findsOneLeft && plan.how !== 'left' ? below(plan.right) : []),
      ]
    }
    default:
      return []
  }
}

/** Whether each row of a side of a join finds one row at most among those of the other, which `keys` tell apart. */
export function findsOne(condition: Expr | undefined, side: Plan, keys: UniqueKeys): boolean {
  const own = new Set(side.outputs.map(({ id }) => id))
  const equal = new Set(condition ? conjuncts(condition).flatMap((one) => equated(one, own)) : [])
  return keys.some((key) => [...key].every((id) => equal.has(id)))
}

/** The column of the other side that a condition demands to be a certain value of `own` columns. */
function equated(condition: Expr, own: ReadonlySet<number>): readonly number[] {
  if (condition.kind !== 'call' || !['eq', 'eqNullSafe'].includes(condition.fn.name)) return []
  const [a, b] = condition.args as [Expr, Expr]
  return [
    [a, b],
    [b, a],
  ].flatMap(([value, column]) =>
    column?.kind === 'column' && !own.has(column.id) && value && readsOnly(value, own) && sameKind(value, column)
      ? [column.id]
      : [],
  )
}

const readsOnly = (expr: Expr, ids: ReadonlySet<number>): boolean =>
  expr.kind === 'column' ? ids.has(expr.id) : partsOf(expr).every((part) => readsOnly(part, ids))

/** Two different keys may both equal a value of another type: large whole numbers one double. */
const sameKind = (a: Expr, b: Expr): boolean =>
  (isIntegral(a.type) && isIntegral(b.type)) || formatType(a.type) === formatType(b.type)

/** Of `row_number() over (partition by …) = 1`, what it is partitioned by. */
function partitionOf({ condition, input }: Extract<Plan, { kind: 'filter' }>): ReadonlySet<number> | undefined {
  if (condition.kind !== 'call' || condition.fn.name !== 'eq') return undefined
  const [column, one] = condition.args as [Expr, Expr]
  if (column.kind !== 'column' || one.kind !== 'literal' || one.value !== 1) return undefined
  const number = computedBelow(input, column.id)
  if (number?.kind !== 'over' || number.call.fn.name !== 'rowNumber') return undefined
  const ids = number.partitionBy.map((expr) => (expr.kind === 'column' ? expr.id : undefined))
  return ids.includes(undefined) ? undefined : new Set(ids as number[])
}

/** How a column was computed, where no step since then can have given its rows twice. */
function computedBelow(plan: Plan, id: number): Expr | undefined {
  for (let node = plan; node.kind === 'project' || node.kind === 'filter' || node.kind === 'sort'; node = node.input) {
    const found = node.kind === 'project' ? node.columns.find(({ attribute }) => attribute.id === id) : undefined
    if (found && found.expr.kind !== 'column') return found.expr
  }
  return undefined
}

/** The key under the identities that a projection gives its columns; none where it leaves one out. */
function renamed(key: ReadonlySet<number>, { columns }: Extract<Plan, { kind: 'project' }>): UniqueKeys {
  const found = [...key].map((id) => columns.find(({ expr }) => expr.kind === 'column' && expr.id === id))
  return found.includes(undefined) ? [] : [new Set(found.map((column) => column?.attribute.id as number))]
}
