import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const zoneSpellings: SpellingsOf<'zone'> = {
  fromUtcTimestamp: unsupported('fromUtcTimestamp', 'SQLite', 'compute it in the program that reads the rows'),
  toUtcTimestamp: unsupported('toUtcTimestamp', 'SQLite', 'compute it in the program that reads the rows'),
}
