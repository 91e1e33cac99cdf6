import type { Result } from '../column/aggregate.ts'
import type { Column, ColumnOf } from '../column/column.ts'
import type { SqlDate } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { bool, day, instant, integer, optional, value, word } from './parameter.ts'

/** A column of dates or timestamps. */
type Moments = ColumnOf<Date | SqlDate | null>
type Whole = number | ColumnOf<number | null>
type Part = <C extends Moments>(moment: C) => Result<C, number>
type ToDay = <C extends Moments>(moment: C) => Result<C, SqlDate>
type Shifted = <C extends Moments, N extends Whole>(start: C, days: N) => Result<C | N, SqlDate>
type ShiftedByMonths = <C extends Moments, N extends Whole>(start: C, months: N) => Result<C | N, SqlDate>

const datePart = { takes: [day], gives: types.int }
const timePart = { takes: [instant], gives: types.int }

/** The year. */
export const year: Part = scalar('year', datePart)
/** The quarter, 1 to 4. */
export const quarter: Part = scalar('quarter', datePart)
/** The month, 1 to 12. */
export const month: Part = scalar('month', datePart)
/** The day of the month, 1 to 31. */
export const dayofmonth: Part = scalar('dayofmonth', datePart)
/** The day of the week, 1 = Sunday to 7 = Saturday. */
export const dayofweek: Part = scalar('dayofweek', datePart)
/** The day of the week, 0 = Monday to 6 = Sunday. */
export const weekday: Part = scalar('weekday', datePart)
/** The day of the year, 1 to 366. */
export const dayofyear: Part = scalar('dayofyear', datePart)
/** The hour in UTC, 0 to 23. */
export const hour: Part = scalar('hour', timePart)
/** The minute, 0 to 59. */
export const minute: Part = scalar('minute', timePart)
/** The second, 0 to 59. */
export const second: Part = scalar('second', timePart)

/** Units that `dateTrunc` cuts to. */
export type TruncationUnit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second'

/** The moment cut down to the start of its unit, in UTC; weeks start on Monday. @example dateTrunc('month', o.placed_at) */
export const dateTrunc: <C extends Moments>(unit: TruncationUnit, moment: C) => Result<C, Date> = scalar('dateTrunc', {
  takes: [word('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'), instant],
  gives: types.timestamp,
})

/** Units that `trunc` cuts to, by Spark's names. */
export type DayUnit = 'year' | 'yyyy' | 'yy' | 'quarter' | 'month' | 'mon' | 'mm' | 'MM' | 'week'

/** The first day of the unit that the day lies in; weeks start on Monday. @example trunc(o.placed_on, 'month') */
export const trunc: <C extends Moments>(moment: C, unit: DayUnit) => Result<C, SqlDate> = scalar('trunc', {
  takes: [day, word('year', 'yyyy', 'yy', 'quarter', 'month', 'mon', 'mm', 'MM', 'week')],
  gives: types.date,
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
    takes: [day, day],
    gives: types.int,
  },
)
/** The day `days` days later. */
export const dateAdd: Shifted = scalar('dateAdd', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The day `days` days earlier. */
export const dateSub: Shifted = scalar('dateSub', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The day `months` months later, clamped to the month's end: 2024-01-31 + 1 is 2024-02-29. */
export const addMonths: ShiftedByMonths = scalar('addMonths', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The last day of the month. */
export const lastDay: ToDay = scalar('lastDay', {
  takes: [day],
  gives: types.date,
})
/** The day of a moment, in UTC. */
export const toDate: ToDay = scalar('toDate', {
  takes: [day],
  gives: types.date,
})

/** The instant of the run: one value for all its tasks and statements. */
export const currentTimestamp: () => Column<Date> = scalar('currentTimestamp', {
  gives: types.timestamp,
  nulls: 'never',
})
/** The day of the run, in UTC. */
export const currentDate: () => Column<SqlDate> = scalar('currentDate', { gives: types.date, nulls: 'never' })
