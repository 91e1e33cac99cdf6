import type { Spelling, SpellingsOf } from '../../spelling.ts'

/** DuckDB raises where there is no such number; here that is NaN. */
const within = (bounds: string, fn: string): Spelling =>
  `case when ${bounds} then ${fn} when $1 is not null then 'NaN'::double end`

const angle = (fn: string): Spelling => within('isfinite($1)', fn)
/** At zero, which has a sign of its own. */
const endless = "case when signbit($1) then '-Infinity'::double else 'Infinity'::double end"

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
  atan2: 'atan2($1, $2)',
  sinh: 'sinh($1)',
  cosh: 'cosh($1)',
  tanh: 'tanh($1)',
  asinh: "case when abs($1) < 1e150 then ln($1 + sqrt($1 * $1 + 1)) else asinh($1) end",
  acosh: within('$1 >= 1', 'case when $1 < 1e150 then ln($1 + sqrt($1 * $1 - 1)) else acosh($1) end'),
  atanh: within(
    'abs($1) <= 1',
    "case when $1 = 1 then 'Infinity'::double when $1 = -1 then '-Infinity'::double else atanh($1) end",
  ),
  degrees: 'degrees($1)',
  radians: 'radians($1)',
  hypot:
    "case when isinf($1) or isinf($2) then 'Infinity'::double when greatest(abs($1), abs($2)) = 0 then 0 else greatest(abs($1), abs($2)) * sqrt(1 + pow(least(abs($1), abs($2)) / greatest(abs($1), abs($2)), 2)) end",
}
