/** Moments and days as numbers since 1970, and such numbers as moments and days. */
import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { Decimal, SqlDate } from '../column/values.ts'
import { call, literal } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'
import type { Moments } from './date.ts'
import { scalar } from './define.ts'
import { instant, integer, number, type Parameter } from './parameter.ts'

type FromNumber = <C extends ColumnOf<number | null>>(count: C) => Result<C, Date>
const wholeNumber = { takes: [{ ...integer, becomes: () => types.long }], gives: types.timestamp }

/** What no microsecond holds of a fraction is cut; NaN and infinities are no moment. */
const seconds: Parameter = { ...number, becomes: (type) => (isIntegral(type) ? types.long : type) }

/**
 * The moment that many seconds after 1970, in UTC. Fractions count to the microsecond, NaN and infinities give NULL; what
 * lies outside the calendar raises.
 *
 * @example timestampSeconds(e.at) // 1709209845.5 → 2024-02-29T12:30:45.500Z
 */
export const timestampSeconds: <C extends ColumnOf<number | Decimal | null>>(count: C) => Like<C, Date | null> = scalar(
  'timestampSeconds',
  {
    takes: [seconds],
    gives: types.timestamp,
    nulls: ([of]) => of?.nullable === true || of?.type.kind === 'double' || of?.type.kind === 'float',
  },
)
/** The moment that many milliseconds after 1970, in UTC. @example timestampMillis(e.at) // 1709209845500 → 2024-02-29T12:30:45.500Z */
export const timestampMillis: FromNumber = scalar('timestampMillis', wholeNumber)
/** The moment that many microseconds after 1970, in UTC. */
export const timestampMicros: FromNumber = scalar('timestampMicros', wholeNumber)

type SinceEpoch = <C extends Moments>(moment: C) => Result<C, number>
const sinceEpoch = { takes: [instant], gives: types.long }

/** Whole seconds since 1970, cut downward. @example unixSeconds(o.placed_at) // 1969-12-31T23:59:59.5Z → -1 */
export const unixSeconds: SinceEpoch = scalar('unixSeconds', sinceEpoch)
/** Whole milliseconds since 1970, cut downward. @example unixMillis(o.placed_at) // 1969-12-31T23:59:59.5Z → -500 */
export const unixMillis: SinceEpoch = scalar('unixMillis', sinceEpoch)
/** Microseconds since 1970. @example unixMicros(o.placed_at) // 1969-12-31T23:59:59.5Z → -500000 */
export const unixMicros: SinceEpoch = scalar('unixMicros', sinceEpoch)

const EPOCH = literal('1970-01-01', types.date)

/** Whole days since 1970-01-01. @example unixDate(o.placed_on) // 2024-02-29 → 19782 */
export function unixDate<C extends Moments>(moment: C): Result<C, number> {
  return toColumn(call('datediff', [columnArgument(moment, 'unixDate'), EPOCH]))
}

/** The day that many days after 1970-01-01. @example dateFromUnixDate(o.day) // 19782 → 2024-02-29 */
export function dateFromUnixDate<C extends ColumnOf<number | null>>(days: C): Result<C, SqlDate> {
  return toColumn(call('dateAdd', [EPOCH, columnArgument(days, 'dateFromUnixDate')]))
}
