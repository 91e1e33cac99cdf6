import type { Aggregated, Constant, Like, OfGroup, PerGroup, Result, RowCondition } from '../column/aggregate.ts'
import type { Column, ColumnOf, Condition, ValueOf } from '../column/column.ts'
import { columnArgument, toColumn, toCondition, toExpression } from '../column/expression-column.ts'
import type { Met, NN, Nulls, Other, OtherColumn, TypeName, TypeOf, Widen } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, type Expression, type LiteralValue, literal, nameReference } from '../plan/expression.ts'
import { parseType, types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { any, bool, comparable, double, meeting, orderable, rest, value } from './parameter.ts'

/** A `when` chain: a column already (NULL where nothing matches), and open for more. */
export type Case<V> = Branches<V> & Column<V | null>
interface Branches<V> {
  when<E extends Beside<V>>(condition: Condition, value: E): Case<V | Given<V, E>>
  otherwise<E extends Beside<V>>(value: E): Column<V | Given<V, E>>
}
/** A `when` chain of aggregates and constants. */
export type AggregatedCase<V> = AggregatedBranches<V> & Aggregated<V | null>
interface AggregatedBranches<V> {
  when<E extends BesideGroup<V>>(condition: OfGroup<boolean | null>, value: E): AggregatedCase<V | Given<V, E>>
  otherwise<E extends BesideGroup<V>>(value: E): Aggregated<V | Given<V, E>>
}
/** What may stand beside a column of V: a plain value of its kind, or a column. */
type Beside<V> = Other<V> | ColumnOf<OtherColumn<V>>
type BesideGroup<V> = Other<V> | PerGroup<OtherColumn<V>>
/** The value of an argument opposite values of V: a column's own, or what a plain value becomes. */
type Given<V, E> = E extends ColumnOf<unknown> ? ValueOf<E> : Met<V, E>
interface When {
  // Of rows first: a condition of an undescribed table, which could be either, is one of them.
  <X>(condition: RowCondition, value: X | ColumnOf<X>): Case<Widen<X>>
  <X>(condition: OfGroup<boolean | null>, value: PerGroup<X>): AggregatedCase<Widen<X>>
  <X extends LiteralValue>(condition: OfGroup<boolean | null>, value: X): AggregatedCase<Widen<X>>
  // Of both last: of a wrong argument the checker says what the last one wants.
  <X>(condition: Condition, value: X | ColumnOf<X>): Case<Widen<X>>
}

/**
 * The value of the first condition that is true; NULL where none is, unless `.otherwise(…)` follows.
 *
 * @example when(o.net.gte(100), 'big').when(o.net.gte(10), 'middling').otherwise('small')
 */
export const when = ((condition: unknown, value: unknown): unknown => {
  const branch = { when: toCondition(condition, 'when'), then: toExpression(value, 'when') }
  return toColumn({ kind: 'case', branches: [branch], otherwise: undefined })
}) as When

const logic = (fn: 'and' | 'or') => (conditions: readonly unknown[]) => {
  if (conditions.length === 0) throw new InvalidArgument(`${fn} takes at least one condition`)
  const expressions = conditions.map((condition) => toCondition(condition, fn))
  return expressions.length === 1 ? (expressions[0] as Expression) : call(fn, expressions)
}
const conjunction = logic('and')
const disjunction = logic('or')

/** True where all are; three-valued. @example and(o.total.gt(0), o.status.eq('paid')) */
export function and<const A extends readonly Condition[]>(...conditions: A): Result<A[number], boolean> {
  return toColumn(conjunction(conditions))
}
/** True where any is; three-valued. */
export function or<const A extends readonly Condition[]>(...conditions: A): Result<A[number], boolean> {
  return toColumn(disjunction(conditions))
}
/** The opposite; NULL stays NULL. @example not(o.status.isin(['void', 'test'])) */
export const not: <C extends Condition>(condition: C) => Result<C, boolean> = scalar('not', {
  takes: [bool],
  gives: { kind: 'boolean' },
})

/** A column by name, looked up in the frame where it is used. @example df.filter(col('total').gt(0)) */
// biome-ignore lint/suspicious/noExplicitAny: a bare name knows no type
export function col<X = any>(name: string): Column<X> & { readonly name: string } {
  if (typeof name !== 'string') throw new InvalidArgument('col takes the name of a column')
  return toColumn(nameReference(name))
}

/**
 * A constant. Its type follows from what it meets (a whole number alone is long, a fraction double); `type` says it
 * where nothing does.
 *
 * @example lit(2, 'int')
 * @example lit('2024-02-29', 'date')
 */
export function lit<const T extends TypeName, X extends LiteralValue>(
  constant: X,
  type: T,
): Constant<TypeOf<T> | Nulls<X>>
export function lit<X extends LiteralValue>(constant: X): Constant<Widen<X>>
export function lit(constant: LiteralValue, type?: string): unknown {
  return toColumn(type === undefined ? toExpression(constant, 'lit') : literal(constant, parseType(type)))
}

/** What several values of one kind give together: NULL only where all of them may be. */
type FirstOf<C, A extends readonly unknown[]> = Like<
  C | A[number],
  NN<ValueOf<C>> | NN<Given<ValueOf<C>, A[number]>> | NullIfAll<readonly [C, ...A]>
>
type NullIfAll<A extends readonly unknown[]> =
  Exclude<
    {
      [I in keyof A]: A[I] extends ColumnOf<unknown> ? (null extends ValueOf<A[I]> ? null : 'value') : 'value'
    }[number],
    null
  > extends never
    ? null
    : never
type Several = <C extends ColumnOf<unknown>, const A extends readonly Beside<ValueOf<C>>[]>(
  first: C,
  ...others: A
) => FirstOf<C, A>

/** The first value that is not NULL. @example coalesce(o.discount, 0) */
export const coalesce: Several = scalar('coalesce', {
  takes: [meeting(any), rest(value(meeting(any)))],
  gives: 0,
  nulls: (args) => args.every((arg) => arg.nullable),
})

/** NULL where both are equal, else the first. @example nullif(o.region, '') */
export const nullif: <C extends ColumnOf<unknown>, E extends Beside<ValueOf<C>>>(
  column: C,
  other: E,
) => Like<C | E, ValueOf<C> | null> = scalar('nullif', {
  takes: [meeting(comparable), value(meeting(comparable))],
  gives: 0,
  nulls: 'always',
})

/** The first value, or the second where the first is NaN. NULL is no NaN. */
export const nanvl: <A extends ColumnOf<number | null>, B extends number | ColumnOf<number | null>>(
  column: A,
  other: B,
) => Like<A | B, number | null> = scalar('nanvl', {
  takes: [double, value(double)],
  gives: types.double,
  nulls: 'always',
})

/** The greatest value; NULLs are skipped, NULL only if all are. */
export const greatest: Several = scalar('greatest', {
  takes: [meeting(orderable), value(meeting(orderable)), rest(value(meeting(orderable)))],
  gives: 0,
  nulls: (args) => args.every((arg) => arg.nullable),
})

/** The least value; NULLs are skipped, NULL only if all are. */
export const least: Several = scalar('least', {
  takes: [meeting(orderable), value(meeting(orderable)), rest(value(meeting(orderable)))],
  gives: 0,
  nulls: (args) => args.every((arg) => arg.nullable),
})

/** True where the column is NULL; the function form of `.isNull()`. */
export function isnull<C extends ColumnOf<unknown>>(column: C): Like<C, boolean> {
  return toColumn(call('isNull', [columnArgument(column, 'isnull')]))
}
