import type { Spelling, SpellingsOf } from '../../spelling.ts'

/** SQL Server raises where there is no such number; it has no NaN to say so. */
const within = (bounds: string, fn: string): Spelling => `case when ${bounds} then ${fn} end`

/** Near zero the difference of two numbers near 1 has lost its digits: there stands the start of the series. */
const series = (terms: string, formula: string): string => `case when abs($1) < 1e-3 then ${terms} else ${formula} end`

const LARGER = 'greatest(abs($1), abs($2))'
const SMALLER = 'least(abs($1), abs($2))'

export const trigonometrySpellings: SpellingsOf<'trigonometry'> = {
  sin: 'sin($1)',
  cos: 'cos($1)',
  tan: 'tan($1)',
  cot: within('$1 <> 0', 'cot($1)'),
  sec: '1 / cos($1)',
  csc: within('$1 <> 0', '1 / sin($1)'),
  asin: within('abs($1) <= 1', 'asin($1)'),
  acos: within('abs($1) <= 1', 'acos($1)'),
  atan: 'atan($1)',
  atan2: 'case when $1 = 0 and $2 = 0 then 0e0 else atn2($1, $2) end',
  sinh: series('$1 * (1 + $1 * $1 / 6 * (1 + $1 * $1 / 20))', '(exp($1) - exp(-$1)) / 2'),
  cosh: '(exp($1) + exp(-$1)) / 2',
  tanh: series(
    '$1 * (1 - $1 * $1 / 3 * (1 - $1 * $1 * 0.4e0))',
    'case when abs($1) > 20 then sign($1) else 1 - 2 / (exp(2 * $1) + 1) end',
  ),
  asinh: 'log($1 + sqrt($1 * $1 + 1))',
  acosh: within('$1 >= 1', 'log($1 + sqrt($1 * $1 - 1))'),
  atanh: within(
    'abs($1) < 1',
    series('$1 * (1 + $1 * $1 / 3 * (1 + $1 * $1 * 0.6e0))', 'log((1 + $1) / (1 - $1)) / 2'),
  ),
  degrees: 'degrees($1)',
  radians: 'radians($1)',
  hypot: `case when $1 is null or $2 is null then null when ${LARGER} = 0 then 0e0 else ${LARGER} * sqrt(1 + square(${SMALLER} / ${LARGER})) end`,
}
