import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

/** SQL Server has no regular expressions before 2025. */
const one = (name: string, alternative: string) => refuse(`the regular expression of ${name}`, alternative)

export const regexSpellings: SpellingsOf<'regex'> = {
  regexpCount: one('regexpCount', 'compare the lengths before and after replace'),
  regexpExtract: one('regexpExtract', 'use substring and instr'),
  regexpExtractAll: one('regexpExtractAll', 'take the text apart in the program that reads it'),
  regexpInstr: one('regexpInstr', 'use instr or locate'),
  regexpReplace: one('regexpReplace', 'use replace or translate'),
  regexpSubstr: one('regexpSubstr', 'use substring and instr'),
  split: one('split', 'use splitPart for each part that is wanted'),
}
