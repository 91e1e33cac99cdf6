import type { SqlType } from '../../../plan/type.ts'
import { isFractional, isIntegral } from '../../../plan/type-rules.ts'
import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { toPlaces } from '../../places.ts'
import { byType, positiveModulo, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { mssqlCast, mssqlType, typed } from '../casts.ts'
import { refuse } from '../refuse.ts'
import { modulo } from './operators.ts'

const IN_DECIMALS = 'SQL Server reads the binary digits of a double: compute in decimals from the start'

/** Half away from zero. A double would be rounded by its binary digits. */
const round: Spelling = (args, call) => {
  const { type, types, literals } = call
  const [operand] = args as readonly [Fragment]
  const of = types[0] as SqlType
  if (isFractional(of)) return spell(refuse('round of a double', IN_DECIMALS), args, call)
  const digits = args.length < 2 ? 0 : literals[1]
  const behind = (typeof digits === 'number' || typeof digits === 'bigint') && digits >= 0
  // A cast to fewer digits rounds.
  if (behind) return type.kind === 'decimal' ? typed(operand, mssqlType(type)) : operand
  if (of.kind !== 'decimal') return fill('round($1, $2)', args)
  const wider = { ...of, precision: Math.min(38, of.precision + 1) }
  return typed(fill('round($1, $2)', [typed(operand, mssqlType(wider)), args[1] as Fragment]), mssqlType(type))
}

/** A half goes to the even neighbour: `round(…, n, 1)` cuts, and says by its last digit which neighbour that is. */
const bround: Spelling = (args, call) => {
  const { type, types, literals } = call
  const of = types[0] as SqlType
  const digits = args.length < 2 ? 0 : Number(literals[1])
  if (isFractional(of) || !(digits >= 0))
    return spell(refuse('bround of a double, or to digits before the point', 'use round on decimals'), args, call)
  if (of.kind !== 'decimal') return args[0] as Fragment
  const wider = { ...of, precision: Math.min(38, of.precision + 1) }
  const place = digits === 0 ? '' : `0.${'0'.repeat(digits - 1)}`
  const [half, two] = digits === 0 ? ['0.5', '2'] : [`0.${'0'.repeat(digits)}5`, `${place}2`]
  const cut = `round($1, ${digits}, 1)`
  return typed(
    fill(`case when abs($1 - ${cut}) = ${half} and ${cut} % ${two} = 0 then ${cut} else round($1, ${digits}) end`, [
      typed(args[0] as Fragment, mssqlType(wider)),
    ]),
    mssqlType(type),
  )
}

/** ceil and floor give whole numbers; a double beyond bigint's range gives bigint's end. */
const whole = (fn: 'ceiling' | 'floor'): Spelling =>
  byType(({ type, types }) => {
    if (type.kind === 'decimal') return `cast(${fn}($1) as ${mssqlType(type)})`
    if (types[0] && isIntegral(types[0]))
      return types[0].kind === 'long' ? ([operand]) => operand as Fragment : 'cast($1 as bigint)'
    return `case when $1 >= 9223372036854775807 then 9223372036854775807 when $1 <= -9223372036854775808 then -9223372036854775808 else cast(${fn}($1) as bigint) end`
  })

export const mathSpellings: SpellingsOf<'math'> = {
  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round,
  bround,
  ceil: toPlaces('ceil', whole('ceiling'), mssqlCast),
  floor: toPlaces('floor', whole('floor'), mssqlCast),
  signum: 'sign($1)',
  // There is no NaN to say that there is no such number.
  sqrt: 'case when $1 >= 0 then sqrt($1) end',
  exp: 'exp($1)',
  ln: 'case when $1 > 0 then log($1) end',
  log10: 'case when $1 > 0 then log10($1) end',
  pow: 'power($1, $2)',
  // In long: the least int divided by -1 is no int.
  intDiv: ([dividend, divisor], { types }) =>
    infix(
      '/',
      RANK.multiply,
      types[0]?.kind === 'long' ? (dividend as Fragment) : typed(dividend as Fragment, 'bigint'),
      fill('nullif($1, 0)', [divisor as Fragment]),
    ),
  pmod: (args, call) => spell(positiveModulo(modulo), args, call),
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),
}
