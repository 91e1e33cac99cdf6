import { type Fragment, fill, RANK } from '../../fragment.ts'
import { momentReaders } from '../../moment-readers.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { duckdbCast } from '../casts.ts'
import { dateFormat } from '../date-format.ts'
import { parseMoment } from '../date-parse.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: ([moment], { literals }) => dateFormat(moment as Fragment, String(literals[1])),
  ...momentReaders({
    cast: duckdbCast,
    parse: parseMoment,
    seconds: (moment) => fill('epoch_us($1) // 1000000', [moment], RANK.multiply),
  }),
}
