import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { toPlaces } from '../../places.ts'
import { byType, positiveModulo, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { duckdbCast, duckdbType, LONG, typed } from '../casts.ts'
import { bround } from '../rounding.ts'
import { modulo } from './operators.ts'

export const isFloating = (type: SqlType | undefined): boolean => type?.kind === 'double' || type?.kind === 'float'

/**
 * Half away from zero. Of a double on its shortest decimal form, which DuckDB's own round does not look at; from 1e17 on
 * a double has no fraction, and 38 digits no room.
 */
const round: Spelling = (args, { type, types, literals }) => {
  const [operand] = args as readonly [Fragment]
  const known = literals[1]
  const digits =
    args.length < 2 ? '0' : typeof known === 'number' || typeof known === 'bigint' ? String(known) : '$2::int'
  if (isFloating(type)) {
    const beyond =
      digits.startsWith('-') || digits.startsWith('$')
        ? `case when isfinite($1) then round($1, ${digits}) else $1 end`
        : '$1'
    return fill(
      `case when abs($1) < 1e17 then round($1::varchar::decimal(38,20), ${digits})::${duckdbType(type)} else ${beyond} end`,
      args,
    )
  }
  if (type.kind === 'decimal') return typed(fill(`round($1, ${digits})`, args), duckdbType(type))
  if (digits === '0' || (digits !== '$2::int' && !digits.startsWith('-'))) return operand
  return typed(fill(`round($1::decimal(38,0), ${digits})`, args), duckdbType(types[0] ?? type))
}

/** ceil and floor give whole numbers; a double beyond bigint's range gives bigint's end. */
const whole = (fn: 'ceil' | 'floor') =>
  byType(({ type, types }) => {
    if (type.kind === 'decimal') return (args) => typed(fill(`${fn}($1)`, args), duckdbType(type))
    if (isFloating(types[0])) {
      return `case when isnan($1) then 0 when $1 >= ${LONG.max} then ${LONG.max} when $1 <= ${LONG.min} then ${LONG.min} else ${fn}($1)::bigint end`
    }
    return (args) => (types[0]?.kind === 'long' ? (args[0] as Fragment) : typed(args[0] as Fragment, 'bigint'))
  })

/** Logarithms of zero and below are NULL. */
const logarithm = (fn: string): Spelling => `case when $1 > 0 then ${fn}($1) end`

export const mathSpellings: SpellingsOf<'math'> = {
  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round,
  bround,
  ceil: toPlaces('ceil', whole('ceil'), duckdbCast),
  floor: toPlaces('floor', whole('floor'), duckdbCast),
  signum: 'case when isnan($1) then $1 else sign($1)::double end',
  sqrt: "case when $1 < 0 then 'NaN'::double else sqrt($1) end",
  exp: 'exp($1)',
  ln: logarithm('ln'),
  log10: logarithm('log10'),
  // C has 1 where Java has NaN.
  pow: "case when isnan($2) and not isnan($1) or (abs($1) = 1 and isinf($2)) then 'NaN'::double else pow($1, $2) end",
  intDiv: ([dividend, divisor], { types }) =>
    infix(
      '//',
      RANK.multiply,
      // In long: the least int divided by -1 is no int.
      types[0]?.kind === 'long' ? (dividend as Fragment) : typed(dividend as Fragment, 'bigint'),
      fill('nullif($1, 0)', [divisor as Fragment]),
    ),
  pmod: positiveModulo(modulo),
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),
}
