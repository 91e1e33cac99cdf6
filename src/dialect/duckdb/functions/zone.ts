import { OFFSET, REGION } from '../../../functions/time-zone.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { shortZones, writtenZone } from '../../zones.ts'
import { distance } from '../distance.ts'

type Way = 'from' | 'to'

const escaped = (expression: string): string => `'${expression.replaceAll('?', '\\?')}'`

const local = (utc: string): string => `${utc} at time zone 'UTC' at time zone millrace_asked.zone`
const BEFORE = '(millrace_asked.moment - to_days(1))'
/**
 * Of the fields of `millrace_asked`, a name that no column has: DuckDB would take the column's. Where the clocks show a
 * moment twice DuckDB takes the second.
 */
const REGIONAL: Readonly<Record<Way, string>> = {
  from: local('millrace_asked.moment'),
  to: `list_transform([millrace_asked.moment - (${local(BEFORE)} - ${BEFORE})], lambda earlier: case when ${local('earlier')} = millrace_asked.moment then earlier else millrace_asked.moment at time zone millrace_asked.zone at time zone 'UTC' end)[1]`,
}

const moved =
  (way: Way): Spelling =>
  (args, call) => {
    const sign = way === 'from' ? '+' : '-'
    const zone = writtenZone(call)
    if (zone?.kind === 'offset') return fill(`$1 ${sign} to_minutes(${zone.minutes})`, [args[0] as Fragment], RANK.add)
    const given = (name: string): string => `list_transform([{'moment': $1, 'zone': ${name}}], lambda millrace_asked: `
    if (zone?.kind === 'region') return fill(`${given('$2')}${REGIONAL[way]})[1]`, args, RANK.atom)
    const known = `case when millrace_asked.moment is null or millrace_asked.zone is null then null when regexp_matches(millrace_asked.zone, ${escaped(OFFSET)}) then millrace_asked.moment ${sign} ${distance('millrace_asked.zone')} when regexp_matches(millrace_asked.zone, ${escaped(REGION)}) then ${REGIONAL[way]} else ('no time zone: ' || millrace_asked.zone)::timestamp end`
    return fill(`${given('coalesce($3::json ->> $2, $2)')}${known})[1]`, [...args, shortZones()], RANK.atom)
  }

export const zoneSpellings: SpellingsOf<'zone'> = { fromUtcTimestamp: moved('from'), toUtcTimestamp: moved('to') }
