/** The type algebra of frames: what each verb does to a row type. Types only. */
import type { NoAggregate, PerGroup } from '../column/aggregate.ts'
import type { NamedColumn, ValueIn, ValueOf } from '../column/column.ts'
import type { AnyRow, Decimal, Kin, Literal, NN, NumberOf, Numeric, SqlDate, Text } from '../column/values.ts'

/** True for the row of a table that nobody described. */
export type IsUntyped<R> = string extends keyof R ? true : false

/** The columns of R and nothing else: what callbacks are given. No verb hides a column called count, schema, limit … */
// biome-ignore lint/suspicious/noExplicitAny: every name of an undescribed table is a column
export type Cols<R> = IsUntyped<R> extends true ? any : ColumnsOf<R>
/** A column for each column of R, in R's order and with what R says of it. Errors and editors show it by this name. */
export type ColumnsOf<R> = { readonly [K in keyof R]-?: NamedColumn<K, R[K]> }

/**
 * The row X as one flat object, in its order and with what its columns' declarations say.
 *
 * A row is computed from the one before, that from one before it, and so on. So that the checker never walks that way
 * again, what rows are computed from is closed: rows like this one, interfaces, names. It is not the type of an object
 * literal, in which the checker looks for type parameters, and then in all that holds it, at every call: it gives up
 * after a hundred. And all values of a row are looked up as soon as it is made, which is what the condition is for. No row
 * holds another one twice: where it compares frames, the checker follows each way back to the tables.
 */
type FlatRow<X> = [X[keyof X]] extends [unknown] ? { [P in keyof X]: X[P] } : never
/** FlatRow of what is flat already, and no alias. */
type Looked<X> = [X[keyof X]] extends [unknown] ? X : never
/** The columns of X, as FlatRow has them, with the values of V: what both sides of an intersection name loses its alias. */
type Arranged<V, X> = [V[keyof V]] extends [unknown] ? { -readonly [P in keyof X]: V[P & keyof V] } : never
/** In front of an object type whose names are computed: the checker asks once whether they are known, not at every use. */
// biome-ignore lint/suspicious/noEmptyInterface: an object type of its own, with nothing to show
export interface NotGeneric {}
/** R without the columns that K names. */
type Without<R, K> = { [P in keyof R as P extends K ? never : P]: R[P] } & unknown
/** The columns of R that K names. */
type Some<R, K> = { [P in keyof R as P extends K ? P : never]: R[P] } & unknown
/** The columns of R where an outer join finds no row. */
type Emptied<R> = { [P in keyof R]: R[P] | null } & unknown
/**
 * Nothing but what R's declarations say of the columns that K names: their comments, and, for TypeScript 7, which puts
 * the columns of a row in the order in which they are declared, their places.
 */
type Noted<R, K> = { [P in keyof R as P extends K ? P : never]: unknown } & unknown
/** The columns of R and N in no order, with N's values. */
type Over<R, N> = NotGeneric & {
  [P in keyof R | keyof N]-?: P extends keyof N ? N[P] : P extends keyof R ? R[P] : never
}
/** Nothing but R's places: under the names in K it leaves the values to others. */
type Places<R, K> = { [P in keyof R]: P extends K ? unknown : R[P] } & unknown

/** The row that columns make, given as a union of NamedColumn, which has no order. */
export type RowOf<C extends AnyNamed> = Flat<Values<C>, C['name']>
type AnyNamed = NamedColumn<PropertyKey, unknown>
type Values<C extends AnyNamed> = NotGeneric & { [E in C as E['name']]: ValueIn<E> }
/** Has the names ready for `keyof`, where Values has to make them anew each time. The condition leaves no alias to show. */
// biome-ignore lint/complexity/noBannedTypes: the row of no columns
type Flat<X, N extends keyof X> = [N] extends [never] ? {} : { [K in N]: X[K] }
/** The columns of an object of columns, named by its keys: closed, as its own type is not. */
export type Keyed<S> = RowOf<{ [K in keyof S & string]-?: NamedColumn<K, ValueOf<S[K]>> }[keyof S & string]>

/** What may name a column in `select` and `groupBy`. */
export type ColumnOrName<R> = (keyof R & string) | (NamedColumn<string, unknown> & NoAggregate)
/** What `select` and `groupBy` take: names, columns, and functions of the columns that give lists of them. */
export type Selection<R> = ColumnOrName<R> | ((columns: Cols<R>) => readonly ColumnOrName<R>[])
type Listed<E> = E extends (...columns: never) => readonly (infer Each)[] ? Each : E
type Named<R, E> = E extends keyof R & string ? NamedColumn<E, R[E]> : E extends AnyNamed ? E : never
/** What `select` makes of R: what a function lists, or an array of unknown length, comes without an order. */
export type Picked<R, A extends readonly unknown[]> = number extends A['length']
  ? RowOf<Named<R, Listed<A[number]>>>
  : [A[number]] extends [infer N extends string]
    ? Arranged<R, Turns<A> & Noted<R, N>>
    : [A[number]] extends [string | AnyNamed]
      ? FlatRow<InTurn<R, A>>
      : RowOf<Named<R, Listed<A[number]>>>
/** A list of names, for their order. */
type Turns<A extends readonly unknown[]> = {
  [I in keyof A as I extends `${number}` ? A[I] & string : never]: unknown
} & unknown
/** A list of names and named columns as a row, in their order. */
type InTurn<R, A extends readonly unknown[]> = {
  -readonly [I in keyof A as I extends `${number}` ? NameIn<A[I]> : never]: A[I] extends keyof R
    ? R[A[I]]
    : A[I] extends AnyNamed
      ? ValueIn<A[I]>
      : never
} & unknown &
  unknown
type NameIn<E> = E extends string ? E : E extends AnyNamed ? E['name'] : never

/** What `toDF` makes of R: the types know no positions, so that each name may have any value. */
export type Called<R, N extends readonly string[]> = number extends N['length']
  ? RowOf<NamedColumn<N[number], R[keyof R]>>
  : FlatRow<{ -readonly [I in keyof N as I extends `${number}` ? N[I] : never]: R[keyof R] }>

/** R with the columns of S put in place or appended. */
export type With<R, S> = IsUntyped<R> extends true ? AnyRow : WithRow<R, Keyed<S>>
type WithRow<R, N> = [keyof N & keyof R] extends [never] ? FlatRow<R & N> : Arranged<Over<R, N>, Places<R, keyof N> & N>
export type WithColumn<R, K extends string, V> = [K & keyof R] extends [never]
  ? FlatRow<R & { [P in K]: V }>
  : IsUntyped<R> extends true
    ? AnyRow
    : [K] extends [keyof R]
      ? Looked<{ [P in keyof R]: P extends K ? V : R[P] }>
      : // One of several names, and nobody knows which.
        FlatRow<{ [P in keyof R]: P extends K ? R[P] | V : R[P] } & { [P in Exclude<K, keyof R>]: V }>
export type Renamed<R, M> = M extends object ? (IsUntyped<R> extends true ? AnyRow : RenamedBy<R, NewNames<M>>) : never
/** The names in M by the columns of R that get them. */
type NewNames<M> = RowOf<{ [P in keyof M]-?: NamedColumn<P, M[P] extends string ? M[P] : P> }[keyof M]>
/** The renamed columns come last here: what found them their places would hold R twice. */
type RenamedBy<R, N> = FlatRow<
  Without<R, keyof N> & RowOf<{ [P in keyof N & keyof R]-?: NamedColumn<N[P] & string, R[P]> }[keyof N & keyof R]>
>
declare const UNKNOWN: unique symbol
/** Says in an error that the frame has no column of that name. */
interface NoColumn<Name> {
  readonly [UNKNOWN]: Name
}
/** What `rename` takes: new names for columns of R. */
export type Renaming<R> = { readonly [P in keyof R]?: string }
/** M, an object by columns, with only names that R has: where a call says more, its excess goes by unseen. */
export type OnlyNamesOf<R, M> = M extends Filler ? unknown : { [P in keyof M]: P extends keyof R ? M[P] : NoColumn<P> }
export type Dropped<R, K extends PropertyKey> = [K] extends [never]
  ? R
  : IsUntyped<R> extends true
    ? AnyRow
    : FlatRow<NotGeneric & Without<R, K>>

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

type Left<L, H extends How> = H extends EmptiesLeft ? Emptied<L> : L
/** The right side's columns, as L's names leave them theirs. */
type Right<L, R, H extends How, S extends string> = Suffixed<L, H extends EmptiesRight ? Emptied<R> : R, S>
type Suffixed<L, R, S extends string> = [keyof L & keyof R] extends [never]
  ? R
  : { [P in keyof R as P extends keyof L ? `${P & string}${S}` : P]: R[P] }

/** The row of a join by condition: all columns of both, a right-hand name that collides gets the suffix. */
export type Joined<L, R, H extends How, S extends string> =
  IsUntyped<L> extends true
    ? AnyRow
    : H extends KeepsLeft
      ? L
      : IsUntyped<R> extends true
        ? AnyRow
        : FlatRow<Left<L, H> & Right<L, R, H, S>>

/** The names that both sides of a join have, with values that can be compared. */
export type SharedKey<L, R> = [string] extends [keyof R]
  ? keyof L & string
  : {
      // Over one side's names: an intersection of both would try each name with each.
      [K in keyof R & string]: K extends keyof L ? ([Kin<L[K]>] extends [Kin<R[K]>] ? K : never) : never
    }[keyof R & string]

/** The row of a join by names: the key columns once, then the others. */
type JoinedByName<L, R, K extends PropertyKey, H extends How, S extends string> =
  IsUntyped<L> extends true
    ? AnyRow
    : H extends KeepsLeft
      ? L
      : IsUntyped<R> extends true
        ? AnyRow
        : FlatRow<LeftWithKeys<L, R, K, H> & Right<L, Without<R, K>, H, S>>
type LeftWithKeys<L, R, K, H extends How> = H extends EmptiesLeft
  ? { [P in keyof L]: P extends K & keyof R ? Key<L[P], R[P], H> : L[P] | null } & unknown
  : L
/** The one key column: a right join takes the right side's, a full join whichever is there. */
type Key<L, R, H extends How> = H extends EmptiesBoth ? L | R : R

/** The row of a join by a name or names, else by a condition. */
export type JoinedOn<L, R, O, H extends How, S extends string> = [KeysOf<O>] extends [never]
  ? Joined<L, R, H, S>
  : JoinedByName<L, R, KeysOf<O>, H, S>
/** The names in what a join is made on. */
type KeysOf<O> = O extends string ? O : O extends readonly (infer K extends string)[] ? K : never

/** What the right side of a join must be: nothing more, unless it brings a name that even with its suffix is there already. */
export type Apart<L, R, O, H extends How, S extends string> = [Clash<keyof L, keyof R, S>] extends [never]
  ? unknown
  : H extends KeepsLeft
    ? unknown
    : Twice<Clash<keyof L, Exclude<keyof R, KeysOf<O>>, S>>
/** By names alone: the checker finds the names of a row once. */
type Clash<L, R, S extends string> = R extends L ? (string extends L ? never : Extract<`${R & string}${S}`, L>) : never
type Twice<Name> = [Name] extends [never] ? unknown : ColumnTwice<Name>
declare const TWICE: unique symbol
/** Says in an error that two columns of a join have one name: another suffix keeps them apart. */
interface ColumnTwice<Name> {
  readonly [TWICE]: Name
}

/** The aggregates of `agg`, as the row that they make. */
// biome-ignore lint/suspicious/noExplicitAny: an aggregate of any value
export type Aggregates = Record<string, PerGroup<any>>
/** A row of the group's columns and its aggregates. */
export type GroupRow<G, S> = FlatRow<G & Keyed<S>>

/** A row of the group's columns and how many rows it has. */
export type Counted<G> = FlatRow<G & { count: number }>

/** The names of the columns that can be added up. */
export type NumericName<R> = { [K in keyof R & string]: NN<R[K]> extends Numeric ? K : never }[keyof R & string]
/** `sum(total)`, `avg(total)` … of GroupedData. */
export type Totals<R, G, F extends string, K extends keyof R & string> = FlatRow<
  G & { [P in K as `${F}(${P})`]: NumberOf<R[P]> | null }
>
export type Extremes<R, G, F extends string, K extends keyof R & string> = FlatRow<
  G & { [P in K as `${F}(${P})`]: R[P] | null }
>

/**
 * What stands opposite a column in another frame of as many. The types know no positions: what has no column of its name
 * there may meet any that has none here.
 */
type Opposite<R, R2, K extends keyof R> = K extends keyof R2
  ? R2[K]
  : Extract<R2[Exclude<keyof R2, keyof R>], Kin<R[K]> | null>
/** Columns of both sides of a union: a value of either. */
export type United<R, R2> = IsUntyped<R> extends true ? AnyRow : Looked<{ [K in keyof R]: R[K] | Opposite<R, R2, K> }>
/** Rows of R alone, in the types in which they meet those of the other side. */
export type Subtracted<R, R2> =
  IsUntyped<R> extends true ? AnyRow : Looked<{ [K in keyof R]: R[K] | NN<Opposite<R, R2, K>> }>
declare const UNMET: unique symbol
/** Says in an error that columns of two frames do not meet: one side alone has them, or their values are of two kinds. */
interface ColumnsDiffer<Name> {
  readonly [UNMET]: Name
}
/**
 * What the other side of a union by position must be: nothing more, unless it has other columns than R in number, or
 * other kinds under R's names. Where each side has names of its own, the types know no positions to compare at.
 */
export type Meeting<R, R2> = [keyof R] extends [keyof R2]
  ? [keyof R2] extends [keyof R]
    ? Unmet<R, R2, Differing<R, R2>>
    : Unmet<R, R2, Exclude<keyof R2, keyof R>>
  : [keyof R2] extends [keyof R]
    ? Unmet<R, R2, Exclude<keyof R, keyof R2>>
    : unknown
/** And by name: both must have the same. */
export type MeetingByName<R, R2> = Unmet<
  R,
  R2,
  Exclude<keyof R, keyof R2> | Exclude<keyof R2, keyof R> | Differing<R, R2>
>
type Unmet<R, R2, Name> = [Name] extends [never]
  ? unknown
  : true extends IsUntyped<R> | IsUntyped<R2>
    ? unknown
    : ColumnsDiffer<Name>
/** The names of both sides with values that cannot stand in one column. */
type Differing<R, R2> = {
  [K in keyof R & keyof R2]-?: [NN<R2[K]>] extends [Kin<R[K]>] ? never : [NN<R[K]>] extends [Kin<R2[K]>] ? never : K
}[keyof R & keyof R2]
export type NullableRow<R> = Looked<{ [P in keyof R]: R[P] | null }>

/** What a pivot's value can be and still be part of a column's name. */
type PivotLiteral = string | number | boolean | null
/** A value of the column that a pivot is on: of its kind, where a name says which. */
export type PivotValue<R, O> = O extends keyof R ? R[O] & PivotLiteral : PivotLiteral
/** A row of the group's columns and each aggregate once a value: `value_aggregate`. */
export type PivotedRow<G, P extends string, S> = FlatRow<
  G & RowOf<{ [K in keyof S & string]-?: NamedColumn<`${P}_${K}`, ValueOf<S[K]> | null> }[keyof S & string]>
>
declare const MIXED: unique symbol
/** Says in an error that these columns hold values that cannot stand in one column: a cast of some makes them meet. */
interface MixedKinds<Name> {
  readonly [MIXED]: Name
}
/** What the columns that `unpivot` puts into one must be: nothing more, unless their values are of several kinds. */
export type OneKind<R, K extends keyof R> = Mixed<Stranger<R, K>>
type Mixed<Name> = [Name] extends [never] ? unknown : MixedKinds<Name>
/** Those of the columns K that do not meet all the others. */
type Stranger<R, K extends keyof R> = {
  [P in K]-?: [NN<R[P]>] extends [never] ? never : [NN<R[K]>] extends [Kin<R[P]>] ? never : P
}[K]
/** What `unpivot` makes: the ids, and a name and a value in columns N and V. */
export type Unpivoted<
  R,
  I extends keyof R & string,
  K extends keyof R & string,
  N extends string,
  V extends string,
> = FlatRow<Some<R, I> & { [P in N]: string } & { [P in V]: R[K] }>

/** The value that `fillna` puts into all columns of its kind. */
export type Filler = string | number | boolean
/** The values that `fillna` puts into columns by name. */
export type Fillings<R> = { readonly [P in keyof R]?: Literal<R[P]> }
/** R after `fillna` with M, in the columns K where M is for all of its kind. */
export type FilledBy<R, M, K extends PropertyKey> = M extends Filler
  ? IsUntyped<R> extends true
    ? AnyRow
    : Looked<{ [P in keyof R]: P extends K ? FilledValue<R[P], M> : R[P] }>
  : WithoutNull<R, keyof M>
type FilledValue<V, M> = [NN<V>] extends [OfKind<M>] ? NN<V> | Put<V, M> : V
/** What a column of V holds of the plain value X that was put in: `'none'` joins `'open' | 'closed'`, a decimal stays one. */
type Put<V, X> = NN<V> extends Decimal | SqlDate | Date ? X & null : X
type OfKind<M> = M extends number ? Numeric : M extends string ? Text : boolean

/** R, in which `replace` puts the values of M for its keys into columns K of the keys' kind. */
export type Replaced<R, M, K extends PropertyKey> =
  IsUntyped<R> extends true ? AnyRow : Looked<WithPut<R, K, KeyOf<M>, ReplacedBy<M>>>
type KeyOf<M> = M extends ReadonlyMap<infer Key, unknown> ? Key : string
type ReplacedBy<M> = M extends ReadonlyMap<unknown, infer V> ? V : M[keyof M]
/** The columns of R, with values X in those of K that hold values as V. */
type WithPut<R, K extends PropertyKey, V, X> = {
  [P in keyof R]: P extends K ? (NN<R[P]> extends Kin<V> ? R[P] | Put<R[P], X> : R[P]) : R[P]
} & unknown

/** R without NULL in the columns K, or in all where K names none. */
export type WithoutNull<R, K extends PropertyKey> =
  IsUntyped<R> extends true
    ? AnyRow
    : Looked<{ [P in keyof R]: [K] extends [never] ? NN<R[P]> : P extends K ? NN<R[P]> : R[P] }>

/** Columns of both sides of a union by name; what one side lacks is NULL there. */
export type UnitedMissing<R, R2> =
  IsUntyped<R> extends true ? AnyRow : FlatRow<Either<R, R2> & Emptied<Without<R2, keyof R>>>
/** R's columns, with values of R2 or, where that lacks a name, NULL. */
type Either<R, R2> = { [P in keyof R]: P extends keyof R2 ? R[P] | R2[P] : R[P] | null } & unknown

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
  : { [P in 'summary' | K]: P extends 'summary' ? string : string | null } & unknown
