import { dayUnit } from '../../../functions/time-unit.ts'
import { weekdayOf } from '../../../functions/weekday.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { monthsBetween } from '../months.ts'

/** A part of a date or timestamp. */
const part = (field: string): Spelling => `extract(${field} from $1)::int`

const nextDay: Spelling = ([day, name], { literals }) => {
  const weekday = weekdayOf(literals[1])
  return weekday === undefined
    ? fill("case when $1 is not null then ('nextDay: no day of the week: ' || $2)::date end", [
        day as Fragment,
        name as Fragment,
      ])
    : fill(`$1 + ((${weekday + 7} - extract(isodow from $1)::int) % 7 + 1)`, [day as Fragment], RANK.add)
}

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
  weekofyear: part('week'),
  yearOfWeek: part('isoyear'),
  exactSecond: 'extract(second from $1)::numeric(8,6)',
  nextDay: nextDay,
  makeDate: 'make_date(case when $1 not between 1 and 9999 then 0 else $1::int end, $2::int, $3::int)',
}
