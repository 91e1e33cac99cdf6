import { fill, RANK } from '../../fragment.ts'
import { toPlaces } from '../../places.ts'
import { byType, positiveModulo, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { postgresCast } from '../casts.ts'
import { bround, round } from '../rounding.ts'
import { modulo } from './operators.ts'

/** ceil and floor give whole numbers; a double beyond bigint's range gives bigint's end. */
const whole = (fn: 'ceil' | 'floor') =>
  byType(({ type, types }) => {
    if (type.kind === 'decimal') return `${fn}($1)::numeric(${type.precision}, 0)`
    if (types[0]?.kind === 'double' || types[0]?.kind === 'float') {
      return `case when $1 = 'NaN' then 0 when $1 >= 9223372036854775807 then 9223372036854775807 when $1 <= -9223372036854775808 then -9223372036854775808 else ${fn}($1)::bigint end`
    }
    return '$1::bigint'
  })

/** Logarithms of zero and below are NULL. */
const logarithm = (fn: string): Spelling => `case when $1 > 0 then ${fn}($1) end`

/** Java's power: PostgreSQL raises where that is NaN, Infinity or 0. The logarithm tells beforehand what is beyond a double. */
const power: Spelling = (args) =>
  fill(
    `case when $2 = 0 then 1 when $1 = 'NaN' or $2 = 'NaN' then 'NaN' when abs($1) = 1 and abs($2) = 'Infinity' then 'NaN' when $1 = 0 and $2 < 0 then 'Infinity' when abs($1) = 'Infinity' or abs($2) = 'Infinity' then power($1, $2) when $1 < 0 and $2 <> trunc($2) then 'NaN' when $1 <> 0 and $2 * ln(abs($1)) > 709.7827128933841 then case when $1 < 0 and mod($2::numeric, 2) <> 0 then '-Infinity' else 'Infinity' end::double precision when $1 <> 0 and $2 * ln(abs($1)) < -745.1332191019412 then 0 else power($1, $2) end`,
    args,
  )

export const mathSpellings: SpellingsOf<'math'> = {
  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round,
  bround,
  ceil: toPlaces('ceil', whole('ceil'), postgresCast),
  floor: toPlaces('floor', whole('floor'), postgresCast),
  signum: "case when $1 = 'NaN' then $1 else sign($1) end",
  sqrt: "case when $1 < 0 then 'NaN'::double precision else sqrt($1) end",
  // Where a double has no room, Spark has Infinity and 0.
  exp: "case when $1 = 'NaN' then $1 when $1 > 709.782712893384 then 'Infinity' when $1 < -745.1332191019412 then 0 else exp($1) end",
  ln: logarithm('ln'),
  log10: logarithm('log10'),
  pow: power,
  // In long: the least int divided by -1 is no int.
  intDiv: (args) => fill('$1::bigint / nullif($2, 0)', args, RANK.multiply),
  pmod: positiveModulo(modulo),
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),
}
