import { LENIENT, STRICT } from '../../base64.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { urlPart } from '../../url.ts'
import { PARTS_AND_HALVES } from '../../utf8.ts'
import { madeValid } from './characters.ts'
import { numericSpellings } from './numeric.ts'

type OnError = 'raise' | 'null'

const bound = (text: string): Fragment => fragment('?', [text])
/** `template` where `test` holds; else it raises, or is NULL. */
const where = (test: string, template: string, name: string, onError: OnError): string =>
  `case when ${test} then ${template}${onError === 'raise' ? ` when $1 is not null then ${none(name)}` : ''} end`
/** `what` begins with the function's name: by that the error is known for one about a value. */
const none = (what: string): string => `error('${what}: ' || $1)`

const CHARACTERS = "regexp_replace(split_part($1, '=', 1), '[^A-Za-z0-9+/]', '', 'g')"
const DECODED = `from_base64(rpad(${CHARACTERS}, ((length(${CHARACTERS}) + 3) // 4 * 4)::int, '='))`
/** Bytes of a text that matches a pattern. */
const base64 =
  (name: string, pattern: string, onError: OnError): Spelling =>
  ([text]) =>
    fill(where('regexp_matches($1, $2)', DECODED, `${name}: no Base64`, onError), [text as Fragment, bound(pattern)])

const toBinary = (onError: OnError): Spelling =>
  byType(({ literals: [, format = 'hex'] }) => {
    if (format === 'base64') return base64('toBinary', STRICT, onError)
    if (format !== 'hex') return 'encode($1)'
    const unhex = numericSpellings.unhex as string
    return onError === 'null' ? unhex : where(`${unhex} is not null`, unhex, 'toBinary: no hexadecimal digits', onError)
  })

const SPLIT = '%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%]+'
const ENCODED = bound('^(?:%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%])*$')
const BYTES = `array_to_string(list_transform(regexp_extract_all($1, '${SPLIT}'), lambda piece: lower(case when piece[1] = '%' then replace(piece[2:], '+', '0') else hex(replace(piece, '+', ' ')) end)), '')`

const urlDecode =
  (onError: OnError): Spelling =>
  ([text]) =>
    fill(where('regexp_matches($1, $2)', madeValid(BYTES, PARTS_AND_HALVES), 'urlDecode: no encoded URL', onError), [
      text as Fragment,
      ENCODED,
    ])

const url = {
  point: (code: number) => `\\x{${code.toString(16)}}`,
  bound,
  matches: 'regexp_matches($1, $2)',
  found: 'case when regexp_matches($1, $2) then regexp_extract($1, $2, 1) end',
  none: none('parseUrl: no URL'),
}

/** Nothing but characters up to one, which `$1` may not go beyond. */
const upTo = (last: string, name: string, template: string): string =>
  where(`regexp_matches($1, '^[\\x00-\\x{${last}}]*$')`, template, name, 'raise')
const bytesOf = (digits: string): string => `unhex(array_to_string(${digits}, ''))`
const LATIN = bytesOf(
  "list_transform(regexp_extract_all($1, '[\\x00-\\x{ff}]'), lambda one: printf('%02X', unicode(one)))",
)

export const encodingSpellings: SpellingsOf<'encoding'> = {
  // Lines of 76 characters.
  base64: byType(
    ({ types }) =>
      `rtrim(regexp_replace(to_base64(${types[0]?.kind === 'binary' ? '$1' : 'encode($1)'}), '(.{76})', '\\1' || chr(13) || chr(10), 'g'), chr(13) || chr(10))`,
  ),
  unbase64: base64('unbase64', LENIENT, 'raise'),
  encode: byType(({ literals: [, charset] }) => {
    if (charset === 'UTF-8') return 'encode($1)'
    return charset === 'US-ASCII'
      ? upTo('7f', 'encode: no US-ASCII', 'encode($1)')
      : upTo('ff', 'encode: no ISO-8859-1', LATIN)
  }),
  decode: byType(({ literals: [, charset] }) => {
    if (charset === 'UTF-8') return 'decode($1)'
    if (charset === 'US-ASCII')
      return "case when regexp_matches(hex($1), '^([0-7].)*$') then decode($1) when $1 is not null then error('decode: no US-ASCII: ' || hex($1)) end"
    return "array_to_string(list_transform(regexp_extract_all(hex($1), '..'), lambda one: chr(('0x' || one)::int)), '')"
  }),
  toBinary: toBinary('raise'),
  tryToBinary: toBinary('null'),
  urlEncode: "replace(replace(replace(url_encode($1), '%20', '+'), '%2A', '*'), '~', '%7E')",
  urlDecode: urlDecode('raise'),
  tryUrlDecode: urlDecode('null'),
  parseUrl: urlPart(url, 'raise'),
  tryParseUrl: urlPart(url, 'null'),
}
