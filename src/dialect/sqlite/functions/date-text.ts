import { fill, fragment, RANK } from '../../fragment.ts'
import { momentReaders } from '../../moment-readers.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'
import { MICROSECONDS, SECONDS } from '../moments.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: 'millrace_date_format($1, $2)',
  ...momentReaders({
    cast: sqliteCast,
    parse: (text, { pattern }, onError) =>
      fill(`millrace_parse_timestamp($1, $2, ${onError === 'null' ? 1 : 0})`, [text, fragment('?', [pattern])]),
    seconds: (moment) => fill(`(${SECONDS} * 1000000 + ${MICROSECONDS}) / 1000000`, [moment], RANK.multiply),
  }),
}
