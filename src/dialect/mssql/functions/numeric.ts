import type { SqlType } from '../../../plan/type.ts'
import { isIntegral } from '../../../plan/type-rules.ts'
import { bucket } from '../../buckets.ts'
import { byType, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'
import { COLLATION } from '../text.ts'

/** 0! to 20!, beyond which long ends. */
const factorials = (): string => {
  let product = 1n
  const branches = Array.from({ length: 21 }, (_, n) => {
    product *= BigInt(Math.max(n, 1))
    return `when ${n} then cast(${product} as bigint)`
  })
  return `case $1 ${branches.join(' ')} end`
}

/** Style 2 writes two digits a byte, and no prefix. */
const hex: Spelling = byType(({ types }) => {
  if (isIntegral(types[0] as SqlType))
    return "case when $1 = 0 then N'0' else ltrim(convert(varchar(16), convert(varbinary(8), cast($1 as bigint)), 2), N'0') end"
  return types[0]?.kind === 'binary'
    ? 'convert(varchar(max), $1, 2)'
    : `convert(varchar(max), cast(cast($1 collate ${COLLATION} as varchar(max)) as varbinary(max)), 2)`
})

export const numericSpellings: SpellingsOf<'numeric'> = {
  log: 'case when $1 > 0 and $2 > 0 and $1 <> 1 then log($2) / log($1) end',
  log2: 'case when $1 > 0 then log($1) / log(2) end',
  // What rounding 1 + x loses is multiplied back.
  log1p: 'case when $1 <= -1 then null when 1 + $1 = 1 then $1 else log(1 + $1) * ($1 / (1 + $1 - 1)) end',
  expm1: 'case when abs($1) < 1e-5 then $1 + $1 * ($1 / 2) else exp($1) - 1 end',
  cbrt: 'sign($1) * power(abs($1), 1e0 / 3)',
  rint: 'case when $1 - floor($1) = 0.5 then 2 * floor($1 / 2 + 0.5) when $1 - floor($1) < 0.5 then floor($1) else ceiling($1) end',
  factorial: factorials(),
  widthBucket: bucket('bigint', '1 = 1'),
  // Two levels: SQL Server adds up no expression of a row outside beside one of its own.
  bin: `case when $1 is not null then coalesce(nullif(ltrim((
  select string_agg(bits.bit, N'') within group (order by bits.place desc)
  from (select cast(right_shift(cast($1 as bigint), value) & 1 as nchar(1)) as bit, value as place from generate_series(0, 63)) as bits
), N'0'), N''), N'0') end`,
  hex,
  unhex: "try_convert(varbinary(max), case when len($1) % 2 = 1 then N'0' + $1 else $1 end, 2)",
  conv: refuse('conv', 'use hex or unhex, or convert the digits where they are written'),
}
