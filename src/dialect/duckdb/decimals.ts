import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'

type DecimalType = Extract<SqlType, { kind: 'decimal' }>

/** Digits that a BIGINT and a HUGEINT hold for certain; the first divides twenty times as fast. */
const WIDTHS = { bigint: 18, hugeint: 38 } as const
type Width = keyof typeof WIDTHS

/** More steps than these would make the statement longer than it is worth. */
const MOST_STEPS = 5

/**
 * Digits that there must be room for beside the divisor's to divide by hand. Where its type leaves less, it is a sum's: they
 * have the type of 38 digits long before they have the digits. Should it have them, DuckDB raises.
 */
const LEAST_ROOM = 7

/**
 * The quotient of two decimals, exact to the digits of `type` and rounded half away from zero; by zero it is NULL.
 *
 * DuckDB divides decimals as doubles. So the digits are divided as whole numbers, at once where there is room for as many
 * as the quotient needs, else by hand.
 */
export function decimalQuotient(
  [dividend, divisor]: readonly [Fragment, Fragment],
  [from, by]: readonly [DecimalType, DecimalType],
  type: DecimalType,
): Fragment {
  // Where the divisor has fewer digits behind the point than the dividend, more come out than the type has.
  const scale = Math.max(type.scale, from.scale - by.scale)
  const missing = scale - from.scale + by.scale
  const fits = (width: Width): boolean => Math.max(from.precision + missing + 1, by.precision) <= WIDTHS[width]
  const width = isNarrow(from, by, missing) || fits('bigint') ? 'bigint' : 'hugeint'
  const room = WIDTHS[width] - by.precision
  const crowded = width === 'hugeint' && room < LEAST_ROOM
  // One digit more than wanted, cut there: the cast to the type rounds by it.
  const [digits, behind] =
    crowded || fits(width) ? [`($1${power(missing + 1, ' * ')} // $2)`, scale + 1] : [byHand(missing, room), scale]
  const placed = behind === 0 ? '' : ` * 0.${'0'.repeat(behind - 1)}1`
  return fill(
    `(${digits}::decimal(38,0)${placed})::decimal(${type.precision},${type.scale})`,
    [unscaled(dividend, from, width, crowded), fill('nullif($1, 0)', [unscaled(divisor, by, width, crowded)])],
    RANK.cast,
  )
}

/**
 * The whole part, then as many digits of the fraction at a time as there is room for beside the divisor's. Division cuts
 * toward zero and a remainder has the dividend's sign, so that all parts have one sign. DuckDB computes equal expressions
 * of a row once.
 */
function byHand(missing: number, room: number): string {
  let rest = '$1 % $2'
  const parts = [`($1 // $2)::hugeint${power(missing, ' * ')}`]
  for (let left = missing; left > 0; left -= room) {
    const digits = Math.min(left, room)
    const shifted = `(${rest})${power(digits, ' * ')}`
    parts.push(`(${shifted} // $2)::hugeint${power(left - digits, ' * ')}`)
    rest = `${shifted} % $2`
  }
  parts.push(`case when abs(${rest}) >= abs($2) - abs(${rest}) then sign($1) * sign($2) else 0 end`)
  return `(${parts.join(' + ')})`
}

const power = (digits: number, before: string): string => (digits === 0 ? '' : `${before}1${'0'.repeat(digits)}`)

/** Whether a few steps by hand do in BIGINT what needs a HUGEINT at once. */
function isNarrow(from: DecimalType, by: DecimalType, missing: number): boolean {
  const room = WIDTHS.bigint - by.precision
  return from.precision <= WIDTHS.bigint && room >= 1 && missing <= room * MOST_STEPS
}

/** A decimal's digits as a whole number. A `short` one has fewer than its type. */
function unscaled(operand: Fragment, { precision, scale }: DecimalType, width: Width, short: boolean): Fragment {
  if (scale === 0) return fill(`$1::${width}`, [operand], RANK.cast)
  if (short || precision + scale < WIDTHS.hugeint)
    return fill(`($1 * 1${'0'.repeat(scale)})::${width}`, [operand], RANK.cast)
  return fill(`replace($1::varchar, '.', '')::${width}`, [operand], RANK.cast)
}
