import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { writtenZone } from '../../zones.ts'

/** SQL Server knows the zones of Windows alone, which have no past. */
const moved =
  (fn: string, sign: 1 | -1): Spelling =>
  ([moment], call) => {
    const zone = writtenZone(call)
    if (zone?.kind === 'offset') return fill(`dateadd(minute, ${sign * zone.minutes}, $1)`, [moment as Fragment])
    throw new UnsupportedOnDialect(`${fn} by a region or column of zones is not supported on SQL Server`, {
      hint: "write a distance from UTC, '+05:30', or compute it in the program that reads the rows",
    })
  }

export const zoneSpellings: SpellingsOf<'zone'> = {
  fromUtcTimestamp: moved('fromUtcTimestamp', 1),
  toUtcTimestamp: moved('toUtcTimestamp', -1),
}
