import { decimalDigits } from '../../dialect/codec.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import { type Directive, parseStringFormat } from '../../functions/formats/string-format.ts'
import { doubleText, shortestFloat } from '../../plan/double-text.ts'
import { integralRange } from '../../plan/type-rules.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { asText, strict } from './strict.ts'

const thousands = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',')

/** Digits with commas among those before the point. */
function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  return thousands(whole) + (fraction === undefined ? '' : `.${fraction}`)
}

/** Whether a double is above (1), below (-1) or exactly (0) a decimal, both of them positive. */
function sideOf(value: number, decimal: string): number {
  const [whole = '', fraction = ''] = decimal.split('.')
  // A double of so many bits behind the point is a whole number after 1,074 doublings.
  const bits = new DataView(new ArrayBuffer(8))
  bits.setFloat64(0, value)
  const raw = bits.getBigUint64(0)
  const exponent = Number(raw >> 52n) & 0x7ff
  const mantissa = (raw & 0xfffffffffffffn) | (exponent === 0 ? 0n : 1n << 52n)
  const exact = (mantissa << BigInt(Math.max(exponent, 1) - 1)) * 10n ** BigInt(fraction.length)
  const other = BigInt(whole + fraction) << 1074n
  return exact > other ? 1 : exact < other ? -1 : 0
}

function formatNumber(value: SqliteValue, places: number, isDecimal: boolean): string {
  const text = String(value)
  if (typeof value === 'bigint' || isDecimal) {
    const sign = text.startsWith('-') ? '-' : ''
    return sign + grouped(decimalDigits(text.replace('-', ''), places, 'even'))
  }
  const number = Number(value)
  if (!Number.isFinite(number)) return number > 0 ? '∞' : '-∞'
  const sign = number < 0 || Object.is(number, -0) ? '-' : ''
  return sign + grouped(roundedExactly(Math.abs(number), places))
}

/** Most digits that a double has behind the point. */
const ALL_DIGITS = 1074

/** Half to even; where the shortest form lies in the middle of two, what the double exactly is decides. */
function roundedExactly(size: number, places: number): string {
  const text = String(size)
  const all = decimalDigits(text, ALL_DIGITS)
  const rest = all.slice(all.length - ALL_DIGITS + places)
  const side = /^50*$/.test(rest) ? sideOf(size, all) : 0
  if (side === 0) return decimalDigits(text, places, 'even')
  return side > 0 ? decimalDigits(text, places) : all.slice(0, all.length - ALL_DIGITS + places).replace(/\.$/, '')
}

/** A number of `%d`, `%x` or `%f` with its sign; text that is none as it is. */
function numberText({ conversion, commas, plus, precision }: Directive, value: SqliteValue, kind: string): string {
  if (conversion === 'x' || conversion === 'X') {
    const { max } = integralRange(kind) ?? { max: 0n }
    const whole = BigInt(value as bigint)
    return (whole < 0n ? whole + (max + 1n) * 2n : whole).toString(16)
  }
  const text = String(value)
  const negative = text.startsWith('-') || Object.is(value, -0)
  const sign = negative ? '-' : plus
  if (conversion === 'd') {
    const digits = text.replace('-', '')
    return sign + (commas ? thousands(digits) : digits)
  }
  if (typeof value === 'number' && !Number.isFinite(value)) return `${sign}Infinity`
  const shortest = kind === 'float' ? String(shortestFloat(Number(value))) : text
  const digits = decimalDigits(shortest.replace('-', ''), precision ?? 6)
  return sign + (commas ? grouped(digits) : digits)
}

function directiveText(directive: Directive, value: SqliteValue, kind: string): string {
  const { conversion, width, left, zeros, precision } = directive
  const upper = conversion === 'S' || conversion === 'X'
  const plain = conversion === 's' || conversion === 'S'
  const text =
    value === null
      ? 'null'
      : plain
        ? kind === 'double'
          ? doubleText(Number(value))
          : kind === 'float'
            ? doubleText(shortestFloat(Number(value)))
            : asText(value)
        : numberText(directive, value, kind)
  const cut =
    value === null || plain ? text.slice(0, value === null && conversion === 'd' ? undefined : precision) : text
  const shown = upper ? cut.toUpperCase() : cut
  const missing = Math.max(width - Array.from(shown).length, 0)
  if (left) return shown + ' '.repeat(missing)
  if (!zeros || value === null || /y$/.test(shown)) return ' '.repeat(missing) + shown
  const [, sign = '', digits = ''] = /^([-+ ]?)(.*)$/s.exec(shown) ?? []
  return sign + '0'.repeat(missing) + digits
}

/** Java's kinds of characters, each of a pair beyond the first plane by itself. */
function maskLetter(one: string, [upper, lower, digit, other]: readonly SqliteValue[]): string {
  const kind = /\p{Uppercase}/u.test(one)
    ? upper
    : /\p{Lowercase}/u.test(one)
      ? lower
      : /\p{Nd}/u.test(one)
        ? digit
        : undefined
  if (one.length > 1) return other === null || other === undefined ? one : asText(other).repeat(2)
  const mask = kind === undefined ? other : kind
  return mask === null || mask === undefined ? one : asText(mask)
}

/** Values as text of a given form. */
export const formatFunctions: readonly SqliteFunction[] = [
  strict('format_number', (value, places, isDecimal) =>
    formatNumber(value as SqliteValue, Number(places), isDecimal === 1n),
  ),
  {
    name: 'millrace_format',
    options: { deterministic: true },
    fn: (format, kinds, ...values) => {
      const types = asText(kinds).split(' ')
      return parseStringFormat(asText(format), 'formatString')
        .map((part) =>
          typeof part === 'string'
            ? part
            : directiveText(part, values[part.argument] ?? null, types[part.argument] ?? 'string'),
        )
        .join('')
    },
  },
  strict('parse_number', (text, pattern, scale, lenient) => {
    const given = asText(text)
    if (new RegExp(asText(pattern)).test(given) && /\d/.test(given)) {
      const digits = given.replace(/[^0-9.]/g, '')
      return Number(decimalDigits(`${/[-<]/.test(given) ? '-' : ''}${digits}`, Number(scale)))
    }
    if (lenient === 1n) return null
    throw new ValueOutOfRange(`toNumber: ${JSON.stringify(given)} is no number of the format`)
  }),
  {
    name: 'millrace_mask',
    options: { deterministic: true },
    fn: (text, ...letters) =>
      text === null ? null : Array.from(asText(text), (one) => maskLetter(one, letters)).join(''),
  },
  strict('base64_text', (bytes) => Buffer.from(bytes as Uint8Array).toString('base64')),
]
