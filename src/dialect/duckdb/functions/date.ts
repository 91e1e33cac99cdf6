import { dayUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'
import { asInt } from '../back.ts'
import { monthsBetween } from '../months.ts'

export const dateSpellings: SpellingsOf<'date'> = {
  year: asInt('year($1)'),
  quarter: asInt('quarter($1)'),
  month: asInt('month($1)'),
  dayofmonth: asInt('day($1)'),
  dayofweek: (args) => fill('dayofweek($1)::int + 1', args, RANK.add),
  weekday: (args) => fill('isodow($1)::int - 1', args, RANK.add),
  dayofyear: asInt('dayofyear($1)'),
  hour: asInt('hour($1)'),
  minute: asInt('minute($1)'),
  second: asInt('second($1)'),
  trunc: ([day], { literals }) => {
    const unit = dayUnit(literals[1])
    return unit ? fill(`date_trunc('${unit}', $1)::date`, [day as Fragment], RANK.cast) : fragment('null::date')
  },
  monthsBetween,
  datediff: (args) => fill('($1 - $2)::int', args, RANK.cast),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: (args) => fill('($1 + to_months($2::int))::date', args, RANK.cast),
  lastDay: 'last_day($1)',
  weekofyear: unsupported('weekofyear', 'DuckDB', 'compute it in the program that reads the rows'),
  yearOfWeek: unsupported('yearOfWeek', 'DuckDB', 'compute it in the program that reads the rows'),
  exactSecond: unsupported('exactSecond', 'DuckDB', 'compute it in the program that reads the rows'),
  nextDay: unsupported('nextDay', 'DuckDB', 'compute it in the program that reads the rows'),
  makeDate: unsupported('makeDate', 'DuckDB', 'compute it in the program that reads the rows'),
}
