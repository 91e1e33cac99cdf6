import type { SpellingsOf } from '../../spelling.ts'

export const nullnessSpellings: SpellingsOf<'nullness'> = {
  // There is no NaN.
  isnan: '$1 is null and $1 is not null',
  raiseError: 'millrace_raise($1)',
}
