import type { SqlType } from '../../../plan/type.ts'
import { isIntegral } from '../../../plan/type-rules.ts'
import { bucket } from '../../buckets.ts'
import { fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { CONV } from '../radix.ts'

export const numericSpellings: SpellingsOf<'numeric'> = {
  log: "case when $1 > 0 and $2 > 0 then case when $1 = 1 then case when $2 = 1 or $2 = 'NaN' then 'NaN' when $2 > 1 then 'Infinity' else '-Infinity' end::double precision else ln($2) / ln($1) end end",
  log2: 'case when $1 > 0 then ln($1) / ln(2::double precision) end',
  // What rounding 1 + x loses is multiplied back.
  log1p:
    "case when $1 <= -1 then null when 1 + $1 = 1 or abs($1) >= 'Infinity' then $1 else ln(1 + $1) * ($1 / (1 + $1 - 1)) end",
  expm1:
    "case when abs($1) < 1e-5 then $1 + $1 * ($1 / 2) when $1 = 'NaN' then $1 when $1 > 709.782712893384 then 'Infinity' when $1 < -700 then -1 else exp($1) - 1 end",
  cbrt: 'cbrt($1)',
  rint: 'round($1)',
  factorial: 'case when $1 between 0 and 20 then factorial($1)::bigint end',
  widthBucket: bucket('bigint', "$1 <> 'NaN'"),
  bin: "case when $1 = 0 then '0' else ltrim($1::bigint::bit(64)::text, '0') end",
  hex: (args, { types }) => {
    const [type] = types as readonly [SqlType]
    if (isIntegral(type)) return fill('upper(to_hex($1::bigint))', args)
    return fill(`upper(encode(${type.kind === 'string' ? "convert_to($1, 'UTF8')" : '$1'}, 'hex'))`, args)
  },
  unhex:
    "case when $1 ~ '^[0-9A-Fa-f]*$' then decode(case when length($1) % 2 = 1 then '0' || $1 else $1 end, 'hex') end",
  conv: CONV,
}
