import { type Fragment, infix, RANK } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'

export const stringSpellings: SpellingsOf<'string'> = {
  upper: 'millrace_upper($1)',
  lower: 'millrace_lower($1)',
  length: 'millrace_length($1)',
  trim: 'trim($1)',
  ltrim: 'ltrim($1)',
  rtrim: 'rtrim($1)',
  reverse: 'millrace_reverse($1)',
  initcap: 'millrace_initcap($1)',
  substring: 'millrace_substring($1, $2, $3)',
  concat: (args) => args.slice(1).reduce((all, next) => infix('||', RANK.other, all, next), args[0] as Fragment),
  concatWs: 'millrace_concat_ws($*)',
  replace: 'replace($1, $2, $3)',
  instr: 'instr($1, $2)',
  lpad: 'millrace_lpad($*)',
  rpad: 'millrace_rpad($*)',
  repeat: 'millrace_repeat($1, $2)',
  left: 'millrace_substring($1, 1, $2)',
  right: 'millrace_right($1, $2)',
}
