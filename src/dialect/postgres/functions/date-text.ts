import { type Fragment, fill, RANK } from '../../fragment.ts'
import { momentReaders } from '../../moment-readers.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { postgresCast } from '../casts.ts'
import { dateFormat } from '../date-format.ts'
import { parseMoment } from '../date-parse.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: ([moment], { literals }) => dateFormat(moment as Fragment, String(literals[1])),
  ...momentReaders({
    cast: postgresCast,
    parse: parseMoment,
    seconds: (moment) => fill('trunc(extract(epoch from $1))::bigint', [moment], RANK.cast),
  }),
}
