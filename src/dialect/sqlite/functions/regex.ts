import type { SpellingsOf } from '../../spelling.ts'

/** Functions of ours read patterns as Java does, wherever they come from. */
export const regexSpellings: SpellingsOf<'regex'> = {
  regexpCount: 'millrace_regexp_count($1, $2)',
  regexpExtract: 'millrace_regexp_extract($*)',
  regexpExtractAll: 'millrace_regexp_extract_all($*)',
  regexpInstr: 'millrace_regexp_instr($1, $2)',
  regexpReplace: 'millrace_regexp_replace($1, $2, $3)',
  regexpSubstr: 'millrace_regexp_substr($1, $2)',
  split: 'millrace_split($*)',
}
