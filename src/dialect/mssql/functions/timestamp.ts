import { addedUnit, lengthOf, truncationUnit } from '../../../functions/time-unit.ts'
import { IS_MOMENT, wholeMonths } from '../../calendar.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { isoUnit } from '../units.ts'

const timestampDiff: Spelling = ([, start, end], { literals }) => {
  const args = [start, end] as Fragment[]
  const { months, microseconds } = lengthOf(literals[0])
  if (months === undefined) return fill(`datediff_big(microsecond, $1, $2) / ${microseconds}`, args, RANK.multiply)
  const whole = wholeMonths({
    day: (moment) => `cast(${moment} as date)`,
    time: (moment) => `cast(${moment} as time)`,
    addDays: (day, days) => `dateadd(day, ${days}, ${day})`,
    bind: (value, name, body) => `(select ${body} from (select ${value} as ${name}) as one)`,
    place: (day) => `year(${day}) * 384 + month(${day}) * 32 + day(${day})`,
  })
  return fill(`cast(${whole}${months === 1 ? '' : ` / ${months}`} as bigint)`, args)
}

/** Seconds are added, since SQL Server has no sixtieth; one that is none makes a minute that there is not. */
const MADE =
  'dateadd(microsecond, cast($6 * 1000000 as int), datetime2fromparts($1, $2, $3, $4, case when $6 not between 0 and 60 then -1 else $5 end, 0, 0, 6))'

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(`datetrunc(${isoUnit(unit)}, $1)`, [moment as Fragment]) : fragment('cast(null as datetime2(6))')
  },
  timestampAdd: ([, count, moment], { literals }) =>
    fill(`dateadd(${addedUnit(literals[0])}, $1, $2)`, [count, moment] as Fragment[]),
  timestampDiff,
  makeTimestamp: MADE,
  tryMakeTimestamp: `case when ${IS_MOMENT} then ${MADE} end`,
}
