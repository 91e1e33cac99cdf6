import { type Fragment, fill } from '../../fragment.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { mssqlCast } from '../casts.ts'
import { refuse } from '../refuse.ts'
import { byCodePoint, ofText } from '../text.ts'

/** The number of bytes, of a text in UTF-8. */
const bytes: Spelling = ([operand], { types }) =>
  fill('datalength($1)', [
    types[0]?.kind === 'binary'
      ? (operand as Fragment)
      : fill('cast($1 as varchar(max))', [byCodePoint(operand as Fragment)]),
  ])

/** Of bytes it cannot be told; anything else is valid text already. */
const utf8 = (name: string, ofText: Spelling): Spelling =>
  byType(({ types }) =>
    types[0]?.kind === 'binary' ? refuse(`${name} of bytes`, 'decode them where they come from') : ofText,
  )
const asText: Spelling = ([operand], { types: [type] }) =>
  mssqlCast(operand as Fragment, type ?? { kind: 'string' }, { kind: 'string' }, 'raise')

export const charactersSpellings: SpellingsOf<'characters'> = {
  ascii: ofText('case when datalength($1) = 0 then 0 else unicode($1) end'),
  chr: "case when $1 < 0 then N'' else nchar($1 & 255) end",
  octetLength: bytes,
  bitLength: (args, call) => fill('8 * $1', [bytes(args, call)], 60),
  isValidUtf8: utf8('isValidUtf8', 'case when $1 is not null then cast(1 as bit) end'),
  makeValidUtf8: utf8('makeValidUtf8', asText),
  validateUtf8: utf8('validateUtf8', asText),
  tryValidateUtf8: utf8('tryValidateUtf8', asText),
}
