import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { ONE, PARTS, VALID } from '../../utf8.ts'
import { postgresCast } from '../casts.ts'

/** Of bytes by a template in which `$1` is their hexadecimal text; anything else is valid text already. */
const utf8 =
  (ofBytes: string): Spelling =>
  ([operand], { types: [type] }) =>
    type?.kind === 'binary'
      ? fill(ofBytes, [fill("encode($1, 'hex')", [operand as Fragment])])
      : postgresCast(operand as Fragment, type ?? { kind: 'string' }, { kind: 'string' }, 'raise')

const TEXT = "convert_from(decode($1, 'hex'), 'UTF8')"

/**
 * The text of hexadecimal digits, each broken part replaced. A longer part always wins over a shorter one: that is how
 * PostgreSQL chooses among alternatives.
 */
export const madeValid = (parts: string): string =>
  `case when $1 is not null then coalesce((select string_agg(case when part[1] ~ ${ONE} then convert_from(decode(part[1], 'hex'), 'UTF8') else U&'\\FFFD' end, '' order by place) from regexp_matches($1, ${parts}, 'g') with ordinality as split(part, place)), '') end`

export const charactersSpellings: SpellingsOf<'characters'> = {
  ascii: 'ascii($1)',
  // PostgreSQL has no text with NUL in it: chr(0) raises.
  chr: "case when $1 < 0 then '' else chr(($1 & 255)::int) end",
  octetLength: 'octet_length($1)',
  bitLength: 'bit_length($1)',
  isValidUtf8: ([operand], { types: [type] }) =>
    type?.kind === 'binary'
      ? fill(`encode($1, 'hex') ~ ${VALID}`, [operand as Fragment], 40)
      : fill('case when $1 is not null then true end', [operand as Fragment]),
  makeValidUtf8: utf8(madeValid(PARTS)),
  // What is no UTF-8 raises by itself.
  validateUtf8: utf8(TEXT),
  tryValidateUtf8: utf8(`case when $1 ~ ${VALID} then ${TEXT} end`),
}
