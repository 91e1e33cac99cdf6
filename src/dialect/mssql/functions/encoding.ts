import { byType, type SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'
import { COLLATION } from '../text.ts'

const UTF8 = `cast(cast($1 collate ${COLLATION} as varchar(max)) as varbinary(max))`
const HINT = 'decode it where it is written, or in the program that reads it'

/** Style 2 reads two digits a byte, and no prefix. */
const toBinary = (convert: 'convert' | 'try_convert') =>
  byType(({ literals: [, format = 'hex'] }) => {
    if (format === 'base64') return refuse("toBinary(…, 'base64')", HINT)
    return format === 'hex'
      ? `${convert}(varbinary(max), case when len($1) % 2 = 1 then N'0' + $1 else $1 end, 2)`
      : UTF8
  })

export const encodingSpellings: SpellingsOf<'encoding'> = {
  base64: byType(({ types: [type] }) => {
    const bytes = type?.kind === 'string' ? UTF8 : 'cast($1 as varbinary(max))'
    return `case when $1 is not null then coalesce((select ${bytes} as [*] for xml path(''), binary base64), N'') end`
  }),
  unbase64: refuse('unbase64', HINT),
  encode: byType(({ literals }) =>
    literals[1] === 'UTF-8' ? UTF8 : refuse('encode in other character sets than UTF-8', "use encode(text, 'UTF-8')"),
  ),
  decode: refuse('decode', 'keep the text in a column of its own'),
  toBinary: toBinary('convert'),
  tryToBinary: toBinary('try_convert'),
  urlEncode: refuse('urlEncode', HINT),
  urlDecode: refuse('urlDecode', HINT),
  tryUrlDecode: refuse('tryUrlDecode', HINT),
  parseUrl: refuse('parseUrl', HINT),
  tryParseUrl: refuse('tryParseUrl', HINT),
}
