import type { Reading } from '../../functions/date-patterns/reading.ts'
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { isoText } from '../iso-text.ts'
import { distance } from './distance.ts'

/** Text by a pattern, as a timestamp in UTC. */
export function parseMoment(text: Fragment, reading: Reading, onError: 'raise' | 'null'): Fragment {
  const { zone } = reading.groups
  const away = zone === undefined ? '' : ` - coalesce(${distance(`nullif(lower(found[${zone}]), 'z')`)}, interval '0')`
  const moment = `iso::timestamp${away}`
  const otherwise = "('no timestamp of the pattern: ' || given)::timestamp"
  const shown =
    onError === 'raise'
      ? `case when found is null then ${otherwise} else ${moment} end`
      : `case when pg_input_is_valid(iso, 'timestamp') then ${moment} end`
  const iso = `case when found is not null then ${isoText(reading, (group) => `found[${group}]`)} end`
  return fill(
    `(select ${shown} from (select given, found, ${iso} as iso from (select given, regexp_match(given, $2, 'i') as found from (select $1 as given) as text) as matched) as read)`,
    [text, fragment('?', [reading.expression])],
    RANK.atom,
  )
}
