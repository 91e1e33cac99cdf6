import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'

type DecimalType = Extract<SqlType, { kind: 'decimal' }>

/** Digits that a BIGINT and a HUGEINT hold for certain; the first divides twenty times as fast. */
const WIDTHS = { bigint: 18, hugeint: 38 } as const
type Width = keyof typeof WIDTHS

/** More steps than these would make the statement longer than it is worth. */
const MOST_STEPS = 5

/**
 * The quotient of two decimals, exact to the digits of `type` and rounded half away from zero; by zero it is NULL.
 *
 * DuckDB divides decimals as doubles. So the digits are divided as whole numbers, as by hand: the whole part, then as many
 * digits of the fraction at a time as there is room for beside the divisor's. Division cuts toward zero and a remainder
 * has the dividend's sign, so that all parts have one sign. DuckDB computes equal expressions of a row once.
 */
export function decimalQuotient(
  [dividend, divisor]: readonly [Fragment, Fragment],
  [from, by]: readonly [DecimalType, DecimalType],
  type: DecimalType,
): Fragment {
  // Where the divisor has fewer digits behind the point than the dividend, more come out than the type has.
  const scale = Math.max(type.scale, from.scale - by.scale)
  const missing = scale - from.scale + by.scale
  const width = widthFor(from, by, missing)
  const room = WIDTHS[width] - by.precision
  let rest = '$1 % $2'
  const parts = [`($1 // $2)::hugeint${power(missing, ' * ')}`]
  for (let left = missing; left > 0; left -= room) {
    const digits = Math.min(left, room)
    const shifted = `(${rest})${power(digits, ' * ')}`
    parts.push(`(${shifted} // $2)::hugeint${power(left - digits, ' * ')}`)
    rest = `${shifted} % $2`
  }
  parts.push(`case when abs(${rest}) >= abs($2) - abs(${rest}) then sign($1) * sign($2) else 0 end`)
  const placed = scale === 0 ? '' : ` * 0.${'0'.repeat(scale - 1)}1`
  return fill(
    `((${parts.join(' + ')})::decimal(38,0)${placed})::decimal(${type.precision},${type.scale})`,
    [unscaled(dividend, from, width), fill('nullif($1, 0)', [unscaled(divisor, by, width)])],
    RANK.cast,
  )
}

const power = (digits: number, before: string): string => (digits === 0 ? '' : `${before}1${'0'.repeat(digits)}`)

function widthFor(from: DecimalType, by: DecimalType, missing: number): Width {
  const room = WIDTHS.bigint - by.precision
  const narrow = from.precision <= WIDTHS.bigint && room >= 1 && missing <= room * MOST_STEPS
  return narrow ? 'bigint' : 'hugeint'
}

/** A decimal's digits as a whole number. */
function unscaled(operand: Fragment, { precision, scale }: DecimalType, width: Width): Fragment {
  if (scale === 0) return fill(`$1::${width}`, [operand], RANK.cast)
  if (precision + scale < WIDTHS.hugeint) return fill(`($1 * 1${'0'.repeat(scale)})::${width}`, [operand], RANK.cast)
  return fill(`replace($1::varchar, '.', '')::${width}`, [operand], RANK.cast)
}
