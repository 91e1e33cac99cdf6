/** One value out of many. */
import type { Aggregate } from '../column/aggregate.ts'
import type { Rows } from './aggregate.ts'
import { aggregate } from './define.ts'
import { any, bool, optional, orderable, value } from './parameter.ts'

type OfOrder = <V>(column: Rows<V>, ignoreNulls?: boolean) => Aggregate<V | null>
// The last argument is a pivot's, which says whose rows count.
const ofOrder = {
  takes: [any, optional(value(bool)), optional(bool)],
  gives: 0,
  ordered: true,
  leavesOut: 'condition' as const,
}
/**
 * The value of the first row, or of the first in which it is not NULL: in the order of the window, or in the one that the
 * frame was given by `orderBy` before `groupBy`. Without an order it is the value of any row.
 *
 * @param ignoreNulls skips rows in which the column is NULL; false by default
 * @example orders.orderBy('placed_at').groupBy('customer_id').agg((o) => ({ first: first(o.status) }))
 */
export const first: OfOrder = aggregate('first', ofOrder)
/** The value of the last row, or of the last in which it is not NULL; see `first`. */
export const last: OfOrder = aggregate('last', ofOrder)
/** `first` by its other name. @example firstValue(o.status, true).over(byDay) */
export const firstValue: OfOrder = first
/** `last` by its other name: over a window, a gap is filled from before with it. @example lastValue(o.status, true).over(byDay) */
export const lastValue: OfOrder = last
/** The value of some row, or of some row in which it is not NULL: `first` where the order does not matter. */
export const anyValue: OfOrder = first

type Extreme = <V>(column: Rows<V>, by: Rows<unknown>) => Aggregate<V | null>
const extreme = { takes: [any, orderable], gives: 0, leavesOut: 1 }
/** The value of the row in which `by` is greatest; rows without `by` do not count. @example maxBy(o.status, o.placed_at) */
export const maxBy: Extreme = aggregate('maxBy', extreme)
/** The value of the row in which `by` is least; rows without `by` do not count. */
export const minBy: Extreme = aggregate('minBy', extreme)

/**
 * The value that most rows have, the least of those where there are several. NULLs are left out; NULL for no rows.
 *
 * @param deterministic Spark takes any of several unless it is true; here it is always the least
 * @example mode(o.channel)
 */
export const mode: <V>(column: Rows<V>, deterministic?: boolean) => Aggregate<V | null> = aggregate('mode', {
  takes: [orderable, optional(value(bool))],
  gives: 0,
})
