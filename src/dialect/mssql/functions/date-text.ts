import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import { momentReaders } from '../../moment-readers.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { mssqlCast } from '../casts.ts'
import { dateFormat } from '../date-format.ts'

export const dateTextSpellings: SpellingsOf<'dateText'> = {
  dateFormat: ([moment], { literals }) => dateFormat(moment as Fragment, String(literals[1])),
  ...momentReaders({
    cast: mssqlCast,
    parse: () => {
      throw new UnsupportedOnDialect('reading text by a pattern is not supported on SQL Server', {
        hint: "put ISO text together with substring and concat, then cast: .cast('timestamp')",
      })
    },
    seconds: (moment) => fill("datediff_big(microsecond, '1970-01-01', $1) / 1000000", [moment], RANK.multiply),
  }),
}
