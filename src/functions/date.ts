import type { Column } from '../column/column.ts'
import type { Nulls, SqlDate } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { scalar } from './define.ts'
import { day, instant, integer, value, word } from './parameter.ts'

type Moment = Date | SqlDate | null
type Part = <V extends Moment>(moment: Column<V>) => Column<number | Nulls<V>>
type Whole = number | Column<number | null>

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
export const dateTrunc: <V extends Moment>(unit: TruncationUnit, moment: Column<V>) => Column<Date | Nulls<V>> = scalar(
  'dateTrunc',
  {
    takes: [word('year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'), instant],
    gives: types.timestamp,
  },
)

/** Whole days from `start` to `end`; times of day do not count. */
export const datediff: (end: Column<Moment>, start: Column<Moment>) => Column<number | null> = scalar('datediff', {
  takes: [day, day],
  gives: types.int,
})
/** The day `days` days later. */
export const dateAdd: (start: Column<Moment>, days: Whole) => Column<SqlDate | null> = scalar('dateAdd', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The day `days` days earlier. */
export const dateSub: (start: Column<Moment>, days: Whole) => Column<SqlDate | null> = scalar('dateSub', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The day `months` months later, clamped to the month's end: 2024-01-31 + 1 is 2024-02-29. */
export const addMonths: (start: Column<Moment>, months: Whole) => Column<SqlDate | null> = scalar('addMonths', {
  takes: [day, value(integer)],
  gives: types.date,
})
/** The last day of the month. */
export const lastDay: (moment: Column<Moment>) => Column<SqlDate | null> = scalar('lastDay', {
  takes: [day],
  gives: types.date,
})
/** The day of a moment, in UTC. */
export const toDate: <V extends Moment>(moment: Column<V>) => Column<SqlDate | Nulls<V>> = scalar('toDate', {
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
