import type { AnyRow, Simplify } from '../column/values.ts'
import type { Database } from './database.ts'

/** What a table may be called: anything, unless `Database` says which tables there are and no row type is given. */
export type TableNameFor<R> = [R] extends [never]
  ? [keyof Database] extends [never]
    ? string
    : // In a template: errors then list the names, where they would only say `keyof Database`.
      `${keyof Database & string}`
  : string

/** The row of a table: the one given, else what `Database` says, else untyped. */
export type TableRow<R, N> = [R] extends [never] ? (N extends keyof Database ? Database[N] : AnyRow) : R

/** The row of rows that were given: one row of what all of them have, where they are of several forms. */
export type RowOfRows<R> = IsUnion<R> extends true ? { [K in keyof R & string]: R[K] } : Simplify<R>
type IsUnion<R, Member = R> = [Member extends unknown ? ([R] extends [Member] ? never : true) : never] extends [never]
  ? false
  : true
