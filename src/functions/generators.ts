import type { NoAggregate } from '../column/aggregate.ts'
import type { ColumnOf, NamedColumn, ValueFrom } from '../column/column.ts'
import { columnArgument, constantOf, describeValue, toColumn, toExpression } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import { type Expression, type GeneratedPart, type Generator, type LiteralValue, literal } from '../plan/expression.ts'

/** A column of arrays. */
type Lists<E> = ColumnOf<readonly E[] | null> & NoAggregate
/** A column of JSON documents: those that are no arrays have no elements. */
type Documents<V> = ColumnOf<V> & NoAggregate & (unknown extends V ? unknown : never)

/** A column of maps. */
type Mapped<K, V> = ColumnOf<ReadonlyMap<K, V> | null> & NoAggregate
/** The two columns of a map's entries, as one member of a list: `select` makes both. */
type KeyAndValue<K, V> = NamedColumn<'key', K> | NamedColumn<'value', V>

interface Explode<N> {
  <E>(column: Lists<E>): NamedColumn<'col', E | N>
  <K, V>(column: Mapped<K, V>): KeyAndValue<K | N, V | N>
  <V>(column: Documents<V>): NamedColumn<'col', unknown>
}
interface PosExplode<N> {
  <E>(column: Lists<E>): readonly [NamedColumn<'pos', number | N>, NamedColumn<'col', E | N>]
  <K, V>(column: Mapped<K, V>): readonly [NamedColumn<'pos', number | N>, KeyAndValue<K | N, V | N>]
  <V>(column: Documents<V>): readonly [NamedColumn<'pos', number | N>, NamedColumn<'col', unknown>]
}

const part = (generator: Generator, which: GeneratedPart, name: string): Expression => ({
  kind: 'alias',
  operand: Object.freeze({ kind: 'generated', generator, part: which }),
  name,
})

const exploding =
  (fn: string, outer: boolean) =>
  (column: unknown): never => {
    const generator: Generator = { kind: 'elements', operand: columnArgument(column, fn), outer }
    return toColumn<never>(part(generator, 'value', 'col'))
  }

const posexploding =
  (fn: string, outer: boolean) =>
  (column: unknown): never => {
    const generator: Generator = { kind: 'elements', operand: columnArgument(column, fn), outer }
    const both = [toColumn(part(generator, 'position', 'pos')), toColumn(part(generator, 'value', 'col'))]
    return Object.freeze(both) as never
  }

/**
 * A row for each element of an array, as the column `col` unless `.as()` names it. A row whose array is empty or NULL is
 * left out. Stands by itself in `select`, `withColumn` and `withColumns`, one in each. Of a map it makes two columns, `key`
 * and `value`, in a `select`.
 *
 * @example orders.select((o) => [o.id, explode(o.tags).as('tag')])
 * @example orders.select((o) => [o.id, explode(o.rates)]).rename({ key: 'band', value: 'rate' })
 */
export const explode: Explode<never> = exploding('explode', false)
/** `explode` that keeps a row whose array is empty or NULL, with NULL. */
export const explodeOuter: Explode<null> = exploding('explodeOuter', true)
/**
 * `explode` with each element's place in its array, from 0: two columns, `pos` and `col`.
 *
 * @example orders.select((o) => [o.id, ...posexplode(o.tags)])
 * @example
 * const [at, tag] = posexplode(orders.tags)
 * orders.withColumns({ at, tag })
 */
export const posexplode: PosExplode<never> = posexploding('posexplode', false)
/** `posexplode` that keeps a row whose array is empty or NULL, with NULLs. */
export const posexplodeOuter: PosExplode<null> = posexploding('posexplodeOuter', true)

/** What may stand in the rows of `stack`. */
type Stacked = LiteralValue | (ColumnOf<unknown> & NoAggregate)
/** A without its first N members. */
type Rest<A, N, Seen extends unknown[] = []> = Seen['length'] extends N
  ? A
  : A extends readonly [unknown, ...infer R]
    ? Rest<R, N, [...Seen, unknown]>
    : []
/** The numbers of the columns that A fills in N rows: [0, 1]. */
type Places<A, N, Found extends number[] = []> = A extends readonly []
  ? Found
  : Places<Rest<A, N>, N, [...Found, Found['length']]>
/** The values in the column of number K among so many. */
type InColumn<A, Count, K, At extends unknown[] = []> = A extends readonly [infer X, ...infer R]
  ?
      | (At['length'] extends K ? ValueFrom<X> : never)
      | InColumn<R, Count, K, [...At, unknown]['length'] extends Count ? [] : [...At, unknown]>
  : never
type ColumnsIn<A, P extends readonly number[]> = {
  [I in keyof P]: NamedColumn<`col${P[I]}`, InColumn<A, P['length'], P[I]> | null>
}
/** Columns of a number of rows that the checker knows; else it knows as little of them. */
type StackOf<A, N extends number> = number extends N
  ? readonly NamedColumn<string, unknown>[]
  : N extends 0
    ? readonly []
    : ColumnsIn<A, Places<A, N>>

/**
 * Parts its values into so many rows, which come for every row: columns `col0`, `col1` … unless `.as()` names them. What is
 * missing at the end is NULL. The values of one column meet in one type. Stands as `explode` does.
 *
 * @example
 * const [quarter, sales] = stack(2, 'first', shops.q1, 'second', shops.q2)
 * shops.select(shops.name, quarter.as('quarter'), sales.as('sales'))
 */
export function stack<const N extends number, const A extends readonly [Stacked, ...Stacked[]]>(
  rows: N,
  ...values: A
): StackOf<A, N> {
  const count = Number(constantOf(rows))
  if (!Number.isInteger(count) || count < 1) {
    throw new InvalidArgument(
      `stack takes a number of rows that is written into the program, not ${describeValue(rows)}`,
    )
  }
  if (values.length === 0) throw new InvalidArgument('stack takes at least one value')
  const width = Math.ceil(values.length / count)
  const cells = values.map((value) => toExpression(value, 'stack'))
  const generator: Generator = {
    kind: 'stack',
    rows: Array.from({ length: count }, (_, row) =>
      Array.from({ length: width }, (_, column) => cells[row * width + column] ?? literal(null)),
    ),
  }
  return Array.from({ length: width }, (_, column) => toColumn(part(generator, column, `col${column}`))) as never
}
