/** Moments cut, moved, counted between, and put together. */
import type { Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { toColumn, toExpression } from '../column/expression-column.ts'
import type { Decimal, Text } from '../column/values.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import { call, type Expression } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import type { Moments } from './date.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { instant, integer, number, type Parameter, value, written } from './parameter.ts'
import { ADDED_UNITS, addedUnit, type TimeUnit, truncationUnit } from './time-unit.ts'

type Whole = number | bigint | ColumnOf<number | null>
const unit = written('a unit')

type Truncated =
  | 'year'
  | 'yyyy'
  | 'yy'
  | 'quarter'
  | 'month'
  | 'mon'
  | 'mm'
  | 'week'
  | 'day'
  | 'dd'
  | 'hour'
  | 'minute'
  | 'second'
  | 'millisecond'
  | 'microsecond'

/** Units that `dateTrunc` cuts to, by Spark's names; capital letters do not matter. */
export type TruncationUnit = Truncated | Uppercase<Truncated>

/**
 * The moment cut down to the start of its unit, in UTC; weeks start on Monday. NULL for a unit that there is not.
 *
 * @example dateTrunc('month', o.placed_at) // 2024-02-29T12:30:00Z → 2024-02-01T00:00:00Z
 */
export const dateTrunc: <C extends Moments>(unit: TruncationUnit, moment: C) => Result<C, Date> = scalar('dateTrunc', {
  takes: [unit, instant],
  gives: types.timestamp,
  nulls: ([unit, moment]) => moment?.nullable === true || truncationUnit(unit?.literal) === undefined,
})

/** Units that `timestampAdd` and `timestampDiff` count in; capital letters do not matter. */
export type AddedUnit = TimeUnit | Uppercase<TimeUnit>

const inUnits = (fn: string, type: SqlType) => (args: readonly Argument[]) => {
  const unit = String(args[0]?.literal)
  if (addedUnit(unit) !== undefined) return type
  throw new InvalidArgument(`${fn}: there is no unit ${JSON.stringify(unit)}`, {
    hint: [didYouMean(unit, ADDED_UNITS), `There are ${listNames(ADDED_UNITS)}.`].filter(Boolean).join(' '),
  })
}

/**
 * The moment that many units later, in UTC; months end where the month does. What lies outside the calendar raises.
 *
 * @example timestampAdd('month', 1, o.placed_at) // 2024-01-31T10:00:00Z → 2024-02-29T10:00:00Z
 */
export const timestampAdd: <N extends Whole, C extends Moments>(
  unit: AddedUnit,
  count: N,
  moment: C,
) => Result<N | C, Date> = scalar('timestampAdd', {
  takes: [unit, value(integer), instant],
  gives: inUnits('timestampAdd', types.timestamp),
})

/**
 * Whole units from `start` to `end`, cut toward zero; a month is over on the same day and time of the next.
 *
 * @example timestampDiff('hour', o.placed_at, o.shipped_at)
 */
export const timestampDiff: <S extends Moments, E extends Moments>(
  unit: AddedUnit,
  start: S,
  end: E,
) => Result<S | E, number> = scalar('timestampDiff', {
  takes: [unit, instant, instant],
  gives: inUnits('timestampDiff', types.long),
})

const whole = value(integer)
const exactSecond: Parameter = { ...number, becomes: () => types.decimal(16, 6), value: true }
const parts = { takes: [whole, whole, whole, whole, whole, exactSecond], gives: types.timestamp }

type Made<N> = <
  Y extends Whole,
  M extends Whole,
  D extends Whole,
  H extends Whole,
  I extends Whole,
  S extends number | ColumnOf<number | Decimal | null>,
  Z extends string | ColumnOf<Text | null> = 'UTC',
>(
  year: Y,
  month: M,
  day: D,
  hour: H,
  minute: I,
  second: S,
  zone?: Z,
) => Result<Y | M | D | H | I | S | Z, Date | N>

/** Without a zone the function itself, else the moment at which that zone's clocks show what it makes. */
function zoned<N>(fn: string, definition: Parameters<typeof scalar>[1]): Made<N> {
  const inUtc = scalar(fn, definition)
  return (...args: readonly unknown[]) => {
    const zone = args[6]
    if (args.length !== 7 || zone === undefined) return inUtc(...args)
    const moment: Expression = call(
      fn,
      args.slice(0, 6).map((arg) => toExpression(arg, fn)),
    )
    return toColumn(call('toUtcTimestamp', [moment, toExpression(zone, fn)]))
  }
}

/**
 * The moment of a year, month, day, hour, minute and second (with its fraction), in UTC or as the clocks of a time zone
 * show it. What is in no calendar raises; 60 seconds are a minute.
 *
 * @example makeTimestamp(t.year, t.month, t.day, 12, 30, 0, 'Europe/Berlin')
 */
export const makeTimestamp: Made<never> = zoned('makeTimestamp', parts)
/** `makeTimestamp` that is NULL for what is in no calendar. */
export const tryMakeTimestamp: Made<null> = zoned('tryMakeTimestamp', { ...parts, nulls: 'always' })
