import { fill, RANK } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { condition } from '../booleans.ts'
import { refuse } from '../refuse.ts'

export const nullnessSpellings: SpellingsOf<'nullness'> = {
  // There is no NaN.
  isnan: condition((args) => fill('1 = 0', args, RANK.compare)),
  raiseError: refuse('raiseError', 'filter the rows that must not be there, and look whether there are any'),
}
