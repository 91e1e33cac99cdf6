import type { SqlType } from '../../../plan/type.ts'
import { isTemporal } from '../../../plan/type-rules.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { getItem } from '../items.ts'

/** The kind of an array's elements, as a function of ours is told. */
export const kindOf = (type: SqlType | undefined): Fragment =>
  fragment(`'${type?.kind === 'array' ? type.element.kind : (type?.kind ?? 'void')}'`)

/** A function of ours whose last argument is the kind of the first one's elements. */
export const ofElements =
  (name: string): Spelling =>
  (args, { types }) =>
    fill(`millrace_${name}($*)`, [...args, kindOf(types[0])])

const elementAt =
  (fn: 'elementAt' | 'tryElementAt'): Spelling =>
  (args, call) =>
    call.types[0]?.kind === 'map'
      ? spell(getItem, args, call)
      : fill(`millrace_element_at($*, '${fn}')`, [...args, kindOf(call.types[0])])

export const arraySpellings: SpellingsOf<'array'> = {
  array: (args, { type }) => fill('millrace_array($*)', [kindOf(type), ...args]),
  arrayRepeat: (args, { type }) => fill('millrace_array_repeat($*)', [...args, kindOf(type)]),
  sequence: (args, { types: [type] }) =>
    fill(isTemporal(type as SqlType) ? 'millrace_sequence_of_days($*)' : 'millrace_sequence($*)', args),
  size: (args, { types: [type] }) =>
    fill(
      type?.kind === 'map'
        ? 'case when $1 is not null then (select count(*) from json_each($1)) end'
        : 'json_array_length($1)',
      args,
    ),
  arrayContains: ofElements('array_contains'),
  arrayPosition: ofElements('array_position'),
  arraysOverlap: 'millrace_arrays_overlap($1, $2)',
  arrayMax: ofElements('array_max'),
  arrayMin: ofElements('array_min'),
  arrayJoin: 'millrace_array_join($*)',
  elementAt: elementAt('elementAt'),
  tryElementAt: elementAt('tryElementAt'),
  get: ofElements('array_get'),
}
