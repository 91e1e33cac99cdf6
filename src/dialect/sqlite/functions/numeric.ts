import type { SqlType } from '../../../plan/type.ts'
import { isIntegral } from '../../../plan/type-rules.ts'
import { bucket } from '../../buckets.ts'
import { fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'

export const numericSpellings: SpellingsOf<'numeric'> = {
  log: 'millrace_log($1, $2)',
  log2: 'log2($1)',
  log1p: 'millrace_log1p($1)',
  expm1: 'millrace_expm1($1)',
  cbrt: 'millrace_cbrt($1)',
  rint: 'millrace_rint($1)',
  factorial: 'millrace_factorial($1)',
  widthBucket: bucket('integer', 'abs($1) <= 1e999'),
  bin: 'millrace_bin($1)',
  // Its own printf and hex know no NULL.
  hex: (args, { types }) =>
    fill(`case when $1 is not null then ${isIntegral(types[0] as SqlType) ? "printf('%X', $1)" : 'hex($1)'} end`, args),
  unhex: 'millrace_unhex($1)',
  conv: 'millrace_conv($1, $2, $3)',
}
