import { lengthOf, type TimeUnit, truncationUnit } from '../../../functions/time-unit.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { FIRST_DAY } from '../unit-start.ts'

const midnight = (day: string): string => `${day} || ' 00:00:00'`
/** Start of the unit, as a timestamp is stored: a fraction of a second has no zeros at its end. */
const START: Readonly<Record<TimeUnit, string>> = {
  year: midnight(FIRST_DAY.year),
  quarter: midnight(FIRST_DAY.quarter),
  month: midnight(FIRST_DAY.month),
  week: midnight(FIRST_DAY.week),
  day: midnight(FIRST_DAY.day),
  hour: "substr($1, 1, 13) || ':00:00'",
  minute: "substr($1, 1, 16) || ':00'",
  second: 'substr($1, 1, 19)',
  millisecond: "case when length($1) > 23 then rtrim(rtrim(substr($1, 1, 23), '0'), '.') else $1 end",
  microsecond: '$1',
}

export const timestampSpellings: SpellingsOf<'timestamp'> = {
  dateTrunc: ([, moment], { literals }) => {
    const unit = truncationUnit(literals[0])
    return unit ? fill(START[unit], [moment as Fragment], RANK.other) : fragment('null')
  },
  timestampAdd: ([, count, moment], { literals }) => {
    const unit = lengthOf(literals[0])
    const name = unit.months === undefined ? 'millrace_add_time' : 'millrace_add_months_to_moment'
    return fill(`${name}($1, $2, ${unit.months ?? unit.microseconds})`, [moment, count] as Fragment[])
  },
  timestampDiff: ([, start, end], { literals }) => {
    const unit = lengthOf(literals[0])
    const name = unit.months === undefined ? 'millrace_whole_units' : 'millrace_whole_months'
    return fill(`${name}($1, $2, ${unit.months ?? unit.microseconds})`, [start, end] as Fragment[])
  },
  makeTimestamp: 'millrace_make_timestamp($*, 0)',
  tryMakeTimestamp: 'millrace_make_timestamp($*, 1)',
}
