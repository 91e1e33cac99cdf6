import type { SqlType } from '../plan/type.ts'
import { type Fragment, fill } from './fragment.ts'

type DecimalType = Extract<SqlType, { kind: 'decimal' }>

/** Digits that a HUGEINT holds for certain. */
const HUGEINT_DIGITS = 38

/**
 * The quotient of two decimals, exact to the digits of `type` and rounded half away from zero; by zero it is NULL.
 *
 * DuckDB divides decimals as doubles. So the digits are divided as whole numbers, by hand: the whole part, then as many
 * digits of the fraction at a time as there is room for beside the divisor's.
 */
export function decimalQuotient(
  [dividend, divisor]: readonly [Fragment, Fragment],
  [from, by]: readonly [DecimalType, DecimalType],
  type: DecimalType,
): Fragment {
  // A window is no part of a lambda: its columns are then written out, and DuckDB computes equal ones once.
  const apart = [dividend, divisor].some(({ sql }) => sql.includes(' over ('))
  const [a, b, negative] = apart
    ? ['abs($1)', 'abs(nullif($2, 0))', '($1 < 0) <> ($2 < 0)']
    : ['v.a', 'v.b', 'v.negative']
  const room = Math.max(1, HUGEINT_DIGITS - by.precision)
  let quotient = `(${a} // ${b})`
  let rest = `(${a} % ${b})`
  for (let missing = type.scale - from.scale + by.scale; missing > 0; missing -= room) {
    const step = `1${'0'.repeat(Math.min(missing, room))}::hugeint`
    quotient = `(${quotient} * ${step} + ${rest} * ${step} // ${b})`
    rest = `(${rest} * ${step} % ${b})`
  }
  const rounded = `(${quotient} + case when ${rest} * 2 >= ${b} then 1 else 0 end)`
  const signed = `case when ${negative} then -${rounded} else ${rounded} end`
  const digits = apart
    ? signed
    : `list_transform([{'a': abs($1), 'b': abs(nullif($2, 0)), 'negative': ($1 < 0) <> ($2 < 0)}], lambda v: ${signed})[1]`
  // Where the divisor has fewer digits behind the point than the dividend, fewer come out than the type has.
  const scale = Math.max(type.scale, from.scale - by.scale)
  const placed = scale === 0 ? `$1` : `$1::decimal(38,0) * 0.${'0'.repeat(scale - 1)}1`
  return fill(`(${placed})::decimal(${type.precision},${type.scale})`, [
    fill(digits, [unscaled(dividend, from), unscaled(divisor, by)], 100),
  ])
}

/** A decimal's digits as a whole number. */
function unscaled(operand: Fragment, { precision, scale }: DecimalType): Fragment {
  if (scale === 0) return fill('$1::hugeint', [operand], 80)
  if (precision + scale < HUGEINT_DIGITS) return fill(`($1 * 1${'0'.repeat(scale)})::hugeint`, [operand], 80)
  return fill("replace($1::varchar, '.', '')::hugeint", [operand], 80)
}
