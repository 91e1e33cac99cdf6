import type { Aggregate, NoAggregate } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { columnArgument, describeValue, toColumn } from '../column/expression-column.ts'
import type { NumberOf, Numeric } from '../column/values.ts'
import { InvalidArgument } from '../errors/index.ts'
import { call, literal } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { boundedDecimal, isIntegral } from '../plan/type-rules.ts'
import { aggregate } from './define.ts'
import type { Argument } from './entry.ts'
import { any, bool, double, number, orderable, rest, value } from './parameter.ts'

/** A column of rows: an aggregate of an aggregate needs two steps. */
type Rows<V> = ColumnOf<V> & NoAggregate
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
    takes: [any, rest(any)],
    gives: types.long,
    nulls: 'never',
  },
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

/** The least value; text by code point. NULL for no rows. */
export const min: <V>(column: Rows<V>) => Aggregate<V | null> = aggregate('min', { takes: [orderable], gives: 0 })
/** The greatest value; text by code point. NULL for no rows. */
export const max: <V>(column: Rows<V>) => Aggregate<V | null> = aggregate('max', { takes: [orderable], gives: 0 })

type Extreme = <V>(column: Rows<V>, by: Rows<unknown>) => Aggregate<V | null>
const extreme = { takes: [any, orderable], gives: 0 }
/** The value of the row in which `by` is greatest; rows without `by` do not count. @example maxBy(o.status, o.placed_at) */
export const maxBy: Extreme = aggregate('maxBy', extreme)
/** The value of the row in which `by` is least; rows without `by` do not count. */
export const minBy: Extreme = aggregate('minBy', extreme)

type Statistic = (column: Rows<Numeric | null>) => Aggregate<number | null>
const statistic = { takes: [double], gives: types.double }
/** Sample standard deviation; NULL for fewer than two values. */
export const stddev: Statistic = aggregate('stddev', statistic)
/** Population standard deviation. */
export const stddevPop: Statistic = aggregate('stddevPop', statistic)
/** Sample variance; NULL for fewer than two values. */
export const variance: Statistic = aggregate('variance', statistic)
/** `stddev` by its other name. */
export const stddevSamp: Statistic = stddev
/** `variance` by its other name. */
export const varSamp: Statistic = variance
/** Population variance. */
export const varPop: Statistic = aggregate('varPop', statistic)

/** The face of a percentile: a share from 0 to 1, written into the program. */
type Percentile = <V extends Numeric | null>(column: Rows<V>, share: number) => Aggregate<V | null>
/**
 * The value that a share of all values is at most: of n values in order the ceil(share × n)th. Exact, whatever Spark's
 * name for it says. NULL for no rows.
 *
 * @throws InvalidArgument for a share that is no number from 0 to 1
 * @example percentileApprox(o.total, 0.5) // the median
 */
export const percentileApprox: Percentile = aggregate('percentileApprox', {
  takes: [number, value(double)],
  gives: ([of, share]) => {
    const given = share?.literal
    if (typeof given === 'number' && given >= 0 && given <= 1) return (of as Argument).type
    throw new InvalidArgument(`percentileApprox takes a share from 0 to 1, not ${describeValue(given)}`)
  },
})

/** True if the condition is in every row in which it is not NULL. */
export const boolAnd: (condition: Rows<boolean | null>) => Aggregate<boolean | null> = aggregate('boolAnd', {
  takes: [bool],
  gives: types.boolean,
})
/** True if the condition is in any row. */
export const boolOr: (condition: Rows<boolean | null>) => Aggregate<boolean | null> = aggregate('boolOr', {
  takes: [bool],
  gives: types.boolean,
})

/** In `rollup`, `cube` and `groupingSets`: 1 where the key is not part of the row's grouping set, 0 where it is. */
export const grouping: (key: Rows<unknown>) => Aggregate<number> = aggregate('grouping', {
  takes: [any],
  gives: types.byte,
  nulls: 'never',
})

/** `grouping` of all keys as the bits of one number, the first key highest. */
export const groupingId: () => Aggregate<number> = aggregate('groupingId', { gives: types.long, nulls: 'never' })
