import type { Decimal, Literal, NN, Nulls, TypeName, TypeOf } from './values.ts'
import type { WindowSpec } from './window.ts'

declare const VALUE: unique symbol
declare const AGGREGATE: unique symbol

/** What may stand opposite a column of V: a value of its kind, or a column of its kind. */
export type Operand<V> = Literal<V> | Column<V | null>
export type Condition = Column<boolean | null>
/** What arithmetic takes. */
export type Numeric = number | bigint | Decimal

/** What arithmetic gives: decimals among themselves stay decimal, all else is a number. NULL if either side may be. */
type Arithmetic<V, W> = ArithmeticValue<NN<V>, NN<W>> | Nulls<V | W>
type ArithmeticValue<V, W> = [V] extends [Decimal]
  ? [W] extends [Decimal]
    ? Decimal
    : Decimal | number
  : [W] extends [Decimal]
    ? Decimal | number
    : number

/**
 * An expression over the columns of a frame: immutable, typed by the value it gives.
 *
 * Strings opposite a column are values (`status.eq('paid')`), never names. Comparisons, logic and arithmetic with NULL
 * give NULL, as in SQL.
 */
export interface Column<out V> {
  readonly [VALUE]: V
  /** `=`; NULL if either side is. */
  eq(other: Operand<V>): Column<boolean>
  /** `<>`; NULL if either side is. */
  ne(other: Operand<V>): Column<boolean>
  gt(other: Operand<V>): Column<boolean>
  gte(other: Operand<V>): Column<boolean>
  lt(other: Operand<V>): Column<boolean>
  lte(other: Operand<V>): Column<boolean>
  /** Equality in which NULL equals NULL and nothing else; never NULL. */
  eqNullSafe(other: Operand<V> | null): Column<boolean>
  /** `low <= this and this <= high`. */
  between(low: Operand<V>, high: Operand<V>): Column<boolean>
  /** One of `values`. An empty list is false; a NULL among them makes "no" into NULL. The list travels as one binding. */
  isin(values: readonly (Literal<V> | null)[]): Column<boolean>
  isNull(): Column<boolean>
  isNotNull(): Column<boolean>
  and(this: Condition, ...others: Condition[]): Column<boolean>
  or(this: Condition, ...others: Condition[]): Column<boolean>
  plus<W extends Numeric | null = number>(this: Column<Numeric | null>, other: W | Column<W>): Column<Arithmetic<V, W>>
  minus<W extends Numeric | null = number>(this: Column<Numeric | null>, other: W | Column<W>): Column<Arithmetic<V, W>>
  times<W extends Numeric | null = number>(this: Column<Numeric | null>, other: W | Column<W>): Column<Arithmetic<V, W>>
  /** True division: double, or decimal between decimals. By zero it is NULL. */
  div<W extends Numeric | null = number>(
    this: Column<Numeric | null>,
    other: W | Column<W>,
  ): Column<Arithmetic<V, W> | null>
  /** Remainder with the sign of the dividend. By zero it is NULL. */
  mod<W extends Numeric | null = number>(
    this: Column<Numeric | null>,
    other: W | Column<W>,
  ): Column<Arithmetic<V, W> | null>
  /** SQL pattern: `%` any text, `_` one character, `\` escapes. Case-sensitive on every engine. */
  like(this: Column<string | null>, pattern: string): Column<boolean>
  contains(this: Column<string | null>, text: string | Column<string | null>): Column<boolean>
  startsWith(this: Column<string | null>, text: string | Column<string | null>): Column<boolean>
  endsWith(this: Column<string | null>, text: string | Column<string | null>): Column<boolean>
  /** Converts; a value that the type cannot hold raises in the database. @example o.total.cast('decimal(12,2)') */
  cast<const T extends TypeName>(type: T): Column<TypeOf<T> | Nulls<V>>
  /** Converts; a value that the type cannot hold gives NULL. */
  tryCast<const T extends TypeName>(type: T): Column<TypeOf<T> | null>
  /** Names the column that the expression makes. */
  as<const N extends string>(name: N): NamedColumn<N, V>
  /** Ascending, NULLs first. */
  asc(): SortKey
  /** Descending, NULLs last. */
  desc(): SortKey
  ascNullsFirst(): SortKey
  ascNullsLast(): SortKey
  descNullsFirst(): SortKey
  descNullsLast(): SortKey
}

/** A column that knows its own name: `df.amount`, or any expression after `.as()`. */
export interface NamedColumn<N extends string, out V> extends Column<V> {
  readonly name: N
}

/** What an aggregate or window function makes: legal in `agg`, or anywhere after `.over(window)`. */
export interface Aggregate<out V> extends Column<V> {
  readonly [AGGREGATE]: true
  over(window: WindowSpec): Column<V>
  as<const N extends string>(name: N): NamedColumn<N, V> & Aggregate<V>
}

/** A column with a direction, for `orderBy` and windows. */
export interface SortKey {
  readonly sort: true
}
