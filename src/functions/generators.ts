import type { NoAggregate } from '../column/aggregate.ts'
import type { ColumnOf, NamedColumn } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { Expression, Generator } from '../plan/expression.ts'

/** A column of arrays. */
type Lists<E> = ColumnOf<readonly E[] | null> & NoAggregate
/** A column of JSON documents: those that are no arrays have no elements. */
type Documents<V> = ColumnOf<V> & NoAggregate & (unknown extends V ? unknown : never)

interface Explode<N> {
  <E>(column: Lists<E>): NamedColumn<'col', E | N>
  <V>(column: Documents<V>): NamedColumn<'col', unknown>
}
interface PosExplode<N> {
  <E>(column: Lists<E>): readonly [NamedColumn<'pos', number | N>, NamedColumn<'col', E | N>]
  <V>(column: Documents<V>): readonly [NamedColumn<'pos', number | N>, NamedColumn<'col', unknown>]
}

const part = (generator: Generator, which: 'position' | 'value', name: string): Expression => ({
  kind: 'alias',
  operand: Object.freeze({ kind: 'generated', generator, part: which }),
  name,
})

const exploding =
  (fn: string, outer: boolean) =>
  (column: unknown): never => {
    const generator: Generator = { operand: columnArgument(column, fn), outer }
    return toColumn<never>(part(generator, 'value', 'col'))
  }

const posexploding =
  (fn: string, outer: boolean) =>
  (column: unknown): never => {
    const generator: Generator = { operand: columnArgument(column, fn), outer }
    const both = [toColumn(part(generator, 'position', 'pos')), toColumn(part(generator, 'value', 'col'))]
    return Object.freeze(both) as never
  }

/**
 * A row for each element of an array, as the column `col` unless `.as()` names it. A row whose array is empty or NULL is
 * left out. Stands by itself in `select`, `withColumn` and `withColumns`, one in each.
 *
 * @example orders.select((o) => [o.id, explode(o.tags).as('tag')])
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
