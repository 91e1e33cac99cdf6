import type { Aggregate, NoAggregate } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { NumberOf, Numeric } from '../column/values.ts'
import { call, literal } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { boundedDecimal, isIntegral } from '../plan/type-rules.ts'
import { aggregate } from './define.ts'
import type { Argument } from './entry.ts'
import { any, bool, comparable, double, integer, number, optional, orderable, rest, value } from './parameter.ts'

/** A column of rows: an aggregate of an aggregate needs two steps. */
export type Rows<V> = ColumnOf<V> & NoAggregate
type Numbers = <V extends Numeric | null>(column: Rows<V>) => Aggregate<NumberOf<V> | null>

aggregate('count', { takes: [any], gives: types.long, nulls: 'never' })
/** Number of rows; with a column, of the rows in which it is not NULL. Never NULL. */
export function count(column?: Rows<unknown>): Aggregate<number> {
  return toColumn(call('count', [column === undefined ? literal(1, types.int) : columnArgument(column, 'count')]))
}

/** Number of distinct values (or combinations); rows with a NULL among them do not count. Never NULL. */
export const countDistinct: (first: Rows<unknown>, ...others: Rows<unknown>[]) => Aggregate<number> = aggregate(
  'countDistinct',
  {
    takes: [comparable, rest(comparable)],
    gives: types.long,
    nulls: 'never',
  },
)

/**
 * Number of distinct values that are not NULL, counted exactly, whatever Spark's name for it says. Never NULL. `error`, the
 * relative error that Spark may make, is taken and not needed.
 *
 * @example approxCountDistinct(o.customer_id)
 */
export const approxCountDistinct: (column: Rows<unknown>, error?: number) => Aggregate<number> = aggregate(
  'approxCountDistinct',
  { takes: [comparable, optional(value(double))], gives: types.long, nulls: 'never' },
)

/** Number of rows in which the condition is true. Never NULL. */
export const countIf: (condition: Rows<boolean | null>) => Aggregate<number> = aggregate('countIf', {
  takes: [bool],
  gives: types.long,
  nulls: 'never',
})

function sumType([of]: readonly Argument[]): SqlType {
  const type = (of as Argument).type
  if (type.kind === 'decimal') return boundedDecimal(type.precision + 10, type.scale)
  return isIntegral(type) ? types.long : types.double
}
/** The sum; long for whole numbers (overflow raises), exact for decimals. NULL for no rows. */
export const sum: Numbers = aggregate('sum', {
  takes: [number],
  gives: sumType,
})
/** `sum`, but NULL where the sum does not fit into its type. @example trySum(o.units) */
export const trySum: Numbers = aggregate('trySum', { takes: [number], gives: sumType })
/** The sum of the distinct values. */
export const sumDistinct: Numbers = aggregate('sumDistinct', {
  takes: [number],
  gives: sumType,
})

function averageType([of]: readonly Argument[]): SqlType {
  const type = (of as Argument).type
  return type.kind === 'decimal' ? boundedDecimal(type.precision + 4, type.scale + 4) : types.double
}
/** The mean: a double, or a decimal of decimals. NULL for no rows. */
export const avg: Numbers = aggregate('avg', {
  takes: [number],
  gives: averageType,
})

/** `avg` by its other name. */
export const mean: Numbers = avg
/** `avg`, but NULL where the sum does not fit into its type. @example tryAvg(o.total) */
export const tryAvg: Numbers = aggregate('tryAvg', { takes: [number], gives: averageType })

/**
 * The product, a double. NULL for no rows.
 *
 * @param column numbers; NULLs are left out
 * @example product(rate.factor) // 1.5, 2, NULL → 3
 */
export const product: (column: Rows<Numeric | null>) => Aggregate<number | null> = aggregate('product', {
  takes: [double],
  gives: types.double,
})

/** The least value; text by code point. NULL for no rows. */
export const min: <V>(column: Rows<V>) => Aggregate<V | null> = aggregate('min', { takes: [orderable], gives: 0 })
/** The greatest value; text by code point. NULL for no rows. */
export const max: <V>(column: Rows<V>) => Aggregate<V | null> = aggregate('max', { takes: [orderable], gives: 0 })

type Condition = (condition: Rows<boolean | null>) => Aggregate<boolean | null>
/** True if the condition is in every row in which it is not NULL. */
export const boolAnd: Condition = aggregate('boolAnd', {
  takes: [bool],
  gives: types.boolean,
})
/** True if the condition is in any row. */
export const boolOr: Condition = aggregate('boolOr', {
  takes: [bool],
  gives: types.boolean,
})
/** `boolAnd` by its other name. */
export const every: Condition = boolAnd
/** `boolOr` by its other name. */
export const some: Condition = boolOr

type Bits = (column: Rows<number | null>) => Aggregate<number | null>
const bits = { takes: [integer], gives: 0 }
/** The bits that are set in all whole numbers. NULLs are left out; NULL for no rows. @example bitAnd(u.rights) // 6, 3 → 2 */
export const bitAnd: Bits = aggregate('bitAnd', bits)
/** The bits that are set in any whole number. NULLs are left out; NULL for no rows. @example bitOr(u.rights) // 6, 3 → 7 */
export const bitOr: Bits = aggregate('bitOr', bits)
/** The bits that are set in an odd number of whole numbers. NULLs are left out; NULL for no rows. @example bitXor(u.rights) // 6, 3 → 5 */
export const bitXor: Bits = aggregate('bitXor', bits)

/** In `rollup`, `cube` and `groupingSets`: 1 where the key is not part of the row's grouping set, 0 where it is. */
export const grouping: (key: Rows<unknown>) => Aggregate<number> = aggregate('grouping', {
  takes: [any],
  gives: types.byte,
  nulls: 'never',
})

/** `grouping` of all keys as the bits of one number, the first key highest. */
export const groupingId: () => Aggregate<number> = aggregate('groupingId', { gives: types.long, nulls: 'never' })
