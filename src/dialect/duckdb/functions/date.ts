import { type Fragment, fill, RANK } from '../../fragment.ts'
import { dayUnit } from '../../shared.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { asInt } from '../back.ts'
import { monthsBetween } from '../months.ts'

const truncate: Spelling = (args, { literals }) =>
  fill(`date_trunc('${String(literals[0])}', $1)`, [args[1] as Fragment])

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
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`date_trunc('${dayUnit(literals[1])}', $1)::date`, [day] as Fragment[], RANK.cast),
  monthsBetween,
  datediff: (args) => fill('($1 - $2)::int', args, RANK.cast),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: (args) => fill('($1 + to_months($2::int))::date', args, RANK.cast),
  lastDay: 'last_day($1)',
  toDate: (args) => args[0] as Fragment,
}
