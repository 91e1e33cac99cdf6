import type { Result } from '../column/aggregate.ts'
import type { Column, ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { Decimal, SqlDate } from '../column/values.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import { call, type Expression, literal } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import { constantText } from './constant.ts'
import { scalar } from './define.ts'
import { day as anyDay, bool, instant, integer, optional, value, written } from './parameter.ts'
import { dayUnit } from './time-unit.ts'

/** A column of dates or timestamps. */
export type Moments = ColumnOf<Date | SqlDate | null>
type Whole = number | ColumnOf<number | null>
type Part = <C extends Moments>(moment: C) => Result<C, number>
type ToDay = <C extends Moments>(moment: C) => Result<C, SqlDate>
type Shifted = <C extends Moments, N extends Whole>(start: C, days: N) => Result<C | N, SqlDate>
type ShiftedByMonths = <C extends Moments, N extends Whole>(start: C, months: N) => Result<C | N, SqlDate>

const partOfDay = { takes: [anyDay], gives: types.int }
const partOfTime = { takes: [instant], gives: types.int }

/** The year. */
export const year: Part = scalar('year', partOfDay)
/** The quarter, 1 to 4. */
export const quarter: Part = scalar('quarter', partOfDay)
/** The month, 1 to 12. */
export const month: Part = scalar('month', partOfDay)
/** The day of the month, 1 to 31. */
export const dayofmonth: Part = scalar('dayofmonth', partOfDay)
/** The day of the week, 1 = Sunday to 7 = Saturday. */
export const dayofweek: Part = scalar('dayofweek', partOfDay)
/** The day of the week, 0 = Monday to 6 = Sunday. */
export const weekday: Part = scalar('weekday', partOfDay)
/** The day of the year, 1 to 366. */
export const dayofyear: Part = scalar('dayofyear', partOfDay)
/** The hour in UTC, 0 to 23. */
export const hour: Part = scalar('hour', partOfTime)
/** The minute, 0 to 59. */
export const minute: Part = scalar('minute', partOfTime)
/** The second, 0 to 59. */
export const second: Part = scalar('second', partOfTime)

/** The week of the year by ISO 8601, 1 to 53: weeks start on Monday, the first has the year's first Thursday. */
export const weekofyear: Part = scalar('weekofyear', partOfDay)
scalar('yearOfWeek', partOfDay)
scalar('exactSecond', { takes: [instant], gives: types.decimal(8, 6) })

/** Units that `trunc` cuts to, by Spark's names. */
export type DayUnit = 'year' | 'yyyy' | 'yy' | 'quarter' | 'month' | 'mon' | 'mm' | 'MM' | 'week'

/**
 * The first day of the unit that the day lies in; weeks start on Monday. NULL for a unit that there is not.
 *
 * @example trunc(o.placed_on, 'month') // 2024-02-29 → 2024-02-01
 */
export const trunc: <C extends Moments>(moment: C, unit: DayUnit) => Result<C, SqlDate> = scalar('trunc', {
  takes: [anyDay, written('a unit')],
  gives: types.date,
  nulls: ([moment, unit]) => moment?.nullable === true || dayUnit(unit?.literal) === undefined,
})

/**
 * Months from `start` to `end`, in parts of 31 days: a whole number where both are the same day of the month or both are
 * the last, with their times of day otherwise. Rounded to 8 digits unless `rounded` is false.
 *
 * @example monthsBetween(lit('2024-03-16', 'date'), lit('2024-01-15', 'date')) // 2.03225806
 */
export const monthsBetween: <E extends Moments, S extends Moments>(
  end: E,
  start: S,
  rounded?: boolean,
) => Result<E | S, number> = scalar('monthsBetween', {
  takes: [instant, instant, optional(value(bool))],
  gives: types.double,
})

/** Whole days from `start` to `end`; times of day do not count. */
export const datediff: <E extends Moments, S extends Moments>(end: E, start: S) => Result<E | S, number> = scalar(
  'datediff',
  {
    takes: [anyDay, anyDay],
    gives: types.int,
  },
)
/** The day `days` days later. */
export const dateAdd: Shifted = scalar('dateAdd', {
  takes: [anyDay, value(integer)],
  gives: types.date,
})
/** The day `days` days earlier. */
export const dateSub: Shifted = scalar('dateSub', {
  takes: [anyDay, value(integer)],
  gives: types.date,
})
/** The day `months` months later, clamped to the month's end: 2024-01-31 + 1 is 2024-02-29. */
export const addMonths: ShiftedByMonths = scalar('addMonths', {
  takes: [anyDay, value(integer)],
  gives: types.date,
})
/** The last day of the month. */
export const lastDay: ToDay = scalar('lastDay', {
  takes: [anyDay],
  gives: types.date,
})

/** The days of the week as `nextDay` knows them; capital letters do not matter. */
export type DayOfWeek =
  | 'Mo'
  | 'Mon'
  | 'Monday'
  | 'Tu'
  | 'Tue'
  | 'Tuesday'
  | 'We'
  | 'Wed'
  | 'Wednesday'
  | 'Th'
  | 'Thu'
  | 'Thursday'
  | 'Fr'
  | 'Fri'
  | 'Friday'
  | 'Sa'
  | 'Sat'
  | 'Saturday'
  | 'Su'
  | 'Sun'
  | 'Sunday'

/**
 * The first day after this one that is that day of the week. A day of the week that there is not raises.
 *
 * @example nextDay(o.placed_on, 'Mon') // 2024-02-29 → 2024-03-04
 */
export const nextDay: <C extends Moments>(
  moment: C,
  dayOfWeek: DayOfWeek | Uppercase<DayOfWeek> | Lowercase<DayOfWeek>,
) => Result<C, SqlDate> = scalar('nextDay', { takes: [anyDay, written('a day of the week')], gives: types.date })

/** The day of a year, month and day; one that is in no calendar raises. @example makeDate(2024, lit(2), o.day) */
export const makeDate: <Y extends Whole, M extends Whole, D extends Whole>(
  year: Y,
  month: M,
  day: D,
) => Result<Y | M | D, SqlDate> = scalar('makeDate', {
  takes: [value(integer), value(integer), value(integer)],
  gives: types.date,
})

/** `dayofmonth` by its short name. */
export const day: Part = dayofmonth
/** `datediff` by its other name. */
export const dateDiff: typeof datediff = datediff
/** `dateAdd` by its other name. */
export const dateadd: Shifted = dateAdd

/** What the fields of `datePart` are made of. */
const FIELDS: Readonly<Record<string, string>> = {
  year: 'year',
  y: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
  quarter: 'quarter',
  qtr: 'quarter',
  month: 'month',
  mon: 'month',
  mons: 'month',
  months: 'month',
  week: 'weekofyear',
  w: 'weekofyear',
  weeks: 'weekofyear',
  day: 'dayofmonth',
  d: 'dayofmonth',
  days: 'dayofmonth',
  dayofweek: 'dayofweek',
  dow: 'dayofweek',
  dayofweek_iso: 'weekday',
  dow_iso: 'weekday',
  doy: 'dayofyear',
  yearofweek: 'yearOfWeek',
  hour: 'hour',
  h: 'hour',
  hours: 'hour',
  hr: 'hour',
  hrs: 'hour',
  minute: 'minute',
  m: 'minute',
  min: 'minute',
  mins: 'minute',
  minutes: 'minute',
  second: 'exactSecond',
  s: 'exactSecond',
  sec: 'exactSecond',
  seconds: 'exactSecond',
  secs: 'exactSecond',
}

/** Whole parts of a moment, for `datePart`. */
export type DateField =
  | 'year'
  | 'quarter'
  | 'month'
  | 'week'
  | 'yearofweek'
  | 'day'
  | 'doy'
  | 'dow'
  | 'dow_iso'
  | 'hour'
  | 'minute'

/**
 * A part of a moment by its name, in UTC: `dow` is 1 for Sunday, `dow_iso` 1 for Monday, `second` a decimal with six
 * digits behind the point.
 *
 * @throws InvalidArgument for a part that there is not.
 * @example datePart('second', o.placed_at) // 2024-02-29T12:34:56.789Z → '56.789000'
 */
export function datePart<C extends Moments>(field: 'second', moment: C): Result<C, Decimal>
export function datePart<C extends Moments>(field: DateField, moment: C): Result<C, number>
export function datePart(field: string, moment: Moments): unknown {
  const name = constantText(field, 'datePart').toLowerCase()
  const fn = Object.hasOwn(FIELDS, name) ? (FIELDS[name] as string) : undefined
  if (fn === undefined) {
    throw new InvalidArgument(`datePart: a moment has no ${JSON.stringify(name)}`, {
      hint: [didYouMean(name, Object.keys(FIELDS)), `There are ${listNames(Object.keys(FIELDS))}.`]
        .filter(Boolean)
        .join(' '),
    })
  }
  const part: Expression = call(fn, [columnArgument(moment, 'datePart')])
  return toColumn(fn === 'weekday' ? call('plus', [part, literal(1, types.int)]) : part)
}
/** `datePart` by its other names. */
export const datepart: typeof datePart = datePart
/** `datePart` by its other names. */
export const extract: typeof datePart = datePart

const named =
  (fn: string, pattern: string): (<C extends Moments>(moment: C) => Result<C, string>) =>
  (moment) =>
    toColumn(call('dateFormat', [columnArgument(moment, fn), literal(pattern, types.string)]))
/** The short English name of the day of the week: Mon. */
export const dayname: <C extends Moments>(moment: C) => Result<C, string> = named('dayname', 'EEE')
/** The short English name of the month: Jan. */
export const monthname: <C extends Moments>(moment: C) => Result<C, string> = named('monthname', 'MMM')

/** The instant of the run: one value for all its tasks and statements. */
export const currentTimestamp: () => Column<Date> = scalar('currentTimestamp', {
  gives: types.timestamp,
  nulls: 'never',
})
/** The day of the run, in UTC. */
export const currentDate: () => Column<SqlDate> = scalar('currentDate', { gives: types.date, nulls: 'never' })
