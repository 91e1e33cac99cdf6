import { dayUnit } from '../../../functions/time-unit.ts'
import { weekdayOf } from '../../../functions/weekday.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { FIRST_DAY } from '../unit-start.ts'

/** `strftime` of a stored date or timestamp, as a number. */
const part = (format: string): Spelling => `cast(strftime('${format}', $1) as integer)`

/** A day that is NULL, though nothing in `there` is, lies outside of the calendar: that raises. */
const inCalendar = (day: string, there: string): string =>
  `coalesce(${day}, case when ${there} is not null then millrace_raise('a date lies outside of the years 1 to 9999') end)`

const days = (sign: '' | '-'): Spelling => inCalendar(`date($1, (${sign}$2) || ' days')`, '$1 || $2')

const nextDay: Spelling = ([day, name], { literals }) => {
  const weekday = weekdayOf(literals[1])
  return weekday === undefined
    ? fill("case when $1 is not null then millrace_raise('nextDay: no day of the week: ' || $2) end", [
        day as Fragment,
        name as Fragment,
      ])
    : fill(inCalendar(`date($1, '+1 days', 'weekday ${(weekday + 1) % 7}')`, '$1'), [day as Fragment])
}

export const dateSpellings: SpellingsOf<'date'> = {
  year: part('%Y'),
  quarter: (args) => fill("(strftime('%m', $1) + 2) / 3", args, RANK.multiply),
  month: part('%m'),
  dayofmonth: part('%d'),
  dayofweek: (args) => fill("strftime('%w', $1) + 1", args, RANK.add),
  weekday: (args) => fill("(strftime('%w', $1) + 6) % 7", args, RANK.multiply),
  dayofyear: part('%j'),
  hour: part('%H'),
  minute: part('%M'),
  second: part('%S'),
  trunc: ([day], { literals }) => {
    const unit = dayUnit(literals[1])
    return unit ? fill(FIRST_DAY[unit], [day as Fragment], RANK.other) : fragment('null')
  },
  monthsBetween: 'millrace_months_between($*)',
  datediff: 'cast(julianday($1) - julianday($2) as integer)',
  dateAdd: days(''),
  dateSub: days('-'),
  addMonths: 'millrace_add_months($1, $2)',
  // Not by way of the next month: December 9999 has none.
  lastDay: 'millrace_last_day($1)',
  weekofyear: part('%V'),
  yearOfWeek: part('%G'),
  exactSecond: 'cast(substr($1, 18) as real)',
  nextDay: nextDay,
  makeDate: 'millrace_make_date($1, $2, $3)',
}
