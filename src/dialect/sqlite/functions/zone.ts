import type { SpellingsOf } from '../../spelling.ts'

export const zoneSpellings: SpellingsOf<'zone'> = {
  fromUtcTimestamp: 'millrace_from_utc($1, $2)',
  toUtcTimestamp: 'millrace_to_utc($1, $2)',
}
