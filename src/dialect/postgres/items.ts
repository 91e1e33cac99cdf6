/** What is inside of arrays and of jsonb, as a value of its type. */

import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'
import { postgresType } from './casts.ts'

/** A part of a jsonb document as a value of the type; JSON's null is NULL. */
export function fromJsonb(part: Fragment, type: SqlType): Fragment {
  const name = postgresType(type)
  if (name === 'jsonb') return fill("nullif($1, 'null')", [part])
  if (type.kind !== 'array') return fill(`($1 #>> '{}')::${name}`, [part], RANK.cast)
  return fill(
    `case when jsonb_typeof($1) = 'array' then array(select element::${postgresType(type.element)} from jsonb_array_elements_text($1) with ordinality as elements(element, place) order by place) end`,
    [part],
  )
}

/** The index, if the array has so many elements; else the cast of words that say what is wrong. */
const checkedIndex = (length: string): string =>
  `case when $2 >= 0 and $2 < ${length} then $2 when $1 is not null and $2 is not null then ('getItem: no element ' || $2 || ' in an array of ' || ${length})::int end`

export const getItem: Spelling = (args, { type, types, literals }) => {
  const [holder] = args as readonly [Fragment]
  const from = types[0] as SqlType
  if (from.kind === 'array') {
    if (postgresType(from) !== 'jsonb') return fill(`($1)[${checkedIndex('cardinality($1)')} + 1]`, args, RANK.cast)
    const index = fill(`(${checkedIndex('jsonb_array_length($1)')})::int`, args)
    return fromJsonb(fill('$1 -> $2', [holder, index], RANK.other), type)
  }
  const place = from.kind === 'json' && typeof literals[1] !== 'string' ? 'int' : 'text'
  return fromJsonb(fill(`$1 -> $2::${place}`, args, RANK.other), type)
}
