import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { ofListOrText, withListsJoined } from '../../lists.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { nativeText } from '../native-text.ts'

const isAtLeast = (least: number, literal: unknown): boolean =>
  (typeof literal === 'number' || typeof literal === 'bigint') && literal >= least

export const stringSpellings: SpellingsOf<'string'> = {
  upper: 'millrace_upper($1)',
  lower: 'millrace_lower($1)',
  length: 'millrace_length($1)',
  trim: 'trim($*)',
  ltrim: 'ltrim($*)',
  rtrim: 'rtrim($*)',
  reverse: ofListOrText('millrace_array_reverse($1)', 'millrace_reverse($1)'),
  initcap: 'millrace_initcap($1)',
  substring: nativeText(
    'millrace_substring($*)',
    (args, { literals: [, start, length] }) =>
      args.length === 3 && isAtLeast(1, start) && isAtLeast(0, length) ? fill('substr($*)', args) : undefined,
    ({ literals: [, start, length] }) => Number(start) + Number(length) - 1,
  ),
  concat: ofListOrText('millrace_array_concat($*)', (args) =>
    args.slice(1).reduce((all, next) => infix('||', RANK.other, all, next), args[0] as Fragment),
  ),
  concatWs: withListsJoined(
    // Of an array that has nothing to join it is NULL, which is left out.
    "case when millrace_array_compact($1) <> '[]' then millrace_array_join($1, $2) end",
    'millrace_concat_ws($*)',
  ),
  replace: (args) => fill(args.length < 3 ? "replace($1, $2, '')" : 'replace($1, $2, $3)', args),
  translate: 'millrace_translate($1, $2, $3)',
  overlay: 'millrace_overlay($*)',
  elt: 'millrace_elt($*)',
  quote: (args) => fill("'''' || replace($1, '''', '\\''') || ''''", args, RANK.other),
  lpad: 'millrace_lpad($*)',
  rpad: 'millrace_rpad($*)',
  repeat: 'millrace_repeat($1, $2)',
  left: nativeText(
    'millrace_substring($1, 1, $2)',
    (args, { literals: [, length] }) => (isAtLeast(0, length) ? fill('substr($1, 1, $2)', args) : undefined),
    ({ literals: [, length] }) => Number(length),
  ),
  right: 'millrace_right($1, $2)',
}
