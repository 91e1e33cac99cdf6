/** The type algebra of frames: what each verb does to a row type. Types only. */
import type { NoAggregate, PerGroup } from '../column/aggregate.ts'
import type { NamedColumn, ValueOf } from '../column/column.ts'
import type { AnyRow, Kin, NN, Nulls, NumberOf, Numeric, Simplify, SqlDate } from '../column/values.ts'

/** True for the row of a table that nobody described. */
export type IsUntyped<R> = string extends keyof R ? true : false

/** The columns of R and nothing else: what callbacks are given. No verb hides a column called count, schema, limit … */
// biome-ignore lint/suspicious/noExplicitAny: every name of an undescribed table is a column
export type Cols<R> = IsUntyped<R> extends true ? any : ColumnsOf<R>
/** A column for each column of R, in R's order and with what R says of it. Errors and editors show it by this name. */
export type ColumnsOf<R> = { readonly [K in keyof R]-?: NamedColumn<K & string, R[K]> }

/** What may name a column in `select` and `groupBy`. */
export type ColumnOrName<R> = (keyof R & string) | (NamedColumn<string, unknown> & NoAggregate)
/** What `select` and `groupBy` take: names, columns, and functions of the columns that give lists of them. */
export type Selection<R> = ColumnOrName<R> | ((columns: Cols<R>) => readonly ColumnOrName<R>[])
type NameOf<E> = E extends string ? E : E extends { readonly name: infer N extends string } ? N : never
type Listed<E> = E extends (...columns: never) => readonly (infer Each)[] ? Each : E
export type Picked<R, A extends readonly unknown[]> = Simplify<{
  [E in Listed<A[number]> as NameOf<E>]: E extends keyof R ? R[E] : ValueOf<E>
}>

/** R with the columns of S put in place or appended. */
export type With<R, S> =
  IsUntyped<R> extends true ? AnyRow : Simplify<Omit<R, keyof S> & { -readonly [K in keyof S]: ValueOf<S[K]> }>
export type WithColumn<R, K extends string, V> =
  IsUntyped<R> extends true
    ? AnyRow
    : [K] extends [keyof R]
      ? { [P in keyof R]: P extends K ? V : R[P] }
      : Simplify<R & { [P in K]: V }>
export type Renamed<R, M> =
  IsUntyped<R> extends true
    ? AnyRow
    : { [P in keyof R as P extends keyof M ? (M[P] extends string ? M[P] : P) : P]: R[P] }
declare const UNKNOWN: unique symbol
/** Says in an error that the frame has no column of that name. */
interface NoColumn<Name> {
  readonly [UNKNOWN]: Name
}
/** The map of `rename`: only names that R has. */
export type NewNames<R, M> = { [P in keyof M]: P extends keyof R ? M[P] : NoColumn<P> }
export type Dropped<R, K extends PropertyKey> =
  IsUntyped<R> extends true ? AnyRow : { [P in keyof R as P extends K ? never : P]: R[P] }

/** The seven kinds of joins, by their usual names. */
export type How =
  | 'inner'
  | 'cross'
  | 'left'
  | 'leftouter'
  | 'left_outer'
  | 'right'
  | 'rightouter'
  | 'right_outer'
  | 'full'
  | 'outer'
  | 'fullouter'
  | 'full_outer'
  | 'semi'
  | 'leftsemi'
  | 'left_semi'
  | 'anti'
  | 'leftanti'
  | 'left_anti'
type KeepsLeft = 'semi' | 'leftsemi' | 'left_semi' | 'anti' | 'leftanti' | 'left_anti'
type EmptiesRight = 'left' | 'leftouter' | 'left_outer' | EmptiesBoth
type EmptiesLeft = 'right' | 'rightouter' | 'right_outer' | EmptiesBoth
type EmptiesBoth = 'full' | 'outer' | 'fullouter' | 'full_outer'

type Nullable<R> = { [K in keyof R]: R[K] | null }
type Suffixed<L, R, S extends string> = { [K in keyof R as K extends keyof L ? `${K & string}${S}` : K]: R[K] }

/** The row of a join by condition: all columns of both, a right-hand name that collides gets the suffix. */
export type Joined<L, R, H extends How, S extends string> =
  IsUntyped<L> extends true
    ? AnyRow
    : H extends KeepsLeft
      ? L
      : IsUntyped<R> extends true
        ? AnyRow
        : Simplify<(H extends EmptiesLeft ? Nullable<L> : L) & Suffixed<L, H extends EmptiesRight ? Nullable<R> : R, S>>

/** The names that both sides of a join have, with values that can be compared. */
export type SharedKey<L, R> = [string] extends [keyof R]
  ? keyof L & string
  : {
      // Over one side's names: an intersection of both would try each name with each.
      [K in keyof R & string]: K extends keyof L ? ([Kin<L[K]>] extends [Kin<R[K]>] ? K : never) : never
    }[keyof R & string]

/** The row of a join by names: the key columns first, once, then the others. */
export type JoinedByName<L, R, K extends PropertyKey, H extends How, S extends string> =
  IsUntyped<L> extends true
    ? AnyRow
    : H extends KeepsLeft
      ? L
      : IsUntyped<R> extends true
        ? AnyRow
        : Simplify<
            {
              [P in keyof L as P extends K ? P : never]: P extends keyof R ? Key<L[P], R[P], H> : L[P]
            } & (H extends EmptiesLeft ? Nullable<Omit<L, K>> : Omit<L, K>) &
              Suffixed<L, H extends EmptiesRight ? Nullable<Omit<R, K>> : Omit<R, K>, S>
          >
/** The one key column: a right join takes the right side's, a full join whichever is there. */
type Key<L, R, H extends How> = H extends EmptiesBoth
  ? NN<L> | NN<R> | (null extends L ? Nulls<R> : never)
  : H extends EmptiesLeft
    ? R
    : L

/** The aggregates of `agg`, as the row that they make. */
// biome-ignore lint/suspicious/noExplicitAny: an aggregate of any value
export type Aggregates = Record<string, PerGroup<any>>
export type AggregatesRow<S> = { -readonly [K in keyof S]: ValueOf<S[K]> }

/** The names of the columns that can be added up. */
export type NumericName<R> = { [K in keyof R & string]: NN<R[K]> extends Numeric ? K : never }[keyof R & string]
/** `sum(total)`, `avg(total)` … of GroupedData. */
export type Totals<R, G, F extends string, K extends keyof R & string> = Simplify<
  G & { [P in K as `${F}(${P})`]: NumberOf<R[P]> | null }
>
export type Extremes<R, G, F extends string, K extends keyof R & string> = Simplify<
  G & { [P in K as `${F}(${P})`]: R[P] | null }
>

/** Columns of both sides of a union: a value of either. */
export type United<R, R2> =
  IsUntyped<R> extends true ? AnyRow : { [K in keyof R]: K extends keyof R2 ? R[K] | R2[K] : R[K] }
/** A row with R's names, and values that can stand in one column with R's. */
export type Alike<R> = IsUntyped<R> extends true ? unknown : { [K in keyof R]: Kin<R[K]> | null }

export type NullableRow<R> = { [K in keyof R]: R[K] | null }

/** What a pivot's value can be and still be part of a column's name. */
export type PivotLiteral = string | number | boolean | null
/** Each aggregate once a value: `value_aggregate`. */
export type PivotedRow<P extends string, A> = { [K in keyof A & string as `${P}_${K}`]: A[K] | null }

/** R without NULL in the columns K, or in all where K names none. */
export type WithoutNull<R, K extends PropertyKey> = [K] extends [never]
  ? { [P in keyof R]: Exclude<R[P], null> }
  : { [P in keyof R]: P extends K ? Exclude<R[P], null> : R[P] }

/** Columns of both sides of a union by name; what one side lacks is NULL there. */
export type UnitedMissing<R, R2> =
  IsUntyped<R> extends true
    ? AnyRow
    : Simplify<
        { [K in keyof R]: K extends keyof R2 ? R[K] | R2[K] : R[K] | null } & {
          [K in keyof R2 as K extends keyof R ? never : K]: R2[K] | null
        }
      >

/** What `summary` knows beside percentiles. */
export type Statistic = 'count' | 'mean' | 'stddev' | 'min' | 'max' | 'count_distinct'
/** The names of the columns that `describe` describes. */
export type DescribedName<R> =
  IsUntyped<R> extends true
    ? string
    : {
        [K in keyof R & string]: NN<R[K]> extends SqlDate ? never : NN<R[K]> extends Numeric | string ? K : never
      }[keyof R & string]
/** A row of `describe`. */
export type Described<K extends string> = string extends K
  ? AnyRow
  : { [P in 'summary' | K]: P extends 'summary' ? string : string | null }
