/** Columns of arrays, as types. */
import type { ColumnOf, ValueOf } from './column.ts'
import type { Met, Other, OtherColumn, Widen } from './values.ts'

/** A column of arrays. */
export type Arrays<E = unknown> = ColumnOf<readonly E[] | null>
/** The elements of V, an array. A column that nobody described holds anything. */
export type ElementsOf<V> = 0 extends 1 & V ? V : V extends readonly (infer E)[] ? E : never
/** The elements of a column of arrays, or of a plain array. */
export type ElementOf<C> = C extends ColumnOf<unknown> ? ElementsOf<ValueOf<C>> : Widen<ElementsOf<C>>

/** What may stand beside values of V: a plain value of their kind, or a column. */
export type Beside<V> = Other<V> | ColumnOf<OtherColumn<V>>
/** An array whose elements may stand beside values of V. */
export type ArrayBeside<V> = readonly Other<V>[] | Arrays<OtherColumn<V>>
/** What an array holds together with X: a column's value, or what a plain value becomes beside its elements. */
export type Joined<C, X> = ElementOf<C> | (X extends ColumnOf<unknown> ? ValueOf<X> : Met<ElementOf<C>, X>)
