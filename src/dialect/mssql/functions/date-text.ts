import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { types } from '../../../plan/type.ts'
import { momentReaders } from '../../moment-readers.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'
import { mssqlCast } from '../casts.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: unsupported('dateFormat', 'SQL Server', 'compute it in the program that reads the rows'),
  ...momentReaders({
    cast: mssqlCast,
    parse: () => {
      throw new UnsupportedOnDialect('reading text by a pattern is not supported on SQL Server')
    },
    seconds: (moment) => mssqlCast(moment, types.timestamp, types.long, 'raise'),
  }),
}
