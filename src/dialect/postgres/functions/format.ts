import { inputPattern, parseNumberFormat } from '../../../functions/formats/number-format.ts'
import { isFractional, isTemporal } from '../../../plan/type-rules.ts'
import { dayFormat } from '../../day-format.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { digits, lowerLetters, upperLetters } from '../../letters.ts'
import { type Let, numberInFormat, thousands } from '../../number-format.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { type NumberWords, stringFormat } from '../../string-format.ts'
import { postgresCast, postgresType, typed } from '../casts.ts'

const bind: Let = (value, name, body) => `(select ${body} from (select ${value} as ${name}) as one)`

const FINITE = "$1 not in ('NaN', 'Infinity', '-Infinity')"
const BITS = { byte: 8, short: 16, int: 32, long: 64 } as const

const words: NumberWords = {
  text: (operand, type) => postgresCast(operand, type, { kind: 'string' }, 'raise'),
  digits: (operand, type, places) =>
    fill(`round(abs($1${isFractional(type) ? '::text' : ''}::numeric), ${places})::text`, [operand], RANK.cast),
  negative: (type) => (isFractional(type) ? "$1::text like '-%'" : '$1 < 0'),
  finite: FINITE,
  hex: (operand, type) =>
    type.kind === 'byte' || type.kind === 'short'
      ? fill(`right(to_hex($1::int), ${BITS[type.kind] / 4})`, [operand])
      : fill('to_hex($1)', [operand]),
}

/** Half to even; of a double by the exact value where its shortest form lies in the middle of two. */
const formatNumber: Spelling = ([operand], { literals, types: [type] }) => {
  const places = Number(literals[1])
  const value = type && isFractional(type) ? '$1::text::numeric' : '$1::numeric'
  const magnitude = bind(`abs(${value})`, 'v', shown(places, type !== undefined && isFractional(type)))
  const sign = `case when $1::text like '-%' then '-' else '' end || `
  if (!type || !isFractional(type)) return fill(`${sign}${magnitude}`, [operand as Fragment], RANK.other)
  return fill(
    `case when $1 = 'NaN' then 'NaN' when $1 = 'Infinity' then '∞' when $1 = '-Infinity' then '-∞' else ${sign}${magnitude} end`,
    [operand as Fragment],
  )
}

function shown(places: number, floating: boolean): string {
  const down = `trunc(v, ${places})`
  const up = `trunc(v, ${places}) + power(10::numeric, ${-places})`
  const even = `mod(${down} * power(10::numeric, ${places}), 2) = 0`
  // Twice so often that the double is a whole number, which both sides hold exactly.
  const power = 'power(2::numeric, 53 - floor(log(2, greatest(v, 1e-300)))::int)'
  const exact = `(abs($1) * (${power})::double precision)::bigint`
  const below = floating ? `case when ${exact} = v * ${power} then ${even} else ${exact} < v * ${power} end` : even
  const rounded = `case when v - ${down} = 5 * power(10::numeric, ${-places - 1}) then case when ${below} then ${down} else ${up} end else round(v, ${places}) end`
  const text = `round(${rounded}, ${places})::text`
  const whole = places > 0 ? `left(t, length(t) - ${places + 1})` : 't'
  return bind(text, 't', `${thousands(whole)}${places > 0 ? ` || right(t, ${places + 1})` : ''}`)
}

const DAY = { yyyy: 'YYYY', MM: 'MM', dd: 'DD', HH: 'HH24', mm: 'MI', ss: 'SS' }
const BINARY: Readonly<Record<string, string>> = {
  hex: "upper(encode($1, 'hex'))",
  base64: "replace(encode($1, 'base64'), chr(10), '')",
  'utf-8': "convert_from($1, 'UTF8')",
}

const toChar: Spelling = ([operand], { literals, types: [type] }) => {
  const format = String(literals[1])
  const value = operand as Fragment
  if (type?.kind === 'binary') return fill(BINARY[format.toLowerCase()] as string, [value])
  if (type && isTemporal(type)) {
    const written = dayFormat(format, DAY, (text) => `"${text.replace(/["\\]/g, '\\$&')}"`)
    return fill('to_char($1::timestamp, $2)', [value, fragment('?', [written])])
  }
  const scale = type?.kind === 'decimal' ? type.scale : 0
  return numberInFormat(typed(value, 'text'), scale, format, 'toChar', bind)
}

const toNumber =
  (bad: string): Spelling =>
  ([operand], { literals, type }) => {
    const target = postgresType(type)
    const pattern = fragment('?', [inputPattern(parseNumberFormat(String(literals[1]), 'toNumber'))])
    return fill(
      `case when $1 ~ $2 and $1 ~ '[0-9]' then (case when $1 ~ '[-<]' then '-' else '' end || regexp_replace($1, '[^0-9.]', '', 'g'))::${target} when $1 is not null then ${bad.replace('TYPE', target)} end`,
      [operand as Fragment, pattern],
    )
  }

/** Characters beyond the first plane count as two, as they do in Java. */
const mask: Spelling = ([text, ...letters]) =>
  fill(
    `case when $1 is not null then coalesce((select string_agg(case when c ~ $6 then coalesce($2, c) when c ~ $7 then coalesce($3, c) when c ~ $8 then coalesce($4, c) when ascii(c) > 65535 then coalesce($5 || $5, c) else coalesce($5, c) end, '' order by place) from unnest(string_to_array($1, null)) with ordinality as characters(c, place)), '') end`,
    [text as Fragment, ...letters, ...[upperLetters(), lowerLetters(), digits()].map((one) => fragment('?', [one]))],
  )

export const formatSpellings: SpellingsOf<'format'> = {
  formatNumber,
  formatString: stringFormat(words),
  toChar,
  toNumber: toNumber("('toNumber: no number of the format: ' || $1)::TYPE"),
  tryToNumber: toNumber('null'),
  mask,
}
