/** The reference model of casts. */
import { type Cell, type Decimal, decimalText, isRaised, parseDecimal, raise, rescale } from './cells.ts'
import { digitsOf, isDecimal, isWhole, type Type } from './types.ts'

/** The least and greatest value of an integer type. */
export function rangeOf(type: Type): readonly [bigint, bigint] {
  const bits = type === 'int' ? 31n : 63n
  return [-(2n ** bits), 2n ** bits - 1n]
}

/** A whole number as one of an integer type. */
export function whole(value: bigint, type: Type): Cell {
  const [least, greatest] = rangeOf(type)
  return value < least || value > greatest ? raise(`${value} is no ${type}`) : value
}

/** A decimal that has at most the digits of its type. */
export function bounded(value: Decimal, type: Type): Cell {
  const { precision, scale } = digitsOf(type) as { precision: number; scale: number }
  const rounded = rescale(value, scale)
  const digits = String(rounded.units).replace('-', '').length
  return digits > precision && rounded.units !== 0n ? raise(`${decimalText(value)} is no ${type}`) : rounded
}

export function castCell(cell: Cell, from: Type, to: Type, lenient: boolean): Cell {
  if (cell === null || isRaised(cell)) return cell
  if (from === to) return cell
  const converted = convert(cell, from, to)
  return lenient && isRaised(converted) ? null : converted
}

function convert(cell: Cell, from: Type, to: Type): Cell {
  const text = String(cell)
  if (to === 'string') return textOf(cell, from)
  if (to === 'date') return from === 'timestamp' ? text.slice(0, 10) : dateOf(text)
  if (to === 'timestamp') return `${text}T00:00:00.000Z`
  if (to === 'boolean' && from !== 'string') return Number(cell) !== 0
  if (from === 'boolean') return isWhole(to) ? BigInt(cell === true) : Number(cell)
  if (from === 'string') return fromText(text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), to)
  if (isWhole(to)) return whole(truncated(cell), to)
  if (to === 'double') return isDecimal(from) ? Number(decimalText(cell as Decimal)) : Number(cell)
  if (typeof cell === 'bigint') return bounded({ units: cell, scale: 0 }, to)
  if (typeof cell === 'number') return bounded(parseDecimal(plainDigits(cell)), to)
  return bounded(cell as Decimal, to)
}

function truncated(cell: Cell): bigint {
  if (typeof cell === 'bigint') return cell
  if (typeof cell === 'number') return BigInt(Math.trunc(cell))
  const { units, scale } = cell as Decimal
  return units / 10n ** BigInt(scale)
}

const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/
function fromText(text: string, to: Type): Cell {
  const bad = raise(`${JSON.stringify(text)} is no ${to}`)
  if (to === 'boolean') {
    if (/^(t|true|y|yes|1)$/i.test(text)) return true
    return /^(f|false|n|no|0)$/i.test(text) ? false : bad
  }
  if (isWhole(to)) return /^[+-]?\d+$/.test(text) ? whole(BigInt(text.replace('+', '')), to) : bad
  if (!NUMBER.test(text)) return bad
  return to === 'double' ? Number(text) : bounded(parseDecimal(plainDigits(Number(text))), to)
}

function dateOf(text: string): Cell {
  const bad = raise(`${JSON.stringify(text)} is no date`)
  // What follows a blank or a T is a time, which nobody reads.
  const found = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T].*|\s*)$/s.exec(text)
  if (!found) return bad
  const iso = `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`
  const day = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== iso ? bad : iso
}

/** The digits of a double's shortest form, without an exponent. */
export function plainDigits(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const { units, scale } = parseDecimal(mantissa)
  const places = scale - Number(exponent)
  return places >= 0 ? decimalText({ units, scale: places }) : String(units * 10n ** BigInt(-places))
}

function textOf(cell: Cell, from: Type): string {
  if (from === 'double') return doubleText(cell as number)
  if (from === 'timestamp')
    return String(cell)
      .replace('T', ' ')
      .replace(/\.?0*Z$/, '')
  return typeof cell === 'object' ? decimalText(cell as Decimal) : String(cell)
}

/** As Java prints a double: always with a fraction, with an exponent below 0.001 and from ten million on. */
function doubleText(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const size = Math.abs(value)
  if (size >= 1e-3 && size < 1e7) {
    const digits = plainDigits(value)
    return digits.includes('.') ? digits : `${digits}.0`
  }
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  return `${mantissa.includes('.') ? mantissa : `${mantissa}.0`}E${Number(exponent)}`
}
