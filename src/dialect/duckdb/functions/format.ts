import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { inputPattern, parseNumberFormat } from '../../../functions/formats/number-format.ts'
import type { SqlType } from '../../../plan/type.ts'
import { isFractional, isTemporal } from '../../../plan/type-rules.ts'
import { dayFormat } from '../../day-format.ts'
import { type Fragment, fill, fragment, RANK, written } from '../../fragment.ts'
import { digits, lowerLetters, upperLetters } from '../../letters.ts'
import { type Let, numberInFormat, thousands } from '../../number-format.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { type NumberWords, stringFormat } from '../../string-format.ts'
import { duckdbCast, duckdbType, typed } from '../casts.ts'

const bind: Let = (value, name, body) => `list_transform([${value}], lambda ${name}: ${body})[1]`

/** From here on a double has no digit behind the point, and is too large for a decimal with many. */
const LARGE = '1e20'
/** Digits of a large double: the shortest that there are, and zeros. */
const LARGE_DIGITS = bind(
  'abs($1)::varchar',
  'v',
  "rpad(replace(split_part(v, 'e', 1), '.', ''), split_part(v, 'e', 2)::int + 1, '0')",
)

const fractionOf = (places: number): string => (places > 0 ? ` || '.${'0'.repeat(places)}'` : '')

function digitsOf(operand: Fragment, type: SqlType, places: number): Fragment {
  if (places > 15) {
    throw new UnsupportedOnDialect(`formatString: DuckDB has no ${places} digits behind the point`, {
      hint: '%.15f is the most',
    })
  }
  if (!isFractional(type)) {
    const scale = Math.max(places, type.kind === 'decimal' ? type.scale : 0)
    return fill(`round(abs($1)::decimal(38,${scale}), ${places})::decimal(38,${places})::varchar`, [operand], RANK.cast)
  }
  const rounded = (scale: number) => `round(abs($1)::varchar::decimal(38,${scale}), ${places})::varchar`
  return fill(
    `case when abs($1) < 1e8 then ${rounded(29)} when abs($1) < ${LARGE} then ${rounded(17)} else ${LARGE_DIGITS}${fractionOf(places)} end`,
    [operand],
  )
}

const words: NumberWords = {
  text: (operand, type) => duckdbCast(operand, type, { kind: 'string' }, 'raise'),
  digits: digitsOf,
  negative: (type) => (isFractional(type) ? "$1::varchar like '-%'" : '$1 < 0'),
  finite: 'isfinite($1)',
  hex: (operand) => fill("lower(printf('%x', $1))", [operand]),
}

const grouped = (text: string, places: number): string =>
  bind(
    text,
    't',
    `${thousands(places > 0 ? `left(t, length(t) - ${places + 1})` : 't')}${places > 0 ? ` || right(t, ${places + 1})` : ''}`,
  )

/** Half to even; of a double by the exact value where its shortest form lies in the middle of two. */
const formatNumber: Spelling = ([operand], { literals, types: [type] }) => {
  const places = Number(literals[1])
  const args = [operand as Fragment]
  if (type?.kind === 'decimal') {
    const decimal = bind(
      `abs($1)::decimal(38,${Math.max(type.scale, places)})`,
      'v',
      grouped(`${decimalEven(type.scale, places)}::varchar`, places),
    )
    return fill(`case when $1 < 0 then '-' else '' end || ${decimal}`, args, RANK.other)
  }
  if (!type || !isFractional(type)) return fill(`format('{:,}', $1)${fractionOf(places)}`, args, RANK.other)
  const exact = `format('{:,.${places}f}', $1::double)`
  const sign = "case when $1 < 0 then '-' else '' end || "
  const tie = `abs(round(v, ${places}) - v) * 2 = ${unitOf(places)}`
  const middle = bind(
    'abs($1)::varchar::decimal(38,17)',
    'v',
    `case when ${tie} then ${exact} else ${sign}${grouped(`round(v, ${places})::varchar`, places)} end`,
  )
  return fill(
    `case when isnan($1) then 'NaN' when isinf($1) then case when $1 > 0 then '∞' else '-∞' end when abs($1) < 1e${15 - places} then ${exact} when abs($1) < ${LARGE} then ${middle} else ${sign}${thousands(LARGE_DIGITS)}${fractionOf(places)} end`,
    args,
  )
}

const unitOf = (places: number): string => (places === 0 ? '1' : `0.${'0'.repeat(places - 1)}1`)

/** `v`, of a decimal's digits behind the point, to fewer of them. */
function decimalEven(scale: number, places: number): string {
  if (scale <= places) return 'v'
  const [unit, rounded] = [unitOf(places), `round(v, ${places})`]
  const twice = places === 0 ? '2' : `0.${'0'.repeat(places - 1)}2`
  return `(case when (${rounded} - v) * 2 = ${unit} and ${rounded} % ${twice} <> 0 then ${rounded} - ${unit} else ${rounded} end)::decimal(38,${places})`
}

const DAY = { yyyy: '%Y', MM: '%m', dd: '%d', HH: '%H', mm: '%M', ss: '%S' }
const BINARY: Readonly<Record<string, string>> = {
  hex: 'hex($1)',
  base64: 'to_base64($1)',
  'utf-8': 'decode($1)',
}

const toChar: Spelling = ([operand], { literals, types: [type] }) => {
  const format = String(literals[1])
  const value = operand as Fragment
  if (type?.kind === 'binary') return fill(BINARY[format.toLowerCase()] as string, [value])
  if (type && isTemporal(type)) {
    const pattern = dayFormat(format, DAY, (text) => text.replaceAll('%', '%%'))
    return fill('strftime($1, $2)', [value, fragment(written(pattern))])
  }
  const scale = type?.kind === 'decimal' ? type.scale : 0
  return numberInFormat(typed(value, 'varchar'), scale, format, 'toChar', bind)
}

const toNumber =
  (bad: string): Spelling =>
  ([operand], { literals, type }) =>
    fill(
      `case when regexp_matches($1, $2) and regexp_matches($1, '[0-9]') then (case when regexp_matches($1, '[-<]') then '-' else '' end || regexp_replace($1, '[^0-9.]', '', 'g'))::${duckdbType(type)} when $1 is not null then ${bad} end`,
      [operand as Fragment, fragment('?', [inputPattern(parseNumberFormat(String(literals[1]), 'toNumber'))])],
    )

/** Characters beyond the first plane count as two, as they do in Java. */
const mask: Spelling = ([text, ...letters]) =>
  fill(
    `array_to_string(list_transform(string_split($1, ''), lambda c: case when regexp_matches(c, $6) then coalesce($2, c) when regexp_matches(c, $7) then coalesce($3, c) when regexp_matches(c, $8) then coalesce($4, c) when c = '' then c when unicode(c) > 65535 then coalesce($5 || $5, c) else coalesce($5, c) end), '')`,
    [text as Fragment, ...letters, ...[upperLetters(), lowerLetters(), digits()].map((one) => fragment('?', [one]))],
  )

export const formatSpellings: SpellingsOf<'format'> = {
  formatNumber,
  formatString: stringFormat(words),
  toChar,
  toNumber: toNumber("error('toNumber: no number of the format: ' || $1)"),
  tryToNumber: toNumber('null'),
  mask,
}
