import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { positiveModulo, type SpellingsOf } from '../../spelling.ts'
import { modulo } from './operators.ts'

export const mathSpellings: SpellingsOf<'math'> = {
  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round: 'millrace_round($*)',
  bround: 'millrace_bround($*)',
  ceil: 'millrace_ceil($1)',
  floor: 'millrace_floor($1)',
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
