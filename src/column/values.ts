/** The JavaScript side of SQL values, as types: what a row holds, and what may stand opposite a column. */

declare const KIND: unique symbol

/** A calendar day, `'2024-02-29'`: a branded string, exact and zoneless, that the type checker does not take for text. */
export type SqlDate = string & { readonly [KIND]: 'date' }
/** An exact decimal, `'12.50'`: a branded string with every digit of its scale. */
export type Decimal = string & { readonly [KIND]: 'decimal' }

export type Simplify<T> = { [K in keyof T]: T[K] } & {}

/** The row of a table that nobody described: every name is a column, every value is untyped. */
// biome-ignore lint/suspicious/noExplicitAny: an undescribed table is exactly that
export type AnyRow = Record<string, any>

/** V without null. */
export type NN<V> = Exclude<V, null>
/** `null` where V may be null. What a call is to give says nothing of V: messages would speak of columns of null. */
export type Nulls<V> = NoInfer<V & null>

/** Text that is neither a date nor a decimal, though their JavaScript values are strings too. */
export type Text = string & { readonly [KIND]?: never }
/** What arithmetic takes. */
export type Numeric = number | bigint | Decimal

/** The plain values that may stand opposite a column of V. Distributive on purpose: each member of a union speaks for itself. */
export type Literal<V> = V extends null
  ? never
  : V extends SqlDate
    ? string
    : V extends Decimal
      ? string | number | bigint
      : V extends Date
        ? Date | string
        : V extends number
          ? number | bigint
          : V

/** The values of columns that may stand opposite a column of V: numbers meet decimals, and dates timestamps. */
export type Kin<V> = V extends null
  ? never
  : V extends SqlDate | Date
    ? SqlDate | Date
    : V extends Numeric
      ? number | Decimal
      : V extends string
        ? Text
        : V extends boolean
          ? boolean
          : V

/**
 * What arithmetic gives: decimals among themselves stay decimal, numbers numbers; a number opposite a decimal may be
 * whole (which gives a decimal) or not (a double). NULL if either side may be.
 */
// Not distributive: unions that a distribution makes are shown to users under this alias, not as what they are.
export type Arithmetic<V, W> = [V | W] extends [number | bigint | null]
  ? number | Nulls<V | W>
  : [V | W] extends [Decimal | null]
    ? Decimal | Nulls<V | W>
    : number | Decimal | Nulls<V | W>
/** The value of a number that was computed with: `1 | 2` is a number, a decimal stays one. */
export type NumberOf<V> = Arithmetic<V, never>

/** The value of a column that holds this plain value: `'paid'` is a string, `5` a number. */
export type Widen<X> = X extends Date | SqlDate | Decimal
  ? X
  : X extends string
    ? string
    : X extends number | bigint
      ? number
      : X extends boolean
        ? boolean
        : X

/** The plain values that meet values of V in one column (`when`, `coalesce`). */
export type Other<V> = [NN<V>] extends [never] ? unknown : MetBy<NN<V>> | null
/** The values of columns that meet values of V in one column. */
export type OtherColumn<V> = [NN<V>] extends [never] ? unknown : Kin<V> | null
type MetBy<V> = V extends SqlDate | Date
  ? SqlDate | Date | string
  : V extends Decimal
    ? number | bigint | string
    : V extends number
      ? number | bigint | Decimal
      : V extends string
        ? Text
        : V extends boolean
          ? boolean
          : V
/** What X becomes where it meets values of V: text among dates is a date, a number among decimals may stay one. */
export type Met<V, X> = X extends null
  ? null
  : X extends SqlDate | Date | Decimal
    ? X
    : X extends string
      ? Textual<NN<V>>
      : Widen<X>
type Textual<V> = [V] extends [never] ? string : V extends SqlDate | Date | Decimal ? V : string

/** Simple type names and the JavaScript types of their values. */
export interface Types {
  byte: number
  short: number
  int: number
  long: number
  float: number
  double: number
  decimal: Decimal
  string: string
  boolean: boolean
  binary: Uint8Array
  date: SqlDate
  timestamp: Date
  json: unknown
}

/**
 * A type as schemas and casts write it. What stands in an array is checked; what stands in that, in a map or a struct,
 * when it runs: each pattern more is one that the checker tries every decimal with.
 */
export type TypeName =
  | keyof Types
  | `decimal(${number})`
  | `decimal(${number},${number})`
  | `decimal(${number}, ${number})`
  | `array<${keyof Types | `${'decimal(' | 'array<' | 'map<' | 'struct<'}${string}`}>`
  | `map<${string},${string}>`
  | `struct<${string}>`

/** The JavaScript type of a type name; a trailing `?` adds null. */
export type TypeOf<S> = S extends `${infer Base}?`
  ? TypeOf<Base> | null
  : S extends `decimal(${string})`
    ? Decimal
    : S extends `array<${infer Element}>`
      ? readonly (TypeOf<Element> | null)[]
      : S extends `map<${infer Inner}>`
        ? MapOf<Inner>
        : S extends `struct<${string}>`
          ? AnyRow
          : S extends keyof Types
            ? Types[S]
            : S extends ` ${infer Trimmed}`
              ? TypeOf<Trimmed>
              : never
/** The comma of `decimal(9,2)` does not end a key. */
type MapOf<S> = S extends `decimal(${string}),${infer Element}`
  ? ReadonlyMap<Decimal, TypeOf<Element> | null>
  : S extends `${infer Key},${infer Element}`
    ? ReadonlyMap<TypeOf<Key>, TypeOf<Element> | null>
    : never
