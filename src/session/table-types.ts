import type { AnyRow, Simplify } from '../column/values.ts'
import type { IsUntyped } from '../frame/row-types.ts'
import type { Database } from './database.ts'

/** What a table may be called: anything, unless `Database` says which tables there are and no row type is given. */
export type TableNameFor<R> = [R] extends [never]
  ? [keyof Database] extends [never]
    ? string
    : // In a template: errors then list the names, where they would only say `keyof Database`.
      `${keyof Database & string}`
  : string

/** The row of a table: the one given, else what `Database` says, else untyped. */
export type TableRow<R, N> = [R] extends [never] ? (N extends keyof Database ? Database[N] : AnyRow) : Stored<R>

/** The row of rows that were given: one row of what all of them have, where they are of several forms. */
export type RowOfRows<R> = IsUnion<R> extends true ? Stored<{ [K in keyof R & string]: R[K] }> : Stored<Simplify<R>>
type IsUnion<R, Member = R> = [Member extends unknown ? ([R] extends [Member] ? never : true) : never] extends [never]
  ? false
  : true

/** R as a database holds it: what may be missing, or undefined, is NULL there. */
type Stored<R> = undefined extends R[keyof R] ? (IsUntyped<R> extends true ? R : Simplify<NullsOf<R>>) : R
type NullsOf<R> = { [K in keyof R]-?: undefined extends R[K] ? Exclude<R[K], undefined> | null : R[K] }
