import type { SpellingsOf } from '../../spelling.ts'

export const nullnessSpellings: SpellingsOf<'nullness'> = {
  isnan: 'coalesce(isnan($1), false)',
  // No truth value: that raises with the message. What is volatile is not computed while planning.
  raiseError: "(coalesce($1, 'an error') || substr(random()::varchar, 1, 0))::boolean::varchar",
}
