import type { Reading } from '../../functions/date-patterns/reading.ts'
import { type Fragment, fill, fragment, written } from '../fragment.ts'
import { isoText } from '../iso-text.ts'
import { distance } from './distance.ts'

/** Text by a pattern, as a timestamp in UTC. */
export function parseMoment(text: Fragment, reading: Reading, onError: 'raise' | 'null'): Fragment {
  const names = Object.values(reading.groups).map((group) => `'g${group}'`)
  const { zone } = reading.groups
  // What did not match is an empty text.
  const of = (group: number): string => `nullif(millrace_read.g${group}, '')`
  const away = zone === undefined ? '' : ` - coalesce(${distance(`nullif(lower(${of(zone)}), 'z')`)}, to_minutes(0))`
  const iso = isoText(reading, of)
  const moment = onError === 'raise' ? `(${iso})::timestamp` : `try_cast(${iso} as timestamp)`
  // DuckDB takes names of groups with a constant alone.
  const pattern = fragment(written(reading.expression))
  const read = `list_transform([regexp_extract($1, $2, [${names.join(', ')}], 'i')], lambda millrace_read: ${moment}${away})[1]`
  const otherwise = onError === 'raise' ? " else ('no timestamp of the pattern: ' || $1)::timestamp" : ''
  return fill(`case when regexp_matches($1, $2, 'i') then ${read}${otherwise} end`, [text, pattern])
}
