import type { NamedColumn } from '../column/column.ts'
import type { AnyRow, Simplify } from '../column/values.ts'
import type { IsUntyped, RowOf } from '../frame/row-types.ts'
import type { Database } from './database.ts'

/** What a table may be called: anything, unless `Database` says which tables there are and no row type is given. */
export type TableNameFor<R> = [R] extends [never]
  ? [keyof Database] extends [never]
    ? string
    : // In a template: errors then list the names, where they would only say `keyof Database`.
      `${keyof Database & string}`
  : string

/**
 * The row of a table: the one given, else what `Database` says, else untyped. A row that `Database` has written in place
 * is closed; an interface is already, and keeps its name.
 */
export type TableRow<R, N> = [R] extends [never]
  ? N extends keyof Database
    ? Database[N] extends Record<string, unknown>
      ? Closed<Database[N]>
      : Database[N]
    : AnyRow
  : Stored<R>

/** The row of rows that were given: one row of what all of them have, where they are of several forms. */
export type RowOfRows<R> = IsUnion<R> extends true ? ClosedStored<{ [K in keyof R & string]: R[K] }> : ClosedStored<R>
/** R by names and values alone, as all rows must be that others are computed from. */
type Closed<R> = RowOf<{ [K in keyof R & string]-?: NamedColumn<K, R[K]> }[keyof R & string]>
type ClosedStored<R> = IsUntyped<R> extends true ? Simplify<R> : Closed<Stored<R>>
type IsUnion<R, Member = R> = [Member extends unknown ? ([R] extends [Member] ? never : true) : never] extends [never]
  ? false
  : true

/** R as a database holds it: what may be missing, or undefined, is NULL there. */
type Stored<R> = undefined extends R[keyof R] ? (IsUntyped<R> extends true ? R : Simplify<NullsOf<R>>) : R
type NullsOf<R> = { [K in keyof R]-?: undefined extends R[K] ? Exclude<R[K], undefined> | null : R[K] }
