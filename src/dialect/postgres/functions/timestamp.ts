import { lengthOf, truncationUnit } from '../../../functions/time-unit.ts'
import { IS_MOMENT, times, wholeMonths } from '../../calendar.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const SECOND = 1_000_000
const DAY = 86_400 * SECOND

const timestampAdd: Spelling = ([, count, moment], { literals }) => {
  const args = [moment, count] as Fragment[]
  const { months, microseconds } = lengthOf(literals[0])
  if (months !== undefined) return fill(`$1 + make_interval(months => ${times('$2', months)}::int)`, args, RANK.add)
  if (microseconds >= DAY)
    return fill(`$1 + make_interval(days => ${times('$2', microseconds / DAY)}::int)`, args, RANK.add)
  if (microseconds >= SECOND) return fill(`$1 + $2 * interval '${microseconds / SECOND} seconds'`, args, RANK.add)
  // An interval times a number is a double: exact within a day alone.
  const perDay = DAY / microseconds
  const rest = `$2 % ${perDay} * interval '${microseconds} microseconds'`
  return fill(`$1 + $2 / ${perDay} * interval '1 day' + ${rest}`, args, RANK.add)
}

const timestampDiff: Spelling = ([, start, end], { literals }) => {
  const args = [start, end] as Fragment[]
  const { months, microseconds } = lengthOf(literals[0])
  if (months === undefined)
    return fill(`div(extract(epoch from $2 - $1) * ${SECOND}, ${microseconds})::bigint`, args, RANK.cast)
  const whole = wholeMonths({
    day: (moment) => `${moment}::date`,
    time: (moment) => `${moment}::time`,
    addDays: (day, days) => `(${day} + ${days})`,
    bind: (value, name, body) => `(select ${body} from (select ${value} as ${name}) as one)`,
    place: (day) =>
      `extract(year from ${day})::bigint * 384 + extract(month from ${day})::int * 32 + extract(day from ${day})::int`,
  })
  return fill(months === 1 ? whole : `${whole} / ${months}`, args, RANK.multiply)
}

/** PostgreSQL takes 24 for an hour where nothing follows. */
const MADE =
  'make_timestamp($1::int, $2::int, $3::int, case when $4 > 23 then -1 else $4::int end, $5::int, $6::double precision)'

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(`date_trunc('${unit}', $1)`, [moment as Fragment]) : fragment('null::timestamp')
  },
  timestampAdd,
  timestampDiff,
  makeTimestamp: MADE,
  tryMakeTimestamp: `case when ${IS_MOMENT} then ${MADE} end`,
}
