/** What both ways between JavaScript and SQL have in common on every engine: §values and types. */
import { InvalidValue, shorten, UnsafeInteger, ValueOutOfRange } from '../errors/index.ts'
import { formatType, type SqlType } from '../plan/type.ts'
import { integralRange } from '../plan/type-rules.ts'
import { dateText, readTimestamp, timestampText } from './timestamps.ts'

/**
 * A value as most drivers bind it; what a driver or an engine has of its own, its dialect says before.
 *
 * @throws InvalidValue naming the column where the type cannot hold it.
 */
export function encodePlain(value: unknown, type: SqlType, column: string): unknown {
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value
      break
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return encodeInteger(value, type, column)
    case 'float':
      return Math.fround(encodeDouble(value, type, column))
    case 'double':
      return encodeDouble(value, type, column)
    case 'decimal':
      return encodeDecimal(value, type, column)
    case 'string':
      if (typeof value === 'string') return value
      break
    case 'binary':
      if (value instanceof Uint8Array) return Buffer.from(value)
      break
    case 'date':
      return dateText(value, column)
    case 'timestamp':
      return timestampText(value, column)
    case 'json':
      return JSON.stringify(value)
    default:
  }
  throw invalidValue(value, type, column)
}

/**
 * A value as most drivers give it, as its JavaScript type: digits for what they could round, text for days and moments.
 *
 * @throws UnsafeInteger, ValueOutOfRange naming the column.
 */
export function decodePlain(raw: unknown, type: SqlType, column: string): unknown {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return decodeInteger(BigInt(raw as bigint | number | string), type, column)
    case 'float':
      return Math.fround(Number(raw))
    case 'double':
      return Number(raw)
    case 'decimal':
      return decimalDigits(String(raw), type.scale)
    case 'string':
      return String(raw)
    case 'binary':
      return new Uint8Array(raw as Uint8Array)
    case 'date':
      if (/^\d{4}-\d{2}-\d{2}$/.test(String(raw))) return String(raw)
      throw beyondCalendar(raw, column)
    case 'timestamp': {
      const moment = readTimestamp(String(raw))
      if (!Number.isNaN(moment.getTime())) return moment
      throw beyondCalendar(raw, column)
    }
    case 'json':
      return typeof raw === 'string' ? JSON.parse(raw) : raw
    default:
      return raw
  }
}

/** Engines have more years than ours, and some have infinity. */
function beyondCalendar(raw: unknown, column: string): ValueOutOfRange {
  return new ValueOutOfRange(
    `column ${JSON.stringify(column)}: ${JSON.stringify(String(raw))} is beyond the years 1 to 9999`,
  )
}

/** A whole number for a column of an integer type. Numbers, bigints and digit strings are accepted. */
export function encodeInteger(value: unknown, type: SqlType, column: string): bigint {
  const whole = toBigInt(value)
  const range = integralRange(type.kind)
  if (whole === undefined || !range || whole < range.min || whole > range.max) throw invalidValue(value, type, column)
  return whole
}

function toBigInt(value: unknown): bigint | undefined {
  if (typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : undefined
  return typeof value === 'string' && /^[+-]?\d+$/.test(value) ? BigInt(value) : undefined
}

export function encodeDouble(value: unknown, type: SqlType, column: string): number {
  if (typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string' && value.trim() !== '') {
    const number = Number(value)
    if (!Number.isNaN(number) || value === 'NaN') return number
  }
  throw invalidValue(value, type, column)
}

/** The digits of a decimal, checked against its precision and scale. */
export function encodeDecimal(value: unknown, type: Extract<SqlType, { kind: 'decimal' }>, column: string): string {
  const text = typeof value === 'number' || typeof value === 'bigint' ? plainDigits(value) : value
  const match = typeof text === 'string' ? /^([+-]?)0*(\d*)(?:\.(\d*?)0*)?$/.exec(text.trim()) : null
  if (!match || (match[2] === '' && !/\d/.test(String(text)))) throw invalidValue(value, type, column)
  const [, sign, whole = '', fraction = ''] = match
  if (fraction.length > type.scale || whole.length > type.precision - type.scale)
    throw invalidValue(value, type, column)
  const digits = `${whole === '' ? '0' : whole}${type.scale > 0 ? `.${fraction.padEnd(type.scale, '0')}` : ''}`
  return sign === '-' && /[1-9]/.test(digits) ? `-${digits}` : digits
}

/** A number without exponent. */
function plainDigits(value: number | bigint): string {
  const text = String(value)
  if (!text.includes('e')) return text
  const [mantissa = '', exponent = '0'] = text.split('e')
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.')
  const shift = Number(exponent)
  const digits = `${whole}${fraction}`
  const point = whole.length + shift
  const plain =
    point <= 0
      ? `0.${'0'.repeat(-point)}${digits}`
      : point >= digits.length
        ? digits.padEnd(point, '0')
        : `${digits.slice(0, point)}.${digits.slice(point)}`
  return text.startsWith('-') ? `-${plain}` : plain
}

/** A whole number as it is handed out: exact, or an error. */
export function decodeInteger(value: bigint, type: SqlType, column: string): number {
  const range = integralRange(type.kind)
  if (range && (value < range.min || value > range.max)) {
    throw new ValueOutOfRange(`column ${JSON.stringify(column)}: ${value} does not fit into ${formatType(type)}`, {
      hint: "cast an operand to a wider type: .cast('long')",
    })
  }
  const number = Number(value)
  if (Number.isSafeInteger(number)) return number
  throw new UnsafeInteger(
    `column ${JSON.stringify(column)}: ${value} is beyond what a JavaScript number holds exactly`,
    {
      hint: `cast it in the program: col(${JSON.stringify(column)}).cast('string')`,
    },
  )
}

/** Where the digits that are cut off send the others: a half away from zero or to the even neighbour; all up, or down. */
export type Rounding = 'away' | 'even' | 'ceil' | 'floor'

/** A number's digits with exactly `scale` of them behind the point (negative: zeros before it). */
export function decimalDigits(text: string, scale: number, rounding: Rounding = 'away'): string {
  const plain = text.includes('e') ? plainDigits(Number(text)) : text
  const match = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(plain)
  if (!match) return text
  const [, sign, whole = '', fraction = ''] = match
  const digits = `${whole}${fraction.padEnd(Math.max(scale, 0), '0')}`
  const cut = whole.length + scale
  const kept = BigInt(digits.slice(0, Math.max(cut, 0)) || '0')
  const rest = cut < 0 ? `0${digits}` : digits.slice(cut)
  const rounded = isFurther(rounding, sign === '-', kept, rest) ? kept + 1n : kept
  const shown = rounded.toString().padStart(Math.max(scale, 0) + 1, '0')
  const placed =
    scale > 0 ? `${shown.slice(0, -scale)}.${shown.slice(-scale)}` : rounded === 0n ? '0' : shown + '0'.repeat(-scale)
  return sign === '-' && rounded !== 0n ? `-${placed}` : placed
}

/** Whether digits go one further from zero for those cut off behind them. */
function isFurther(rounding: Rounding, negative: boolean, kept: bigint, rest: string): boolean {
  if (rounding === 'ceil' || rounding === 'floor') return negative === (rounding === 'floor') && /[1-9]/.test(rest)
  const stays = rounding === 'even' && kept % 2n === 0n && /^50*$/.test(rest)
  return (rest[0] ?? '0') >= '5' && !stays
}

export function invalidValue(value: unknown, type: SqlType, column: string): InvalidValue {
  const shown =
    typeof value === 'bigint' ? `${value}n` : typeof value === 'string' ? JSON.stringify(shorten(value)) : String(value)
  return new InvalidValue(`column ${JSON.stringify(column)}: ${shown} is no ${formatType(type)}`, {
    hint: `a ${formatType(type)} must fit its type exactly: round or cast it first, or give the column another type`,
  })
}
