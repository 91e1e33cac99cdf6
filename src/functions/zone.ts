/** Moments as the clocks of time zones show them. */
import type { Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn, toExpression } from '../column/expression-column.ts'
import type { Text } from '../column/values.ts'
import { call } from '../plan/expression.ts'
import { types } from '../plan/type.ts'
import type { Moments } from './date.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { instant, text, value } from './parameter.ts'
import { requireZone } from './time-zone.ts'

type Zone = string | ColumnOf<Text | null>
type Zoned = <C extends Moments, Z extends Zone>(moment: C, zone: Z) => Result<C | Z, Date>

const zoned = (fn: string) => ({
  takes: [instant, { ...value(text), what: 'a time zone' }],
  gives: ([, zone]: readonly Argument[]) => {
    if (typeof zone?.literal === 'string') requireZone(zone.literal, fn)
    return types.timestamp
  },
})

/**
 * What the clocks of a time zone show at a moment, written as if it were UTC.
 *
 * Zones are `Area/City` of the IANA database, `UTC`, or a distance (`+05:30`, `GMT+2`).
 *
 * @throws InvalidArgument for a zone that there is not; one in a column raises.
 * @example fromUtcTimestamp(o.placed_at, 'Europe/Berlin') // 2024-07-01T12:00:00Z → 2024-07-01T14:00:00Z
 */
export const fromUtcTimestamp: Zoned = scalar('fromUtcTimestamp', zoned('fromUtcTimestamp'))

/**
 * The moment at which the clocks of a time zone show this. Where they show it twice it is the first, and what they skip
 * lies after the gap.
 *
 * @example toUtcTimestamp(o.local_time, 'Europe/Berlin') // 2024-07-01T14:00:00Z → 2024-07-01T12:00:00Z
 */
export const toUtcTimestamp: Zoned = scalar('toUtcTimestamp', zoned('toUtcTimestamp'))

/**
 * What the clocks of `target` show when those of `source` show this.
 *
 * @example convertTimezone('Europe/Berlin', 'Asia/Tokyo', o.local_time)
 */
export function convertTimezone<S extends Zone, T extends Zone, C extends Moments>(
  source: S,
  target: T,
  moment: C,
): Result<S | T | C, Date> {
  const [from, to] = [toExpression(source, 'convertTimezone'), toExpression(target, 'convertTimezone')]
  const utc = call('toUtcTimestamp', [columnArgument(moment, 'convertTimezone'), from])
  return toColumn(call('fromUtcTimestamp', [utc, to]))
}
