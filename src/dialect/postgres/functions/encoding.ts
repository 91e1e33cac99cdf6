import { LENIENT, STRICT } from '../../base64.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { urlPart } from '../../url.ts'
import { PARTS_AND_HALVES } from '../../utf8.ts'
import { ofBytes } from '../bytes.ts'
import { madeValid } from './characters.ts'
import { numericSpellings } from './numeric.ts'

type OnError = 'raise' | 'null'

const bound = (text: string): Fragment => fragment('?::text', [text], RANK.cast)
/** A cast that raises and names the text. */
const none = (what: string): string => `('no ${what}: ' || $1)::int::text`
/** `template` where `test` holds; else it raises, or is NULL. */
const where = (test: string, template: string, otherwise: string, onError: OnError): string =>
  `case when ${test} then ${template}${onError === 'raise' ? ` when $1 is not null then ${otherwise}` : ''} end`

const CHARACTERS = "regexp_replace(split_part($1, '=', 1), '[^A-Za-z0-9+/]', '', 'g')"
const DECODED = `decode(rpad(${CHARACTERS}, (length(${CHARACTERS}) + 3) / 4 * 4, '='), 'base64')`
/** Bytes of a text that matches a pattern. */
const base64 =
  (pattern: string, onError: OnError): Spelling =>
  ([text]) =>
    fill(where('$1 ~ $2', DECODED, `${none('Base64')}::bytea`, onError), [text as Fragment, bound(pattern)])

const toBinary = (onError: OnError): Spelling =>
  byType(({ literals: [, format = 'hex'] }) => {
    if (format === 'base64') return base64(STRICT, onError)
    if (format !== 'hex') return "convert_to($1, 'UTF8')"
    const unhex = numericSpellings.unhex as string
    return onError === 'null' ? unhex : `coalesce(${unhex}, ${none('hexadecimal digits')}::bytea)`
  })

const SPLIT = bound('%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%]+')
const ENCODED = bound('^(%[0-9A-Fa-f]{2}|%[+][0-9A-Fa-f]|[^%])*$')
const BYTES = `coalesce((select string_agg(case when left(piece[1], 1) = '%' then lower(replace(substr(piece[1], 2), '+', '0')) else encode(convert_to(replace(piece[1], '+', ' '), 'UTF8'), 'hex') end, '' order by place) from regexp_matches($1, $2, 'g') with ordinality as split(piece, place)), '')`

const urlDecode =
  (onError: OnError): Spelling =>
  ([text]) => {
    const decoded = fill(madeValid(PARTS_AND_HALVES), [fill(BYTES, [text as Fragment, SPLIT])])
    return fill(where('$1 ~ $2', '$3', none('encoded URL'), onError), [text as Fragment, ENCODED, decoded])
  }

const ESCAPED = "regexp_replace(upper(encode(convert_to(one, 'UTF8'), 'hex')), '(..)', '%\\1', 'g')"

const url = {
  point: (code: number) => `\\u${Math.max(code, 1).toString(16).padStart(4, '0')}`,
  bound,
  matches: '$1 ~ $2',
  found: 'substring($1 from $2)',
  none: none('URL'),
}

const ASCII = '^[\u0001-\u007f]*$'

export const encodingSpellings: SpellingsOf<'encoding'> = {
  // Lines end otherwise there, and the last one too.
  base64: ofBytes("replace(rtrim(encode($1, 'base64'), chr(10)), chr(10), chr(13) || chr(10))"),
  unbase64: base64(LENIENT, 'raise'),
  encode: byType(({ literals: [, charset] }) => {
    if (charset !== 'US-ASCII') return `convert_to($1, '${charset === 'UTF-8' ? 'UTF8' : 'LATIN1'}')`
    return ([text]) =>
      fill(where('$1 ~ $2', "convert_to($1, 'UTF8')", `${none('US-ASCII')}::bytea`, 'raise'), [
        text as Fragment,
        bound(ASCII),
      ])
  }),
  decode: byType(({ literals: [, charset] }) => {
    if (charset !== 'US-ASCII') return `convert_from($1, '${charset === 'UTF-8' ? 'UTF8' : 'LATIN1'}')`
    return "case when encode($1, 'hex') ~ '^([0-7].)*$' then convert_from($1, 'UTF8') when $1 is not null then ('no US-ASCII: ' || encode($1, 'hex'))::int::text end"
  }),
  toBinary: toBinary('raise'),
  tryToBinary: toBinary('null'),
  urlEncode: `case when $1 is not null then coalesce((select string_agg(case when one ~ '^[A-Za-z0-9.*_-]$' then one when one = ' ' then '+' else ${ESCAPED} end, '' order by place) from string_to_table($1, null) with ordinality as split(one, place)), '') end`,
  urlDecode: urlDecode('raise'),
  tryUrlDecode: urlDecode('null'),
  parseUrl: urlPart(url, 'raise'),
  tryParseUrl: urlPart(url, 'null'),
}
