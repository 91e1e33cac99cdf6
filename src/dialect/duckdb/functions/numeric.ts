import type { SqlType } from '../../../plan/type.ts'
import { isIntegral } from '../../../plan/type-rules.ts'
import { bucket } from '../../buckets.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { CONV } from '../radix.ts'

export const numericSpellings: SpellingsOf<'numeric'> = {
  log: "case when $1 > 0 and $2 > 0 then case when $1 = 1 then case when $2 = 1 or isnan($2) then 'NaN'::double when $2 > 1 then 'Infinity'::double else '-Infinity'::double end else ln($2) / ln($1) end end",
  log2: 'case when $1 > 0 then log2($1) end',
  // What rounding 1 + x loses is multiplied back.
  log1p:
    'case when $1 <= -1 then null when 1 + $1 = 1 or not isfinite($1) then $1 else ln(1 + $1) * ($1 / (1 + $1 - 1)) end',
  expm1: 'case when abs($1) < 1e-5 then $1 + $1 * ($1 / 2) else exp($1) - 1 end',
  cbrt: 'cbrt($1)',
  rint: 'case when abs($1) < 4503599627370496 then round_even($1, 0) else $1 end',
  factorial: 'case when $1 between 0 and 20 then factorial($1::integer)::bigint end',
  widthBucket: bucket('bigint', 'not isnan($1)'),
  bin: 'bin($1::bigint)',
  hex: ([operand], { types }) =>
    fill(isIntegral(types[0] as SqlType) ? 'hex($1::bigint)' : 'hex($1)', [operand as Fragment]),
  unhex:
    "case when regexp_full_match($1, '[0-9A-Fa-f]*') then unhex(case when length($1) % 2 = 1 then '0' || $1 else $1 end) end",
  conv: CONV,
}
