import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'

const strict = (name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction => ({
  name: `millrace_${name}`,
  options: { deterministic: true },
  fn: (...args) => (args.some((arg) => arg === null) ? null : fn(...args)),
})

const unsigned = (value: SqliteValue | undefined, bits = 64): bigint => BigInt.asUintN(bits, BigInt(value as bigint))

function factorial(value: SqliteValue): bigint | null {
  const number = Number(value)
  if (number < 0 || number > 20) return null
  let product = 1n
  for (let factor = 2n; factor <= BigInt(number); factor += 1n) product *= factor
  return product
}

/** The digits at the start of a text, in one base, written in another. */
function conv(text: SqliteValue, from: SqliteValue | undefined, to: SqliteValue | undefined): string | null {
  const [base, target] = [Number(from), Number(to)]
  const trimmed = String(text).replace(/^ +| +$/g, '')
  if (trimmed === '' || base < 2 || base > 36 || Math.abs(target) < 2 || Math.abs(target) > 36) return null
  const negative = trimmed.startsWith('-')
  let value = 0n
  for (const digit of trimmed.slice(negative ? 1 : 0)) {
    const worth = /^[0-9a-z]$/i.test(digit) ? Number.parseInt(digit, 36) : base
    if (worth >= base) break
    value = value * BigInt(base) + BigInt(worth)
  }
  if (value >= 2n ** 64n) throw new ValueOutOfRange(`conv: ${JSON.stringify(text)} does not fit into 64 bits`)
  // A minus before what is beyond long leaves nothing but the greatest number.
  const signed = negative ? (value >= 2n ** 63n ? -1n : -value) : value
  const written = target > 0 ? unsigned(signed) : BigInt.asIntN(64, signed)
  return written.toString(Math.abs(target)).toUpperCase()
}

function bitPosition(value: SqliteValue | undefined, bits: SqliteValue | undefined): bigint {
  const position = BigInt(value as bigint)
  if (position >= 0n && position < BigInt(bits as bigint)) return position
  throw new ValueOutOfRange(`there is no bit ${position}: a number has bits 0 to ${BigInt(bits as bigint) - 1n}`)
}

/** Digits and bits of whole numbers, wrapping in their width as Java does. */
export const digitFunctions: readonly SqliteFunction[] = [
  strict('factorial', factorial),
  strict('bin', (value) => unsigned(value).toString(2)),
  strict('unhex', (value) => {
    const digits = String(value)
    return /^[0-9a-f]*$/i.test(digits) ? Buffer.from(digits.length % 2 === 1 ? `0${digits}` : digits, 'hex') : null
  }),
  strict('conv', conv),
  strict('bit_count', (value) => BigInt(unsigned(value).toString(2).replaceAll('0', '').length)),
  strict('get_bit', (value, position, bits) => (BigInt(value as bigint) >> bitPosition(position, bits)) & 1n),
  strict('shift_left', (value, by, bits) => {
    const width = Number(bits)
    return BigInt.asIntN(width, BigInt(value as bigint) << unsigned(by, width === 64 ? 6 : 5))
  }),
  strict('shift_right', (value, by, bits) => BigInt(value as bigint) >> unsigned(by, Number(bits) === 64 ? 6 : 5)),
  strict('shift_right_unsigned', (value, by, bits) => {
    const width = Number(bits)
    return BigInt.asIntN(width, unsigned(value, width) >> unsigned(by, width === 64 ? 6 : 5))
  }),
]
