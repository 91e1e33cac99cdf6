/** Numbers in a format, as SQL that PostgreSQL, SQLite and DuckDB read alike. */
import { type NumberFormat, parseNumberFormat, wholeDigits } from '../functions/formats/number-format.ts'
import { type Fragment, fill } from './fragment.ts'

/** Gives a value a name inside of an expression: `let('upper($1)', 'word', …)`. */
export type Let = (value: string, name: string, body: string) => string

/**
 * A decimal, given as text with `scale` digits behind the point, in a format of numbers.
 *
 * What the format has no room for is shown as #.
 */
export function numberInFormat(text: Fragment, scale: number, format: string, fn: string, bind: Let): Fragment {
  const parsed = parseNumberFormat(format, fn)
  const room = wholeDigits(parsed)
  const whole = `ltrim(${scale > 0 ? `substr(digits, 1, length(digits) - ${scale + 1})` : 'digits'}, '0')`
  const fraction = scale > 0 ? `rtrim(substr(digits, length(digits) - ${scale - 1}), '0')` : "''"
  const over = `length(${whole}) > ${room} or length(${fraction}) > ${parsed.fraction}`
  const before = `case when ${over} then '${'#'.repeat(room)}' else substr('${' '.repeat(room)}' || ${whole}, length(${whole}) + 1) end`
  const after = `case when ${over} then '${'#'.repeat(parsed.fraction)}' else substr(${fraction} || '${'0'.repeat(parsed.fraction)}', 1, ${parsed.fraction}) end`
  const shown = bind(grouped(parsed), 'whole', placed(parsed, after))
  const body = bind(before, 'filled', shown)
  return fill(`case when $1 is not null then ${bind('$1', 'number', bind("ltrim(number, '-')", 'digits', body))} end`, [
    text,
  ])
}

/** `filled` with its commas, and zeros where the format asks for them. */
function grouped({ groups }: NumberFormat): string {
  if (groups.length === 0) return "''"
  let at = 1
  return groups
    .map(({ digits, exact }, index) => {
      const part = `substr(filled, ${at}, ${digits})`
      at += digits
      const shown = exact ? `replace(${part}, ' ', '0')` : part
      if (index === groups.length - 1) return shown
      const last = `substr(filled, ${at - 1}, 1)`
      const none = exact ? `${last} = '#'` : `${last} in (' ', '#')`
      return `${shown} || case when ${none} then ' ' else ',' end`
    })
    .join(' || ')
}

/** The whole part, what is behind the point, and around them the sign, which stands next to the digits. */
function placed({ sign, dollar, groups, fraction }: NumberFormat, after: string): string {
  const minus = "substr(number, 1, 1) = '-'"
  const marks = {
    S: `case when ${minus} then '-' else '+' end`,
    MI: `case when ${minus} then '-' else ' ' end`,
    PR: `case when ${minus} then '<' else '' end`,
  } as const
  const blanks = "substr(whole, 1, length(whole) - length(ltrim(whole, ' ')))"
  const mark = sign && (sign.place === 'before' || sign.word === 'PR') ? marks[sign.word] : undefined
  // Where there is no digit before the point, a zero is; a sign that has moved there stands for it.
  const zeroed = fraction > 0 && groups.length > 0 && (!mark || dollar) ? zero('whole') : undefined
  const moving = sign?.word === 'PR' || (sign?.word === 'MI' && mark)
  const head = !mark
    ? `${dollar ? "'$' || " : ''}${zeroed ?? 'whole'}`
    : dollar
      ? `${mark} || '$' || ${zeroed ?? 'whole'}`
      : moving && fraction > 0
        ? `case when ${minus} then ${blanks} || ${mark} || ltrim(whole, ' ') else ${sign?.word === 'MI' ? "' ' || " : ''}${zero('whole')} end`
        : `${blanks} || ${mark} || ltrim(whole, ' ')`
  const number = fraction > 0 ? `${head} || '.' || ${after}` : head
  if (sign?.word === 'PR') return `${number} || case when ${minus} then '>' else '  ' end`
  if (sign?.place !== 'after') return number
  if (fraction > 0) return `${number} || ${marks[sign.word]}`
  // Also a sign at the end stands next to the digits, or where they would be.
  const shown = "rtrim(whole, ' ')"
  return `${dollar ? "'$' || " : ''}${shown} || ${marks[sign.word]} || substr(whole, length(${shown}) + 1)`
}

const zero = (text: string): string =>
  `case when substr(${text}, length(${text})) = ' ' then substr(${text}, 1, length(${text}) - 1) || '0' else ${text} end`

/** Digits of a whole number, as SQL, with a comma between thousands. */
export const thousands = (digits: string): string =>
  `ltrim(reverse(regexp_replace(reverse(${digits}), '([0-9][0-9][0-9])', '\\1,', 'g')), ',')`
