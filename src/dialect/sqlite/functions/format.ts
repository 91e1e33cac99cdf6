import { inputPattern, parseNumberFormat } from '../../../functions/formats/number-format.ts'
import type { SqlType } from '../../../plan/type.ts'
import { isTemporal } from '../../../plan/type-rules.ts'
import { dayFormat } from '../../day-format.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { type Let, numberInFormat } from '../../number-format.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'

const bind: Let = (value, name, body) => `(select ${body} from (select ${value} as ${name}) as one)`
const asText = (operand: Fragment, type: SqlType): Fragment => sqliteCast(operand, type, { kind: 'string' }, 'raise')

/** A function of ours takes the format, the types of the values, and the values; %s and decimals as text. */
const formatString: Spelling = ([format, ...values], { types: [, ...types] }) => {
  const given = values.map((value, index) => {
    const type = types[index] ?? { kind: 'string' }
    return type.kind === 'boolean' || type.kind === 'decimal' ? asText(value, type) : value
  })
  return fill('millrace_format($*)', [
    format as Fragment,
    fragment('?', [types.map(({ kind }) => kind).join(' ')]),
    ...given,
  ])
}

const DAY = { yyyy: '%Y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S' }
const BINARY: Readonly<Record<string, string>> = {
  hex: 'hex($1)',
  base64: 'millrace_base64_text($1)',
  'utf-8': 'millrace_utf8($1, 2)',
}

const toChar: Spelling = ([operand], { literals, types: [type] }) => {
  const format = String(literals[1])
  const value = operand as Fragment
  if (type?.kind === 'binary') return fill(`case when $1 is not null then ${BINARY[format.toLowerCase()]} end`, [value])
  if (type && isTemporal(type)) {
    const written = dayFormat(format, DAY, (text) => text.replaceAll('%', '%%'))
    return fill('strftime($2, $1)', [value, fragment('?', [written])])
  }
  const scale = type?.kind === 'decimal' ? type.scale : 0
  return numberInFormat(asText(value, type ?? { kind: 'string' }), scale, format, 'toChar', bind)
}

const toNumber =
  (lenient: 0 | 1): Spelling =>
  ([operand], { literals, type }) =>
    fill(`millrace_parse_number($1, $2, ${type.kind === 'decimal' ? type.scale : 0}, ${lenient})`, [
      operand as Fragment,
      fragment('?', [inputPattern(parseNumberFormat(String(literals[1]), 'toNumber'))]),
    ])

export const formatSpellings: SpellingsOf<'format'> = {
  formatNumber: ([operand], { literals, types: [type] }) =>
    fill(`millrace_format_number($1, ${Number(literals[1])}, ${type?.kind === 'decimal' ? 1 : 0})`, [
      type?.kind === 'decimal' ? asText(operand as Fragment, type) : (operand as Fragment),
    ]),
  formatString,
  toChar,
  toNumber: toNumber(0),
  tryToNumber: toNumber(1),
  mask: 'millrace_mask($*)',
}
