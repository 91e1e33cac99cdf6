import type { SpellingsOf } from '../../spelling.ts'

/** Where SQLite's own would divide by zero, which is NULL there, or is another formula, ours stand. */
/** Of two zeros the signs do not count: adding zero takes them away. */
const ATAN2 = 'atan2($1 + 0, $2 + 0)'

export const trigonometrySpellings: SpellingsOf<'trigonometry'> = {
  sin: 'sin($1)',
  cos: 'cos($1)',
  tan: 'tan($1)',
  cot: 'millrace_cot($1)',
  sec: 'millrace_sec($1)',
  csc: 'millrace_csc($1)',
  asin: 'asin($1)',
  acos: 'acos($1)',
  atan: 'atan($1)',
  atan2: ATAN2,
  sinh: 'sinh($1)',
  cosh: 'cosh($1)',
  tanh: 'tanh($1)',
  asinh: 'millrace_asinh($1)',
  acosh: 'millrace_acosh($1)',
  atanh: 'atanh($1)',
  degrees: 'degrees($1)',
  radians: 'radians($1)',
  hypot: 'millrace_hypot($1, $2)',
}
