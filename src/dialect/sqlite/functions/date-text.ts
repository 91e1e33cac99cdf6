import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { types } from '../../../plan/type.ts'
import { momentReaders } from '../../moment-readers.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: 'millrace_date_format($1, $2)',
  ...momentReaders({
    cast: sqliteCast,
    parse: () => {
      throw new UnsupportedOnDialect('reading text by a pattern is not supported on SQLite')
    },
    seconds: (moment) => sqliteCast(moment, types.timestamp, types.long, 'raise'),
  }),
}
