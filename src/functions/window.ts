import type { NoAggregate, WindowFunction } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import type { Kin, Literal } from '../column/values.ts'
import { types } from '../plan/type.ts'
import { windowed } from './define.ts'
import type { Argument } from './entry.ts'
import { any, bool, integer, meeting, optional, value } from './parameter.ts'

const ranking = { gives: types.int, nulls: 'never' as const }

/** 1, 2, 3 … in the window's order. @example rowNumber().over(Window.partitionBy(o.customer_id).orderBy(o.placed_at)) */
export const rowNumber: () => WindowFunction<number> = windowed('rowNumber', ranking)
/** The rank with gaps: equals share one, the next is further. */
export const rank: () => WindowFunction<number> = windowed('rank', ranking)
/** The rank without gaps. */
export const denseRank: () => WindowFunction<number> = windowed('denseRank', ranking)
/** The rank as a fraction of the rows, 0 to 1. */
export const percentRank: () => WindowFunction<number> = windowed('percentRank', {
  gives: types.double,
  nulls: 'never',
})
/** The fraction of rows up to and with this one's equals. */
export const cumeDist: () => WindowFunction<number> = windowed('cumeDist', { gives: types.double, nulls: 'never' })
/** Which of `buckets` even parts the row falls into, from 1. */
export const ntile: (buckets: number) => WindowFunction<number> = windowed('ntile', {
  takes: [value(integer)],
  ...ranking,
})

const offset = {
  takes: [meeting(any), optional(value(integer)), optional(value(meeting(any)))],
  gives: 0,
  nulls: (args: readonly Argument[]) => args.length < 3 || args.some((arg) => arg.nullable),
}
type Offset = {
  <V>(column: ColumnOf<V> & NoAggregate, n?: number): WindowFunction<V | null>
  <V, W extends Kin<V> | null = never>(
    column: ColumnOf<V> & NoAggregate,
    n: number,
    otherwise: Literal<V> | (ColumnOf<W> & NoAggregate),
  ): WindowFunction<V | W>
}
/** The value `n` rows (default 1) before, `otherwise` (a value or column, default NULL) where there is none. */
export const lag: Offset = windowed('lag', offset)
/** The value `n` rows (default 1) after, `otherwise` (a value or column, default NULL) where there is none. */
export const lead: Offset = windowed('lead', offset)
/** The value of the frame's `n`th row from 1, or of the `n`th that is not NULL; NULL where there are fewer. */
export const nthValue: <V>(
  column: ColumnOf<V> & NoAggregate,
  n: number,
  ignoreNulls?: boolean,
) => WindowFunction<V | null> = windowed('nthValue', {
  takes: [any, value(integer), optional(value(bool))],
  gives: 0,
  nulls: 'always',
})
