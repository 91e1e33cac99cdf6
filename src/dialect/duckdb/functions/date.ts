import { dayUnit } from '../../../functions/time-unit.ts'
import { weekdayOf } from '../../../functions/weekday.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { asInt } from '../back.ts'
import { monthsBetween } from '../months.ts'

const nextDay: Spelling = ([day, name], { literals }) => {
  const weekday = weekdayOf(literals[1])
  return weekday === undefined
    ? fill("case when $1 is not null then error('nextDay: no day of the week: ' || $2) end", [
        day as Fragment,
        name as Fragment,
      ])
    : fill(`$1 + ((${weekday + 7} - isodow($1)) % 7 + 1)::int`, [day as Fragment], RANK.add)
}

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
  weekofyear: asInt('week($1)'),
  yearOfWeek: asInt('isoyear($1)'),
  exactSecond: '(microsecond($1)::decimal(8,0) * 0.000001)::decimal(8,6)',
  nextDay: nextDay,
  makeDate: 'make_date($1, case when $1 not between 1 and 9999 then 0 else $2 end, $3)',
}
