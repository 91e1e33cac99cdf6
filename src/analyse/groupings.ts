/** Which keys a row of grouping sets is grouped by, as a number. */
import { type FunctionEntry, functionEntry } from '../functions/entry.ts'
import { types } from '../plan/type.ts'
import { type CallExpr, type ColumnStep, type Expr, isAggregateCall, mapParts } from './resolved.ts'

type Sets = readonly (readonly number[])[] | undefined

/** `groupingId()` is `grouping` of all keys; and a key that no set has is NULL, its bit 1, which no engine says by itself. */
export function resolveGroupings(expr: Expr, keys: readonly ColumnStep[], sets: Sets): Expr {
  const all = groupingOfAll(expr, keys)
  const absent = keys.flatMap(({ expr: key }, place) =>
    sets && !sets.some((set) => set.includes(place)) && key.kind === 'column' ? [key.id] : [],
  )
  return absent.length > 0 ? withoutKeys(all, new Set(absent)) : all
}

function groupingOfAll(expr: Expr, keys: readonly ColumnStep[]): Expr {
  if (expr.kind !== 'call' || expr.fn.name !== 'groupingId') return mapParts(expr, (part) => groupingOfAll(part, keys))
  return callOf(
    'grouping',
    keys.map((key) => key.expr),
  )
}

function withoutKeys(expr: Expr, absent: ReadonlySet<number>): Expr {
  const isAbsent = (one: Expr): boolean => one.kind === 'column' && absent.has(one.id)
  if (isAbsent(expr)) return { kind: 'literal', value: null, type: expr.type, nullable: true }
  if (expr.kind === 'call' && expr.fn.name === 'grouping' && expr.args.some(isAbsent)) {
    const bits = expr.args.map((key, place): Expr => {
      const worth = 2 ** (expr.args.length - 1 - place)
      return isAbsent(key) ? number(worth) : callOf('times', [callOf('grouping', [key]), number(worth)])
    })
    return { ...bits.reduce((sum, bit) => callOf('plus', [sum, bit])), type: expr.type }
  }
  return isAggregateCall(expr) ? expr : mapParts(expr, (part) => withoutKeys(part, absent))
}

const number = (value: number): Expr => ({ kind: 'literal', value, type: types.long, nullable: false })

const callOf = (name: string, args: readonly Expr[]): CallExpr => ({
  kind: 'call',
  fn: functionEntry(name) as FunctionEntry,
  args,
  type: types.long,
  nullable: false,
})
