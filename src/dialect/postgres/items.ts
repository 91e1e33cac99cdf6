/** What is inside of arrays and of JSON, as a value of its type, and the way into JSON. */

import type { SqlType } from '../../plan/type.ts'
import { isFractional } from '../../plan/type-rules.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'
import { postgresType, typed } from './casts.ts'

/** How the type is held where it is JSON: documents and nested values as jsonb, what has a map in it as json. */
export function jsonOf(type: SqlType): 'json' | 'jsonb' | undefined {
  const name = postgresType(type)
  return name === 'json' || name === 'jsonb' ? name : undefined
}

/**
 * A part of a JSON value as a value of its type; JSON's null is NULL. What is declared as a map may in truth be jsonb, so
 * nothing is asked of a json that jsonb has not.
 */
export function fromJson(part: Fragment, type: SqlType): Fragment {
  const name = postgresType(type)
  if (name === 'jsonb') return fill("nullif($1::jsonb, 'null')", [part])
  if (name === 'json') return fill("case when $1::text <> 'null' then $1::json end", [part])
  if (type.kind !== 'array') return fill(`($1 #>> '{}')::${name}`, [part], RANK.cast)
  return fill(
    `case when jsonb_typeof($1::jsonb) = 'array' then array(select element::${postgresType(type.element)} from jsonb_array_elements_text($1::jsonb) with ordinality as elements(element, place) order by place) end`,
    [part],
  )
}

/** A value as an argument of PostgreSQL's makers of JSON, that comes back as it was. Numbers of jsonb have no zero below zero. */
export function intoJson(value: Fragment, type: SqlType, into: 'json' | 'jsonb'): Fragment {
  if (type.kind === 'timestamp' || type.kind === 'binary' || type.kind === 'string') return typed(value, 'text')
  if (!isFractional(type) || into === 'json') return value
  return fill("case when $1::text = '-0' then to_jsonb('-0'::text) else to_jsonb($1) end", [value])
}

/** The elements of an array, whatever holds it, as a function that gives rows. */
export function elementRows(array: string, type: SqlType): string {
  const json = jsonOf(type)
  return json ? `${json}_array_elements(${array}${json === 'json' ? '::json' : ''})` : `unnest(${array})`
}

/** The index, if the array has so many elements; else the cast of words that say what is wrong. */
const checkedIndex = (length: string): string =>
  `case when $2 >= 0 and $2 < ${length} then $2 when $1 is not null and $2 is not null then ('getItem: no element ' || $2 || ' in an array of ' || ${length})::int end`

export const getItem: Spelling = (args, { type, types, literals }) => {
  const [holder] = args as readonly [Fragment]
  const from = types[0] as SqlType
  if (from.kind === 'array') {
    const json = jsonOf(from)
    if (!json) return fill(`($1)[${checkedIndex('cardinality($1)')} + 1]`, args, RANK.cast)
    const index = fill(`(${checkedIndex(`${json}_array_length($1)`)})::int`, args)
    return fromJson(fill('$1 -> $2', [holder, index], RANK.other), type)
  }
  if (from.kind === 'json') {
    const place = typeof literals[1] === 'string' ? 'text' : 'int'
    return fill("nullif($1, 'null')", [fill(`$1 -> $2::${place}`, args, RANK.other)])
  }
  return fromJson(fill('$1 -> $2::text', args, RANK.other), type)
}
