import type { Spelling, SpellingsOf } from '../../spelling.ts'

/** DuckDB raises where there is no such number; here that is NaN. */
const within = (bounds: string, fn: string): Spelling =>
  `case when ${bounds} then ${fn} when $1 is not null then 'NaN'::double end`

const angle = (fn: string): Spelling => within('isfinite($1)', fn)
/** At zero, which has a sign of its own. */
const endless = "case when signbit($1) then '-Infinity'::double else 'Infinity'::double end"

/** Of two zeros the signs do not count: adding zero takes them away. */
const ATAN2 = 'atan2($1 + 0, $2 + 0)'

/** The sides of a right angle: the smaller one by the larger has no overflow, and below 1e-20 does not count. */
const LARGER = 'greatest(abs($1), abs($2))'
const SMALLER = 'least(abs($1), abs($2))'

export const trigonometrySpellings: SpellingsOf<'trigonometry'> = {
  sin: angle('sin($1)'),
  cos: angle('cos($1)'),
  tan: angle('tan($1)'),
  cot: angle(`case when $1 = 0 then ${endless} else 1 / tan($1) end`),
  sec: angle('1 / cos($1)'),
  csc: angle(`case when $1 = 0 then ${endless} else 1 / sin($1) end`),
  asin: within('abs($1) <= 1', 'asin($1)'),
  acos: within('abs($1) <= 1', 'acos($1)'),
  atan: 'atan($1)',
  atan2: ATAN2,
  sinh: 'sinh($1)',
  cosh: 'cosh($1)',
  tanh: 'tanh($1)',
  asinh: 'case when abs($1) < 1e150 then ln($1 + sqrt($1 * $1 + 1)) else asinh($1) end',
  acosh: within('$1 >= 1', 'case when $1 < 1e150 then ln($1 + sqrt($1 * $1 - 1)) else acosh($1) end'),
  atanh: within(
    'abs($1) <= 1',
    "case when $1 = 1 then 'Infinity'::double when $1 = -1 then '-Infinity'::double else atanh($1) end",
  ),
  degrees: 'degrees($1)',
  radians: 'radians($1)',
  hypot: `case when $1 is null or $2 is null then null when isinf($1) or isinf($2) then 'Infinity'::double when ${LARGER} > 1 and ${SMALLER} < ${LARGER} * 1e-20 or ${LARGER} <= 1 and ${SMALLER} * 1e20 < ${LARGER} or ${LARGER} = 0 then ${LARGER} else ${LARGER} * sqrt(1 + power(${SMALLER} / ${LARGER}, 2)) end`,
}
