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

export type NN<V> = Exclude<V, null>
export type Nulls<V> = Extract<V, null>

/** The plain values that may stand opposite a column of V. Distributive on purpose: each member of a union speaks for itself. */
export type Literal<V> = V extends null
  ? never
  : V extends SqlDate
    ? string
    : V extends Decimal
      ? string | number
      : V extends Date
        ? Date | string
        : V extends number
          ? number | bigint
          : V

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

/** A type as schemas and casts write it. */
export type TypeName =
  | keyof Types
  | `decimal(${number})`
  | `decimal(${number},${number})`
  | `decimal(${number}, ${number})`
  | `array<${string}>`
  | `map<${string},${string}>`
  | `struct<${string}>`

/** The JavaScript type of a type name; a trailing `?` adds null. */
export type TypeOf<S> = S extends `${infer Base}?`
  ? TypeOf<Base> | null
  : S extends `decimal(${string})`
    ? Decimal
    : S extends `array<${infer Element}>`
      ? readonly (TypeOf<Element> | null)[]
      : S extends `map<${string},${infer Element}>`
        ? ReadonlyMap<string, TypeOf<Element> | null>
        : S extends `struct<${string}>`
          ? AnyRow
          : S extends keyof Types
            ? Types[S]
            : never
