import { dayUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, unsupported } from '../../spelling.ts'
import { FIRST_DAY } from '../unit-start.ts'

/** `strftime` of a stored date or timestamp, as a number. */
const part = (format: string): Spelling => `cast(strftime('${format}', $1) as integer)`

const days = (sign: '' | '-'): Spelling => `date($1, (${sign}$2) || ' days')`

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
  weekofyear: unsupported('weekofyear', 'SQLite', 'compute it in the program that reads the rows'),
  yearOfWeek: unsupported('yearOfWeek', 'SQLite', 'compute it in the program that reads the rows'),
  exactSecond: unsupported('exactSecond', 'SQLite', 'compute it in the program that reads the rows'),
  nextDay: unsupported('nextDay', 'SQLite', 'compute it in the program that reads the rows'),
  makeDate: unsupported('makeDate', 'SQLite', 'compute it in the program that reads the rows'),
}
