import type { SpellingsOf } from '../../spelling.ts'

export const searchSpellings: SpellingsOf<'search'> = {
  instr: 'instr($1, $2)',
  locate: 'millrace_locate($*)',
  findInSet: 'millrace_find_in_set($1, $2)',
  splitPart: 'millrace_split_part($1, $2, $3)',
  substringIndex: 'millrace_substring_index($1, $2, $3)',
  levenshtein: 'millrace_levenshtein($*)',
  soundex: 'millrace_soundex($1)',
}
