import { lengthOf, truncationUnit } from '../../../functions/time-unit.ts'
import { IS_MOMENT, times, wholeMonths } from '../../calendar.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const timestampAdd: Spelling = ([, count, moment], { literals }) => {
  const args = [moment, count] as Fragment[]
  const { months, microseconds } = lengthOf(literals[0])
  return months === undefined
    ? fill(`$1 + to_microseconds(${times('$2', microseconds)})`, args, RANK.add)
    : fill(`$1 + to_months(${times('$2', months)}::int)`, args, RANK.add)
}

const timestampDiff: Spelling = ([, start, end], { literals }) => {
  const args = [start, end] as Fragment[]
  const { months, microseconds } = lengthOf(literals[0])
  if (months === undefined) return fill(`(epoch_us($2) - epoch_us($1)) // ${microseconds}`, args, RANK.multiply)
  const whole = wholeMonths({
    day: (moment) => `${moment}::date`,
    time: (moment) => `${moment}::time`,
    addDays: (day, days) => `(${day} + ${days})`,
    bind: (value, name, body) => `list_transform([${value}], lambda ${name}: ${body})[1]`,
    place: (day) => `year(${day}) * 384 + month(${day}) * 32 + day(${day})`,
  }).replace(/ \/ /g, ' // ')
  return fill(months === 1 ? whole : `${whole} // ${months}`, args, RANK.multiply)
}

/** Seconds are added, since DuckDB has no sixtieth; one that is none, or an hour of another day, makes a minute that there is not. */
const MADE =
  'make_timestamp($1, $2, $3, $4, case when $4 > 23 or $6 not between 0 and 60 then -1 else $5 end, 0) + to_microseconds(($6 * 1000000)::bigint)'

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(`date_trunc('${unit}', $1)`, [moment as Fragment]) : fragment('null::timestamp')
  },
  timestampAdd,
  timestampDiff,
  makeTimestamp: (args) => fill(MADE, args, RANK.add),
  tryMakeTimestamp: `case when ${IS_MOMENT} then ${MADE} end`,
}
