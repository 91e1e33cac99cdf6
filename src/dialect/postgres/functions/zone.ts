import { OFFSET, REGION } from '../../../functions/time-zone.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { shortZones, writtenZone } from '../../zones.ts'
import { distance } from '../distance.ts'

type Way = 'from' | 'to'

const escaped = (expression: string): string => `'${expression.replaceAll('?', '\\?')}'`

const local = (utc: string): string => `${utc} at time zone 'UTC' at time zone zone`
/**
 * In a table of `moment` and `zone`. Where the clocks show a moment twice PostgreSQL takes the second: the first is found
 * by the distance of the day before.
 */
const REGIONAL: Readonly<Record<Way, string>> = {
  from: local('moment'),
  to: `(select case when ${local('earlier')} = moment then earlier else moment at time zone zone at time zone 'UTC' end from (select moment - (${local("(moment - interval '1 day')")} - (moment - interval '1 day')) as earlier) as before)`,
}

const moved =
  (way: Way): Spelling =>
  (args, call) => {
    const sign = way === 'from' ? '+' : '-'
    const zone = writtenZone(call)
    if (zone?.kind === 'offset')
      return fill(`$1 ${sign} interval '${zone.minutes} minutes'`, [args[0] as Fragment], RANK.add)
    if (zone?.kind === 'region')
      return fill(`(select ${REGIONAL[way]} from (select $1 as moment, $2::text as zone) as given)`, args, RANK.atom)
    // PostgreSQL would take more for a zone than Java does, and the opposite of what it says.
    const known = `case when zone ~ ${escaped(OFFSET)} then moment ${sign} ${distance('zone')} when zone ~ ${escaped(REGION)} then ${REGIONAL[way]} else ('no time zone: ' || zone)::timestamp end`
    const given = 'select $1 as moment, coalesce($3::jsonb ->> $2, $2) as zone'
    return fill(`(select ${known} from (${given}) as given)`, [...args, shortZones()], RANK.atom)
  }

export const zoneSpellings: SpellingsOf<'zone'> = { fromUtcTimestamp: moved('from'), toUtcTimestamp: moved('to') }
