/** The elements of arrays, which are PostgreSQL's own where they hold plain values, and JSON where they hold more. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { formatType, type SqlType } from '../../plan/type.ts'
import type { ArrayType } from '../array-casts.ts'
import type { Fragment } from '../fragment.ts'
import { postgresType } from './casts.ts'
import { elementRows, intoJson, jsonOf } from './items.ts'

/** A value as it stands among the elements of an array of such values. */
export function asElement(value: Fragment, array: ArrayType): Fragment {
  const json = jsonOf(array)
  return json ? { ...intoJson(value, array.element, json) } : value
}

/** What stands in FROM for an array's elements: `items`, with an `item` and a `place` from 1. JSON's null is NULL. */
export function itemsOf(array: string, type: SqlType): string {
  const rows = `${elementRows(array, type)} with ordinality`
  const json = jsonOf(type)
  if (!json) return `${rows} as items(item, place)`
  const known = json === 'jsonb' ? "nullif(value, 'null')" : "case when value::text <> 'null' then value end"
  return `(select ${known}, place from ${rows} as raw(value, place)) as items(item, place)`
}

/** A query of items as an array of the type. */
export function arrayOf(type: SqlType, from: string, { item = 'item', order = 'place' } = {}): string {
  const json = jsonOf(type)
  return json
    ? `coalesce((select ${json}_agg(${item} order by ${order}) from ${from}), '[]')`
    : `array(select ${item} from ${from} order by ${order})`
}

/** How many elements an array has. */
export function lengthOf(array: string, type: SqlType): string {
  const json = jsonOf(type)
  return json ? `${json}_array_length(${array})` : `cardinality(${array})`
}

/** @throws UnsupportedOnDialect for elements that may be equal and be written differently in JSON. */
export function comparable(type: SqlType, fn: string): void {
  if (!jsonOf(type)) return
  throw new UnsupportedOnDialect(`${fn} of ${formatType(type)} is not supported on PostgreSQL`, {
    hint: 'explode the outer array, and compare columns of plain values',
  })
}

/** Text is ordered by code point. */
export const inOrder = (item: string, type: SqlType): string => (type.kind === 'string' ? `${item} collate "C"` : item)

/**
 * An error that says these words where a value of the type would stand. They hold every argument that decides about it:
 * PostgreSQL computes what is constant before it asks whether it is needed.
 */
export const raise = (words: string, type: SqlType): string => `(${words})::int::text::${postgresType(type)}`
