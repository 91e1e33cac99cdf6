import { dayUnit } from '../../../functions/time-unit.ts'
import { weekdayOf } from '../../../functions/weekday.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { isoUnit } from '../units.ts'

const SECONDS_OF_MONTH = 31 * 86_400

/** Days since a Monday, whatever the session takes for the first day of a week. */
const SINCE_MONDAY = "datediff(day, '0001-01-01', $1)"

/** Whole months between equal or last days of the month, else in parts of 31 days, counted by their seconds. */
const monthsBetween: Spelling = (args, { literals }) => {
  const months = 'datediff(month, $2, $1)'
  const day = (moment: string) => `day(${moment})`
  const isLast = (moment: string) => `eomonth(${moment}) = cast(${moment} as date)`
  const seconds = (moment: string) => `datediff(second, datetrunc(month, ${moment}), ${moment})`
  const whole = `${day('$1')} = ${day('$2')} or (${isLast('$1')} and ${isLast('$2')})`
  const exact = `${months} + cast(${seconds('$1')} - ${seconds('$2')} as decimal(38, 20)) / ${SECONDS_OF_MONTH}`
  const counted = literals[2] === false ? exact : `round(${exact}, 8)`
  return fill(`cast(case when ${whole} then ${months} else ${counted} end as float)`, args.slice(0, 2) as Fragment[])
}

const nextDay: Spelling = ([day, name], { literals }) => {
  const weekday = weekdayOf(literals[1])
  return weekday === undefined
    ? fill("case when $1 is not null then cast(N'no day of the week: ' + $2 as date) end", [
        day as Fragment,
        name as Fragment,
      ])
    : fill(`dateadd(day, (${weekday + 6} - ${SINCE_MONDAY} % 7) % 7 + 1, $1)`, [day as Fragment])
}

export const dateSpellings: SpellingsOf<'date'> = {
  year: 'year($1)',
  quarter: 'datepart(quarter, $1)',
  month: 'month($1)',
  dayofmonth: 'day($1)',
  dayofweek: (args) => fill(`(${SINCE_MONDAY} + 1) % 7 + 1`, args, RANK.add),
  weekday: (args) => fill(`${SINCE_MONDAY} % 7`, args, RANK.multiply),
  dayofyear: 'datepart(dayofyear, $1)',
  hour: 'datepart(hour, $1)',
  minute: 'datepart(minute, $1)',
  second: 'datepart(second, $1)',
  trunc: ([day], { literals }) => {
    const unit = dayUnit(literals[1])
    return unit ? fill(`datetrunc(${isoUnit(unit)}, $1)`, [day as Fragment]) : fragment('cast(null as date)')
  },
  monthsBetween,
  datediff: 'datediff(day, $2, $1)',
  dateAdd: 'dateadd(day, $2, $1)',
  dateSub: 'dateadd(day, -$2, $1)',
  addMonths: 'dateadd(month, $2, $1)',
  lastDay: 'eomonth($1)',
  weekofyear: 'datepart(iso_week, $1)',
  yearOfWeek: `year(dateadd(day, 3 - ${SINCE_MONDAY} % 7, $1))`,
  exactSecond: 'cast(datepart(second, $1) + datepart(microsecond, $1) * 0.000001 as decimal(8, 6))',
  nextDay: nextDay,
  makeDate: 'datefromparts($1, $2, $3)',
}
