import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { ONE, PARTS, VALID } from '../../utf8.ts'
import { asInt } from '../back.ts'
import { duckdbCast } from '../casts.ts'

/** Of bytes by a template; anything else is valid text already. */
const utf8 =
  (ofBytes: string): Spelling =>
  ([operand], { types: [type] }) =>
    type?.kind === 'binary'
      ? fill(ofBytes, [operand as Fragment])
      : duckdbCast(operand as Fragment, type ?? { kind: 'string' }, { kind: 'string' }, 'raise')

/** Of a text its bytes in UTF-8, of a binary its own. */
const sized =
  (times: string): Spelling =>
  (args, call) =>
    asInt(`(${call.types[0]?.kind === 'binary' ? 'octet_length' : 'strlen'}($1)${times})`)(args)

const HEX = 'lower(hex($1))'

/** The text of hexadecimal digits, each broken part replaced. */
export const madeValid = (digits: string, parts: string): string =>
  `array_to_string(list_transform(regexp_extract_all(${digits}, ${parts}), lambda part: case when regexp_matches(part, ${ONE}) then decode(unhex(part)) else '\uFFFD' end), '')`

export const charactersSpellings: SpellingsOf<'characters'> = {
  ascii: asInt('ascii($1)'),
  chr: "case when $1 < 0 then '' else chr(($1 & 255)::int) end",
  octetLength: sized(''),
  bitLength: sized(' * 8'),
  isValidUtf8: ([operand], { types: [type] }) =>
    fill(type?.kind === 'binary' ? `regexp_matches(${HEX}, ${VALID})` : 'case when $1 is not null then true end', [
      operand as Fragment,
    ]),
  makeValidUtf8: utf8(madeValid(HEX, PARTS)),
  // What is no UTF-8 raises by itself.
  validateUtf8: utf8('decode($1)'),
  tryValidateUtf8: utf8(`case when regexp_matches(${HEX}, ${VALID}) then decode($1) end`),
}
