import { type Fragment, fill, RANK } from '../../fragment.ts'
import { dayUnit } from '../../shared.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { monthsBetween } from '../months.ts'

/** A part of a date or timestamp. */
const part = (field: string): Spelling => `extract(${field} from $1)::int`

const truncate: Spelling = (args, { literals }) =>
  fill(`date_trunc('${String(literals[0])}', $1)`, [args[1] as Fragment])

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
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`date_trunc('${dayUnit(literals[1])}', $1::timestamp)::date`, [day] as Fragment[]),
  monthsBetween,
  datediff: (args) => fill('$1 - $2', args, RANK.add),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: '($1 + make_interval(months => $2::int))::date',
  lastDay: "(date_trunc('month', $1) + interval '1 month - 1 day')::date",
  toDate: (args) => args[0] as Fragment,
}
