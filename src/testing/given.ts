import { describeValue } from '../column/expression-column.ts'
import type { AnyRow } from '../column/values.ts'
import { type Definition, definitionOf, type ModelRef } from '../dag/models/definition.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { IsUntyped } from '../frame/row-types.ts'
import { fieldsOf, type RowInput, type Schema } from '../frame/schema.ts'
import type { Fields } from '../plan/schema.ts'

/** A row that a test gives: what can be NULL may be left out, dates and decimals may be plain text. */
export type GivenRow<R> = unknown extends R ? object : IsUntyped<R> extends true ? AnyRow : RowInput<R>

/** Rows by the names of tables: `{ stg_orders: [{ … }] }`. */
export type GivenByName = Readonly<Record<string, readonly object[]>>

/**
 * Rows by what they are of, so that the checker knows their columns: `[[stgOrders, [{ … }]]]`. A table that no model
 * makes is named by text, and a schema may say what its columns are: `[['rates', [], Rates]]`.
 */
export type GivenPairs<P extends readonly unknown[]> = {
  readonly [I in keyof P]: readonly [
    of: ModelRef<P[I]> | string,
    rows: readonly NoInfer<GivenRow<P[I]>>[],
    schema?: Schema<P[I]>,
  ]
}

export type PlainRow = Readonly<Record<string, unknown>>

/** One entry of `given`, checked. */
export interface GivenTable {
  /** A table's name, or what the rows are of. */
  readonly of: string | Definition
  readonly rows: readonly PlainRow[]
  /** What a schema beside the rows says. */
  readonly fields: Fields | undefined
}

/** Both spellings of `given` as one list. @throws InvalidArgument for what is neither */
export function givenTables(given: unknown): readonly GivenTable[] {
  if (given === undefined) return []
  if (Array.isArray(given)) return given.map(pairOf)
  if (typeof given === 'object' && given !== null)
    return Object.entries(given).map(([name, rows]) => ({ of: name, rows: rowsOf(rows, name), fields: undefined }))
  throw new InvalidArgument(`given is ${describeValue(given)}`, {
    hint: 'given: { stg_orders: [{ id: 1 }] }, or by the models themselves: given: [[stgOrders, [{ id: 1 }]]]',
  })
}

function pairOf(pair: unknown, index: number): GivenTable {
  const [first, rows, schema] = Array.isArray(pair) ? (pair as unknown[]) : []
  const of = typeof first === 'string' ? first : definitionOf(first)
  if (of === undefined) {
    throw new InvalidArgument(`entry ${index + 1} of given is for ${describeValue(first ?? pair)}`, {
      hint: "a list of given has pairs: [stgOrders, [{ id: 1 }]], or ['orders', [{ id: 1 }]]",
    })
  }
  const fields = fieldsOf(schema)
  if (schema !== undefined && fields === undefined)
    throw new InvalidArgument(`entry ${index + 1} of given has ${describeValue(schema)} for a schema`)
  return { of, rows: rowsOf(rows, `entry ${index + 1}`), fields }
}

function rowsOf(rows: unknown, what: string): readonly PlainRow[] {
  if (Array.isArray(rows)) return rows as readonly PlainRow[]
  throw new InvalidArgument(`given: ${what} has ${describeValue(rows)} where a list of rows is wanted`, {
    hint: 'no rows at all are []',
  })
}
