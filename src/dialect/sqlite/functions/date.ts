import { type Fragment, fill, RANK } from '../../fragment.ts'
import { dayUnit } from '../../shared.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

/** `strftime` of a stored date or timestamp, as a number. */
const part = (format: string): Spelling => `cast(strftime('${format}', $1) as integer)`

/** Start of the unit, as the text of a timestamp. */
const truncations: Readonly<Record<string, string>> = {
  year: "strftime('%Y-01-01 00:00:00', $2)",
  quarter: "printf('%s-%02d-01 00:00:00', strftime('%Y', $2), (strftime('%m', $2) - 1) / 3 * 3 + 1)",
  month: "strftime('%Y-%m-01 00:00:00', $2)",
  week: "strftime('%Y-%m-%d 00:00:00', $2, '-6 days', 'weekday 1')",
  day: "strftime('%Y-%m-%d 00:00:00', $2)",
  hour: "strftime('%Y-%m-%d %H:00:00', $2)",
  minute: "strftime('%Y-%m-%d %H:%M:00', $2)",
  second: "strftime('%Y-%m-%d %H:%M:%S', $2)",
}

const truncate: Spelling = (args, call) =>
  fill(`case when $2 is not null then ${truncations[String(call.literals[0])]} end`, args)

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
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`case when $2 is not null then substr(${truncations[dayUnit(literals[1])]}, 1, 10) end`, [
      day,
      day,
    ] as Fragment[]),
  monthsBetween: 'millrace_months_between($*)',
  datediff: 'cast(julianday($1) - julianday($2) as integer)',
  dateAdd: days(''),
  dateSub: days('-'),
  addMonths: 'millrace_add_months($1, $2)',
  // Not by way of the next month: December 9999 has none.
  lastDay: 'millrace_last_day($1)',
  toDate: (args) => args[0] as Fragment,
}
