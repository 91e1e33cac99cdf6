import { decimalDigits } from '../../dialect/codec.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import { doubleText, shortestFloat } from '../../plan/double-text.ts'
import { integralRange } from '../../plan/type-rules.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'

const LONG = integralRange('long') as { min: bigint; max: bigint }

/** A cast: NULL stays NULL, a bad value raises, or is NULL where the last argument is 1. */
export function cast(
  name: string,
  convert: (value: SqliteValue, ...settings: SqliteValue[]) => SqliteValue | undefined,
): SqliteFunction {
  return {
    name: `millrace_${name}`,
    options: { deterministic: true },
    fn: (value, ...settings) => {
      if (value === null || value === undefined) return null
      const converted = convert(value, ...settings)
      if (converted !== undefined) return converted
      if (settings.at(-1) === 1n) return null
      throw new ValueOutOfRange(
        `cannot cast ${typeof value === 'string' ? JSON.stringify(value) : String(value)}: ${name.replace('to_', 'no ')}`,
      )
    },
  }
}

function toInteger(value: SqliteValue, kind: SqliteValue): bigint | undefined {
  const range = integralRange(String(kind)) ?? LONG
  let whole: bigint | undefined
  if (typeof value === 'bigint') whole = value
  else if (typeof value === 'number') whole = Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined
  else if (typeof value === 'string') {
    const digits = /^\s*([+-]?)(\d+)\s*$/.exec(value)
    if (digits) whole = BigInt(digits[2] as string) * (digits[1] === '-' ? -1n : 1n)
  }
  return whole === undefined || whole < range.min || whole > range.max ? undefined : whole
}

const NUMBER = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/

function toDouble(value: SqliteValue): number | null | undefined {
  const text = String(value)
  if (NUMBER.test(text)) return Number(text)
  const special = /^\s*(?:([+-]?)(infinity|inf)|(nan))\s*$/i.exec(text)
  if (!special) return undefined
  // SQLite has no NaN: it would become NULL anyway.
  return special[3] !== undefined ? null : special[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
}

/** Half away from zero on the shortest decimal form of a double: 2.675 to 2 digits is 2.68. */
export function roundDecimal(value: number, scale: number): number {
  return Number.isFinite(value) ? Number(decimalDigits(String(value), scale)) : value
}

/** A whole number, or a decimal of so many digits behind the point. */
function whole(rounding: 'ceil' | 'floor'): (value: SqliteValue, scale?: SqliteValue) => SqliteValue {
  return (value, scale) => {
    if (scale !== undefined) return Number(decimalDigits(String(value), Number(scale), rounding))
    if (typeof value === 'bigint') return value
    const rounded = Math[rounding](Number(value))
    if (Number.isNaN(rounded)) return 0n
    if (rounded >= 2 ** 63) return LONG.max
    return rounded <= -(2 ** 63) ? LONG.min : BigInt(rounded)
  }
}

/** A decimal's digits, the point left out. */
const scaled = (value: SqliteValue | undefined, scale: SqliteValue | undefined): bigint =>
  BigInt(decimalDigits(String(value), Number(scale)).replace('.', ''))

function inLong(value: bigint): bigint {
  if (value >= LONG.min && value <= LONG.max) return value
  throw new ValueOutOfRange(`${value} does not fit into long`)
}

const nullable = (name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction => ({
  name: `millrace_${name}`,
  options: { deterministic: true },
  fn: (...args) => (args.some((arg) => arg === null) ? null : fn(...args)),
})

/** Casts and rounding, which SQLite does too generously or in binary. */
export const numberFunctions: readonly SqliteFunction[] = [
  cast('to_integer', toInteger),
  nullable('whole', (value, kind) => {
    const { min, max } = integralRange(String(kind)) ?? LONG
    if (typeof value === 'bigint' && value >= min && value <= max) return value
    throw new ValueOutOfRange(`integer overflow: ${value} does not fit into ${kind}`)
  }),
  cast('to_double', toDouble),
  cast('to_float', (value) => {
    const number = typeof value === 'string' ? toDouble(value) : Number(value)
    return typeof number === 'number' ? Math.fround(number) : number
  }),
  cast('to_decimal', (value, precision, scale) => {
    const number = typeof value === 'string' ? (NUMBER.test(value) ? Number(value) : undefined) : Number(value)
    if (number === undefined) return undefined
    // Of a double: it stands for no digits. Of text: digits beyond every decimal.
    if (!Number.isFinite(number)) return typeof value === 'string' ? undefined : null
    const rounded = roundDecimal(number, Number(scale))
    return Math.abs(rounded) < 10 ** (Number(precision) - Number(scale)) ? rounded : undefined
  }),
  cast('to_boolean', (value) => {
    const text = String(value).trim().toLowerCase()
    if (['t', 'true', 'y', 'yes', '1'].includes(text)) return 1n
    return ['f', 'false', 'n', 'no', '0'].includes(text) ? 0n : undefined
  }),
  nullable('round', (value, scale = 0n) => {
    const digits = Number(scale)
    if (typeof value !== 'bigint') return roundDecimal(Number(value), digits)
    if (digits >= 0) return value
    const unit = 10n ** BigInt(-digits)
    const half = unit / 2n
    return inLong(((value >= 0n ? value + half : value - half) / unit) * unit)
  }),
  // The remainder of REALs is not that of their digits: 10.00 has 0.01 a thousand times.
  nullable('decimal_mod', (dividend, divisor, scale) => {
    const [a, b] = [scaled(dividend, scale), scaled(divisor, scale)]
    return b === 0n ? null : Number(a % b) / 10 ** Number(scale)
  }),
  nullable('bround', (value, scale = 0n) => {
    const digits = Number(scale)
    if (typeof value === 'bigint')
      return digits >= 0 ? value : inLong(BigInt(decimalDigits(value.toString(), digits, 'even')))
    const number = Number(value)
    return Number.isFinite(number) ? Number(decimalDigits(String(number), digits, 'even')) : number
  }),
  nullable('ceil', whole('ceil')),
  nullable('floor', whole('floor')),
  // SQLite has no operator for it.
  nullable('xor', (a, b) => BigInt(a as bigint) ^ BigInt(b as bigint)),
  nullable('double_text', (value) => doubleText(Number(value))),
  nullable('float_text', (value) => doubleText(shortestFloat(Number(value)))),
  nullable('decimal_text', (value, scale) => {
    const text = roundDecimal(Number(value), Number(scale)).toFixed(Number(scale))
    return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
  }),
]
