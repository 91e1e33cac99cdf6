import { UnsupportedOnDialect } from '../../errors/index.ts'
import { formatType, type SqlType } from '../../plan/type.ts'
import { arithmeticType } from '../../plan/type-rules.ts'
import { type Fragment, fill, infix, RANK } from '../fragment.ts'
import { mssqlType, typed } from './casts.ts'

type DecimalType = Extract<SqlType, { kind: 'decimal' }>

/** As many digits as a decimal has at most. */
const MOST_DIGITS = 38

/**
 * The quotient of two decimals, rounded half away from zero; by zero it is NULL. SQL Server gives it Spark's type, but cuts
 * what is behind the last digit: a dividend with one digit more gives a quotient with one digit more, by which the cast rounds.
 */
export function decimalQuotient(
  [dividend, divisor]: readonly [Fragment, Fragment],
  [from, by]: readonly [DecimalType, DecimalType],
  type: DecimalType,
): Fragment {
  const scale = Math.max(from.scale + 1, type.scale - by.precision)
  const wider: DecimalType = { kind: 'decimal', precision: from.precision - from.scale + scale, scale }
  const quotient = arithmeticType('div', wider, by)
  if (wider.precision > MOST_DIGITS || quotient.kind !== 'decimal' || quotient.scale <= type.scale) {
    throw new UnsupportedOnDialect(
      `dividing a ${formatType(from)} by a ${formatType(by)} is not supported on SQL Server: there is no room for the digit by which to round`,
      { hint: "cast both to fewer digits, or one to 'double'" },
    )
  }
  const divided = infix('/', RANK.multiply, typed(dividend, mssqlType(wider)), fill('nullif($1, 0)', [divisor]))
  return typed(divided, mssqlType(type))
}
