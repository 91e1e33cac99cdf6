import type { SqlType } from '../../../plan/type.ts'
import { roundedAs } from '../../../plan/type-rules.ts'
import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { positiveModulo, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'
import { modulo } from './operators.ts'

/** To a whole number, or to digits of a decimal. */
const whole =
  (fn: 'ceil' | 'floor'): Spelling =>
  ([operand, ...digits], { types }) => {
    const [type] = types as readonly [SqlType]
    const number = digits.length > 0 ? sqliteCast(operand as Fragment, type, roundedAs(type), 'raise') : operand
    return fill(`millrace_${fn}($*)`, [number as Fragment, ...digits])
  }

export const mathSpellings: SpellingsOf<'math'> = {
  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round: 'millrace_round($*)',
  bround: 'millrace_bround($*)',
  ceil: whole('ceil'),
  floor: whole('floor'),
  signum: 'cast(sign($1) as real)',
  sqrt: 'sqrt($1)',
  exp: 'exp($1)',
  ln: 'ln($1)',
  log10: 'log10($1)',
  pow: 'millrace_pow($1, $2)',
  intDiv: ([dividend, divisor]) =>
    infix('/', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),
  pmod: positiveModulo(modulo),
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),
}
