/** Many values in one: lists, and texts in a row. */
import type { Aggregate } from '../column/aggregate.ts'
import type { NN, Text } from '../column/values.ts'
import { types } from '../plan/type.ts'
import type { Rows } from './aggregate.ts'
import { aggregate } from './define.ts'
import type { Argument } from './entry.ts'
import { any, bool, optional, type Parameter, text, value, written } from './parameter.ts'

/** Maps have no equality that all engines share. */
const comparable: Parameter = {
  ...any,
  what: 'a value that can be compared',
  accepts: (type) => type.kind !== 'map',
}

type List = <V>(column: Rows<V>) => Aggregate<readonly NN<V>[]>
const list = {
  takes: [any],
  gives: ([of]: readonly Argument[]) => ({ kind: 'array' as const, element: (of as Argument).type }),
  nulls: 'never' as const,
}
/**
 * All values that are not NULL, in the order that the frame was given by `orderBy` before `groupBy`, or in the window's.
 * An empty list for no rows.
 *
 * @example orders.orderBy('placed_at').groupBy('customer_id').agg((o) => ({ statuses: collectList(o.status) }))
 */
export const collectList: List = aggregate('collectList', {
  ...list,
  // The second argument keeps NULLs: it is there for lists that stand side by side.
  takes: [any, optional(value(bool))],
  ordered: true,
})
/** `collectList` by its other name. */
export const arrayAgg: List = collectList
/**
 * Each value that is not NULL once, in ascending order; a NaN equals nothing, not even another NaN. An empty list for no
 * rows.
 */
export const collectSet: List = aggregate('collectSet', { ...list, takes: [comparable] })

type Joined = (column: Rows<Text | null>, delimiter?: string) => Aggregate<string | null>
const joined = { takes: [text, optional(written('a delimiter'))], gives: types.string }
/**
 * All texts that are not NULL in one, in the order that the frame was given by `orderBy` before `groupBy`, or in the
 * window's. NULL for no rows.
 *
 * @param delimiter what stands between two of them; nothing by default
 * @example listagg(o.channel, ', ') // 'web, shop, web'
 */
export const listagg: Joined = aggregate('listagg', { ...joined, ordered: true })
/** `listagg` by its other name. */
export const stringAgg: Joined = listagg
/** `listagg` of each text once, in the order of code points. @example listaggDistinct(o.channel, ', ') // 'shop, web' */
export const listaggDistinct: Joined = aggregate('listaggDistinct', joined)
/** `listaggDistinct` by its other name. */
export const stringAggDistinct: Joined = listaggDistinct
