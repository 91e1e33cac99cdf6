import { type SpellingsOf, unsupported } from '../../spelling.ts'

export const zoneSpellings: SpellingsOf<'zone'> = {
  fromUtcTimestamp: unsupported('fromUtcTimestamp', 'SQL Server', 'compute it in the program that reads the rows'),
  toUtcTimestamp: unsupported('toUtcTimestamp', 'SQL Server', 'compute it in the program that reads the rows'),
}
