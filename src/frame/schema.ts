import type { NamedColumn } from '../column/column.ts'
import type { Literal, TypeName, TypeOf } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { Field, Fields } from '../plan/schema.ts'
import { parseType } from '../plan/type.ts'
import type { RowOf } from './row-types.ts'

declare const ROW: unique symbol
const SCHEMA = Symbol.for('millrace.schema')

/** Columns with names, types and nullability; R is the row that they make. */
export interface Schema<R> {
  readonly [ROW]: R
}
/** The row type of a schema: `type Order = Row<typeof Orders>`. */
export type Row<S> = S extends Schema<infer R> ? R : never

/** The row of a schema as it is written, closed as rows must be. */
type RowOfTypes<S> = RowOf<{ [K in keyof S & string]: NamedColumn<K, TypeOf<S[K]>> }[keyof S & string]>

/** The plain values of a row that a schema describes: what can be NULL may be left out. */
export type RowInput<R> = { [K in keyof InputOf<R>]: InputOf<R>[K] } & {}
type InputOf<R> = { readonly [K in keyof R as null extends R[K] ? never : K]: Literal<R[K]> } & {
  readonly [K in keyof R as null extends R[K] ? K : never]?: Literal<R[K]> | null | undefined
}

/**
 * The one spelling of schemas: for tables, `createDataFrame`, and tests. A trailing `?` allows NULL.
 *
 * @example schema({ id: 'long', total: 'decimal(12,2)', note: 'string?', tags: 'array<string>' })
 * @throws InvalidArgument naming the column whose type cannot be read.
 */
export function schema<const S extends Record<string, TypeName | `${TypeName}?`>>(columns: S): Schema<RowOfTypes<S>> {
  const fields = Object.entries(columns).map(([name, type]): Field => {
    if (typeof type !== 'string') throw new InvalidArgument(`column "${name}" of the schema needs the name of a type`)
    const nullable = type.trim().endsWith('?')
    const text = nullable ? type.trim().slice(0, -1) : type
    try {
      return Object.freeze({ name, type: parseType(text), nullable })
    } catch (error) {
      if (!(error instanceof InvalidArgument)) throw error
      throw new InvalidArgument(`column "${name}" of the schema: ${error.message}`, { hint: error.hint })
    }
  })
  return Object.freeze({ [SCHEMA]: Object.freeze(fields) }) as unknown as Schema<RowOfTypes<S>>
}

/** The fields inside a schema, or undefined where `value` is none. */
export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && SCHEMA in value
    ? (value as { [SCHEMA]: Fields })[SCHEMA]
    : undefined
}

/** A schema made of fields that are known already. */
export function schemaOf<R>(fields: Fields): Schema<R> {
  return Object.freeze({ [SCHEMA]: fields }) as unknown as Schema<R>
}
