import type { Blend, ColumnFrom } from './aggregate.ts'
import type { Arithmetic, Kin, Literal, Nulls, Numeric, Text, TypeName, TypeOf, Widen } from './values.ts'

declare const VALUE: unique symbol

/** A condition, as filters take it: rows in which it is NULL are left out. */
export type Condition = ColumnOf<boolean | null>

/** Any column of V, however it was made: what functions and operators take. */
export interface ColumnOf<out V> {
  readonly [VALUE]: V
}
/** The value that a column gives. */
export type ValueOf<C> = C extends ColumnOf<unknown> ? C[typeof VALUE] : never
/** `ValueOf` of what is known to be a column: looked up, where ValueOf has to match. */
export type ValueIn<C extends ColumnOf<unknown>> = C[typeof VALUE]
/** The value of a column, or what a plain value becomes in one. */
export type ValueFrom<X> = X extends ColumnOf<unknown> ? ValueOf<X> : Widen<X>

/**
 * An expression over the columns of a frame: immutable, typed by the value it gives.
 *
 * Strings opposite a column are values (`status.eq('paid')`), never names. Comparisons, logic and arithmetic with NULL
 * give NULL, as in SQL, and their types say so.
 */
export interface Column<out V> extends ColumnOf<V> {
  /** `=`; NULL if either side is. */
  eq<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  /** `<>`; NULL if either side is. */
  ne<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  gt<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  gte<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  lt<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  lte<W extends Kin<V> | null = Kin<V>, G = 'row'>(
    other: Literal<V> | ColumnFrom<W, G>,
  ): Blend<G, boolean | Nulls<V | W>>
  /** Equality in which NULL equals NULL and nothing else; never NULL. */
  eqNullSafe<G = 'row'>(other: Literal<V> | ColumnFrom<Kin<V> | null, G> | null): Blend<G, boolean>
  /** `low <= this and this <= high`. */
  between<L extends Kin<V> | null = Kin<V>, H extends Kin<V> | null = Kin<V>, G = 'row'>(
    low: Literal<V> | ColumnFrom<L, G>,
    high: Literal<V> | ColumnFrom<H, G>,
  ): Blend<G, boolean | Nulls<V | L | H>>
  /** One of `values`. An empty list is false; a NULL among them makes "no" into NULL. A long list travels as one binding. */
  isin<W extends Literal<V> | null>(values: readonly W[]): Column<boolean | Nulls<V | W>>
  isNull(): Column<boolean>
  isNotNull(): Column<boolean>
  and<W extends boolean | null = boolean, G = 'row'>(
    this: Condition,
    ...others: ColumnFrom<W, G>[]
  ): Blend<G, boolean | Nulls<V | W>>
  or<W extends boolean | null = boolean, G = 'row'>(
    this: Condition,
    ...others: ColumnFrom<W, G>[]
  ): Blend<G, boolean | Nulls<V | W>>
  plus<W extends Numeric | null = number, G = 'row'>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnFrom<W, G>,
  ): Blend<G, Arithmetic<V, W>>
  minus<W extends Numeric | null = number, G = 'row'>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnFrom<W, G>,
  ): Blend<G, Arithmetic<V, W>>
  times<W extends Numeric | null = number, G = 'row'>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnFrom<W, G>,
  ): Blend<G, Arithmetic<V, W>>
  /** True division: double, or decimal between decimals. By zero it is NULL. */
  div<W extends Numeric | null = number, G = 'row'>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnFrom<W, G>,
  ): Blend<G, Arithmetic<V, W> | null>
  /** Remainder with the sign of the dividend. By zero it is NULL. */
  mod<W extends Numeric | null = number, G = 'row'>(
    this: ColumnOf<Numeric | null>,
    other: W | ColumnFrom<W, G>,
  ): Blend<G, Arithmetic<V, W> | null>
  /** SQL pattern: `%` any text, `_` one character, `\` escapes. Case-sensitive on every engine. */
  like(this: ColumnOf<Text | null>, pattern: string): Column<boolean | Nulls<V>>
  /** `like` that does not tell upper from lower case. */
  ilike(this: ColumnOf<Text | null>, pattern: string): Column<boolean | Nulls<V>>
  /** Whether the regular expression is found anywhere in the text: classes, groups, quantifiers, anchors. */
  rlike(this: ColumnOf<Text | null>, pattern: string): Column<boolean | Nulls<V>>
  /** `length` characters from `position`, as the function `substring`. */
  substr(this: ColumnOf<Text | null>, position: number, length: number): Column<string | Nulls<V>>
  bitwiseAND<W extends number | null = number>(
    this: ColumnOf<number | null>,
    other: W | ColumnOf<W>,
  ): Column<number | Nulls<V | W>>
  bitwiseOR<W extends number | null = number>(
    this: ColumnOf<number | null>,
    other: W | ColumnOf<W>,
  ): Column<number | Nulls<V | W>>
  bitwiseXOR<W extends number | null = number>(
    this: ColumnOf<number | null>,
    other: W | ColumnOf<W>,
  ): Column<number | Nulls<V | W>>
  contains<W extends Text | null = Text>(
    this: ColumnOf<Text | null>,
    text: string | ColumnOf<W>,
  ): Column<boolean | Nulls<V | W>>
  startsWith<W extends Text | null = Text>(
    this: ColumnOf<Text | null>,
    text: string | ColumnOf<W>,
  ): Column<boolean | Nulls<V | W>>
  endsWith<W extends Text | null = Text>(
    this: ColumnOf<Text | null>,
    text: string | ColumnOf<W>,
  ): Column<boolean | Nulls<V | W>>
  /** The element at `index`, from 0, of an array: raises in the database where there is none. */
  getItem<E>(this: ColumnOf<readonly E[] | null>, index: number | ColumnOf<number | null>): Column<E | null>
  /** The value of `key` in a map; NULL where the map has no such key. */
  getItem<E>(this: ColumnOf<ReadonlyMap<string, E> | null>, key: Key | ColumnOf<Key | null>): Column<E | null>
  /** What a JSON document has under a name, or in place `key` (from 0) of an array: NULL for nothing, and for JSON's null. */
  // biome-ignore lint/suspicious/noExplicitAny: what a document holds is not in its type
  getItem(this: ColumnOf<unknown>, key: string | number): Column<any>
  /** The field of a struct, or what a JSON document has under the name (NULL where it has nothing). */
  // biome-ignore lint/suspicious/noExplicitAny: what a struct or document holds is not in its type
  getField(this: ColumnOf<unknown>, name: string): Column<any>
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

/** What maps are asked by. */
type Key = string | number

/** A column that knows its own name: `df.amount`, or any expression after `.as()`. */
export interface NamedColumn<N extends PropertyKey, out V> extends Column<V> {
  readonly name: N
}

/** A column with a direction, for `orderBy` and windows. */
export interface SortKey {
  readonly sort: true
}
