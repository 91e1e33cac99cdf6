import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'

const ofText = (lenient: 0 | 1): Spelling =>
  byType(({ literals: [, format = 'hex'] }) => {
    if (format === 'base64') return `millrace_base64_bytes($1, ${lenient})`
    if (format !== 'hex') return 'cast($1 as blob)'
    const otherwise = lenient
      ? ''
      : " when $1 is not null and millrace_unhex($1) is null then millrace_raise('toBinary: no hexadecimal digits: ' || $1)"
    return `case${otherwise} when $1 is not null then millrace_unhex($1) end`
  })

export const encodingSpellings: SpellingsOf<'encoding'> = {
  base64: 'millrace_base64($1)',
  unbase64: 'millrace_unbase64($1, 0)',
  encode: byType(({ literals }) => (literals[1] === 'UTF-8' ? 'cast($1 as blob)' : 'millrace_encode($1, $2)')),
  decode: byType(({ literals }) => (literals[1] === 'UTF-8' ? 'millrace_utf8($1, 2)' : 'millrace_decode($1, $2)')),
  toBinary: ofText(0),
  tryToBinary: ofText(1),
  urlEncode: 'millrace_url_encode($1)',
  urlDecode: 'millrace_url_decode($1, 0)',
  tryUrlDecode: 'millrace_url_decode($1, 1)',
  parseUrl: byType(({ literals }) => `millrace_url_part($1, $2, 0${literals[2] === undefined ? '' : ', $3'})`),
  tryParseUrl: byType(({ literals }) => `millrace_url_part($1, $2, 1${literals[2] === undefined ? '' : ', $3'})`),
}
