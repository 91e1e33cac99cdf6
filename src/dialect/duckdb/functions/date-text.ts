import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { types } from '../../../plan/type.ts'
import { momentReaders } from '../../moment-readers.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'
import { duckdbCast } from '../casts.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: unsupported('dateFormat', 'DuckDB', 'compute it in the program that reads the rows'),
  ...momentReaders({
    cast: duckdbCast,
    parse: () => {
      throw new UnsupportedOnDialect('reading text by a pattern is not supported on DuckDB')
    },
    seconds: (moment) => duckdbCast(moment, types.timestamp, types.long, 'raise'),
  }),
}
