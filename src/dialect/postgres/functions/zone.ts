import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const zoneSpellings: SpellingsOf<'zone'> = {
  fromUtcTimestamp: unsupported('fromUtcTimestamp', 'PostgreSQL', 'compute it in the program that reads the rows'),
  toUtcTimestamp: unsupported('toUtcTimestamp', 'PostgreSQL', 'compute it in the program that reads the rows'),
}
