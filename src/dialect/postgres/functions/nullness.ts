import type { SpellingsOf } from '../../spelling.ts'

export const nullnessSpellings: SpellingsOf<'nullness'> = {
  isnan: "$1 is not distinct from 'NaN'::double precision",
  // No truth value: that raises with the message. What is volatile is not computed while planning.
  raiseError: "(coalesce($1, 'an error') || substr(random()::text, 1, 0))::boolean::text",
}
