/** Columns by what they are computed from: rows, whole groups, or nothing at all. Types only. */
import type { Column, ColumnOf, Condition, NamedColumn, ValueOf } from './column.ts'
import type { Arithmetic, Kin, Literal, Nulls, Numeric, TypeName, TypeOf } from './values.ts'
import type { WindowSpec } from './window.ts'

declare const GRAIN: unique symbol
declare const WINDOW_VALUE: unique symbol

/**
 * One value for a whole group: an aggregate, or what is computed from aggregates and constants. Legal in `agg`.
 *
 * What meets a column of single rows is `Mixed`, and belongs in `agg` no more.
 */
export type Aggregated<V> = GroupOperations<V> & Column<V>

/**
 * The methods of a column that stay aggregated. An intersection, not an extended Column: the checker compares columns by
 * their value types alone as long as nothing redeclares their methods.
 */
interface GroupOperations<V> {
  readonly [GRAIN]: 'group'
  eq<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  eq(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  ne<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  ne(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  gt<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  gt(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  gte<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  gte(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  lt<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  lt(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  lte<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | PerGroup<W>): Aggregated<boolean | Nulls<V | W>>
  lte(other: ColumnOf<Kin<V> | null>): Mixed<boolean | null>
  eqNullSafe(other: Literal<V> | PerGroup<Kin<V> | null> | null): Aggregated<boolean>
  between<L extends Kin<V> | null = Kin<V>, H extends Kin<V> | null = Kin<V>>(
    low: Literal<V> | PerGroup<L>,
    high: Literal<V> | PerGroup<H>,
  ): Aggregated<boolean | Nulls<V | L | H>>
  isin<W extends Literal<V> | null>(values: readonly W[]): Aggregated<boolean | Nulls<V | W>>
  and<W extends boolean | null = boolean>(this: Condition, ...others: PerGroup<W>[]): Aggregated<boolean | Nulls<V | W>>
  or<W extends boolean | null = boolean>(this: Condition, ...others: PerGroup<W>[]): Aggregated<boolean | Nulls<V | W>>
  isNull(): Aggregated<boolean>
  isNotNull(): Aggregated<boolean>
  plus<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | PerGroup<W>,
  ): Aggregated<Arithmetic<V, W>>
  plus(this: ColumnOf<Numeric | null>, other: ColumnOf<Numeric | null>): Mixed<Numeric | null>
  minus<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | PerGroup<W>,
  ): Aggregated<Arithmetic<V, W>>
  minus(this: ColumnOf<Numeric | null>, other: ColumnOf<Numeric | null>): Mixed<Numeric | null>
  times<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | PerGroup<W>,
  ): Aggregated<Arithmetic<V, W>>
  times(this: ColumnOf<Numeric | null>, other: ColumnOf<Numeric | null>): Mixed<Numeric | null>
  /** True division: double, or decimal between decimals. By zero it is NULL. */
  div<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | PerGroup<W>,
  ): Aggregated<Arithmetic<V, W> | null>
  div(this: ColumnOf<Numeric | null>, other: ColumnOf<Numeric | null>): Mixed<Numeric | null>
  /** Remainder with the sign of the dividend. By zero it is NULL. */
  mod<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | PerGroup<W>,
  ): Aggregated<Arithmetic<V, W> | null>
  mod(this: ColumnOf<Numeric | null>, other: ColumnOf<Numeric | null>): Mixed<Numeric | null>
  cast<const T extends TypeName>(type: T): Aggregated<TypeOf<T> | Nulls<V>>
  tryCast<const T extends TypeName>(type: T): Aggregated<TypeOf<T> | null>
  as<const N extends string>(name: N): NamedColumn<N, V> & Aggregated<V>
}

/** What an aggregate function makes: legal in `agg`, and after `.over(window)` wherever a column is. */
export type Aggregate<V> = Windowed<V> & Aggregated<V>

interface Windowed<V> {
  /** The aggregate of the rows that the window shows to each row. */
  over(window: WindowSpec): Column<V>
}

/** What a window function makes: no column before `.over(window)`. */
export interface WindowFunction<out V> {
  readonly [WINDOW_VALUE]: V
  over(window: WindowSpec): Column<V>
}

/** What `lit` makes: the same value everywhere, and so at home among rows and among groups. */
export type Constant<V> = ConstantOperations<V> & Column<V>

interface ConstantOperations<V> {
  readonly [GRAIN]: 'constant'
  plus<W extends Numeric | null>(this: ColumnOf<Numeric | null>, other: OfGroup<W>): Aggregated<Arithmetic<V, W>>
  minus<W extends Numeric | null>(this: ColumnOf<Numeric | null>, other: OfGroup<W>): Aggregated<Arithmetic<V, W>>
  times<W extends Numeric | null>(this: ColumnOf<Numeric | null>, other: OfGroup<W>): Aggregated<Arithmetic<V, W>>
  div<W extends Numeric | null>(this: ColumnOf<Numeric | null>, other: OfGroup<W>): Aggregated<Arithmetic<V, W> | null>
}

/** What may stand in `agg`, and opposite an aggregate. */
export interface PerGroup<out V> extends ColumnOf<V> {
  readonly [GRAIN]: 'group' | 'constant'
}
/** A value for a group that is no constant. */
export interface OfGroup<out V> extends ColumnOf<V> {
  readonly [GRAIN]: 'group'
}

/**
 * What an aggregate and a column of rows make together. Only `filter` and `orderBy` take it, for which the aggregate is
 * one over all rows; elsewhere the aggregate wants `.over(window)`.
 */
export type Mixed<V> = MixedOperations<V> & Column<V>
/** What is computed from such a value is one again. These come before those of `Column`. */
interface MixedOperations<V> {
  readonly [GRAIN]: 'mixed'
  eq<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  ne<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  gt<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  gte<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  lt<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  lte<W extends Kin<V> | null = Kin<V>>(other: Literal<V> | ColumnOf<W>): Mixed<boolean | Nulls<V | W>>
  isNull(): Mixed<boolean>
  isNotNull(): Mixed<boolean>
  and<W extends boolean | null = boolean>(this: Condition, ...others: ColumnOf<W>[]): Mixed<boolean | Nulls<V | W>>
  or<W extends boolean | null = boolean>(this: Condition, ...others: ColumnOf<W>[]): Mixed<boolean | Nulls<V | W>>
  plus<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnOf<W>,
  ): Mixed<Arithmetic<V, W>>
  minus<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnOf<W>,
  ): Mixed<Arithmetic<V, W>>
  times<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnOf<W>,
  ): Mixed<Arithmetic<V, W>>
  div<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnOf<W>,
  ): Mixed<Arithmetic<V, W> | null>
  mod<W extends Numeric | null = number>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnOf<W>,
  ): Mixed<Arithmetic<V, W> | null>
  cast<const T extends TypeName>(type: T): Mixed<TypeOf<T> | Nulls<V>>
  tryCast<const T extends TypeName>(type: T): Mixed<TypeOf<T> | null>
  as<const N extends string>(name: N): NamedColumn<N, V> & Mixed<V>
}
/** A value of V that is computed from G: a constant, rows where nothing is said, or a group. */
export interface ColumnFrom<out V, out G> extends ColumnOf<V> {
  readonly [GRAIN]?: G
}
/** A value of V of a row and of something computed from G, which may be unknown (`any`). */
export type Blend<G, V> = [G] extends ['group' | 'mixed'] ? (unknown extends G ? Column<V> : Mixed<V>) : Column<V>

/** Beside a column's type: an aggregate does not belong here, unless `.over(window)` follows it. */
export interface NoAggregate {
  readonly [GRAIN]?: 'row' | 'constant'
}

/** A condition on rows, one by one. In `filter` they may meet an aggregate, which is one over all rows. */
export type RowCondition = Condition & NoAggregateAlone
interface NoAggregateAlone {
  readonly [GRAIN]?: 'row' | 'constant' | 'mixed'
}

/** Those of A that stand for one row. */
type RowWise<A> = A extends ColumnOf<unknown> ? (A extends PerGroup<unknown> ? never : A) : never
/** Those of A that stand for a group. */
type GroupWise<A> = A extends OfGroup<unknown> ? A : never

/** Those of A in which rows and groups have met. */
type MixedWise<A> = A extends { readonly [GRAIN]: 'mixed' } ? A : never

/** A value of V computed from arguments of the types A: of groups if they are of groups, of rows if none is. */
export type Like<A, V> = unknown extends A
  ? // An untyped column could be either.
    Column<V>
  : [MixedWise<A>] extends [never]
    ? [GroupWise<A>] extends [never]
      ? Column<V>
      : [RowWise<A>] extends [never]
        ? Aggregated<V>
        : Mixed<V>
    : Mixed<V>

/** NULL where one of the arguments A, columns or plain values, may be. */
export type NullsOf<A> = A extends ColumnOf<unknown> ? Nulls<ValueOf<A>> : Nulls<A>

/** What a function gives that is NULL where any of its arguments A is. */
export type Result<A, V> = Like<A, V | NullsOf<A>>
