import { type Fragment, fill, RANK } from '../../fragment.ts'
import { dayUnit } from '../../shared.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const SECONDS_OF_MONTH = 31 * 86_400

/** Weeks start on Monday by ISO; a plain `week` starts where the session says. */
const unit = (word: unknown): string => (word === 'week' ? 'iso_week' : String(word))

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
  dateTrunc: ([, moment], { literals }) => fill(`datetrunc(${unit(literals[0])}, $1)`, [moment as Fragment]),
  trunc: ([day], { literals }) => fill(`datetrunc(${unit(dayUnit(literals[1]))}, $1)`, [day as Fragment]),
  monthsBetween,
  datediff: 'datediff(day, $2, $1)',
  dateAdd: 'dateadd(day, $2, $1)',
  dateSub: 'dateadd(day, -$2, $1)',
  addMonths: 'dateadd(month, $2, $1)',
  lastDay: 'eomonth($1)',
  toDate: ([day]) => day as Fragment,
}
