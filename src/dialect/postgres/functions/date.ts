import { dayUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, unsupported } from '../../spelling.ts'
import { monthsBetween } from '../months.ts'

/** A part of a date or timestamp. */
const part = (field: string): Spelling => `extract(${field} from $1)::int`

export const dateSpellings: SpellingsOf<'date'> = {
  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  dayofmonth: part('day'),
  dayofweek: (args) => fill('extract(dow from $1)::int + 1', args, RANK.add),
  weekday: (args) => fill('extract(isodow from $1)::int - 1', args, RANK.add),
  dayofyear: part('doy'),
  hour: part('hour'),
  minute: part('minute'),
  second: 'floor(extract(second from $1))::int',
  trunc: ([day], { literals }) => {
    const unit = dayUnit(literals[1])
    return unit ? fill(`date_trunc('${unit}', $1::timestamp)::date`, [day as Fragment]) : fragment('null::date')
  },
  monthsBetween,
  datediff: (args) => fill('$1 - $2', args, RANK.add),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: '($1 + make_interval(months => $2::int))::date',
  lastDay: "(date_trunc('month', $1) + interval '1 month - 1 day')::date",
  weekofyear: unsupported('weekofyear', 'PostgreSQL', 'compute it in the program that reads the rows'),
  yearOfWeek: unsupported('yearOfWeek', 'PostgreSQL', 'compute it in the program that reads the rows'),
  exactSecond: unsupported('exactSecond', 'PostgreSQL', 'compute it in the program that reads the rows'),
  nextDay: unsupported('nextDay', 'PostgreSQL', 'compute it in the program that reads the rows'),
  makeDate: unsupported('makeDate', 'PostgreSQL', 'compute it in the program that reads the rows'),
}
