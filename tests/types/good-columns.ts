/** What each expression gives. Compiling is the test. */
import {
  abs, and, avg, coalesce, concat, concatWs, count, countIf, createMap, type Decimal, datediff, dateTrunc, explode, fromJson, getJsonObject, greatest, jsonTuple, lag, length,
  lit, mapContainsKey, mapKeys, mapValues, max, min, not, nullif, or, posexplode, posexplodeOuter, round, rowNumber, type SqlDate, strToMap, struct, substring, sum, toJson, typeOf, upper, Window, when, year,
} from '../../src/index.ts' // biome-ignore format: one import
import { row } from './equal.ts'
import { customers, nested, orders } from './tables.ts'

const frame = orders.select('id')
const byId = Window.orderBy(orders.id)

/** NULL follows through everything that NULL makes NULL, and nothing else. */
export const nulls = [
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.total.gt(1))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', orders.discount.gt(1))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', orders.total.lte(orders.discount))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.discount.isNull())),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.discount.eqNullSafe(null))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', orders.total.isin([1, null]))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', and(orders.paid, orders.total.gt(1)))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', or(orders.id.eq(1), not(orders.total.gt(1))))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', orders.id.eq(1).and(orders.paid))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.total.between(1, orders.id))),
  row<{ id: number; x: boolean | null }>()(frame.withColumn('x', customers.country.like('D%'))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', upper(customers.country))),
  row<{ id: number; x: string }>()(frame.withColumn('x', concat(customers.name, '-', lit('x')))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', concat(customers.name, customers.country))),
  row<{ id: number; x: string }>()(frame.withColumn('x', concatWs('-', customers.name, customers.country))),
  row<{ id: number; x: string }>()(frame.withColumn('x', substring(customers.name, 1, 3))),
  row<{ id: number; x: number }>()(frame.withColumn('x', length(customers.name))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', orders.total.div(2))),
]

export const conditionals = [
  row<{ id: number; x: string | null }>()(frame.withColumn('x', when(orders.paid, 'yes'))),
  row<{ id: number; x: string }>()(frame.withColumn('x', when(orders.paid, 'yes').otherwise('no'))),
  row<{ id: number; x: number }>()(frame.withColumn('x', when(orders.paid, 1).when(orders.id.eq(1), 2).otherwise(3))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', when(orders.paid, 1).otherwise(null))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', when(orders.paid, orders.discount).otherwise(0))),
  row<{ id: number; x: number }>()(frame.withColumn('x', coalesce(orders.discount, 0))),
  row<{ id: number; x: number }>()(frame.withColumn('x', coalesce(orders.discount, orders.total))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', coalesce(orders.discount, orders.discount))),
  row<{ id: number; x: string }>()(frame.withColumn('x', coalesce(customers.country, 'none'))),
  row<{ id: number; x: number }>()(frame.withColumn('x', greatest(orders.total, orders.discount))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', nullif(customers.name, ''))),
]

/** Dates and decimals are values of their own, though JavaScript holds them as text. */
export const kinds = [
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.day.eq('2024-02-29'))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.day.lt(orders.placed_at))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', orders.price.gt(orders.total))),
  row<{ id: number; x: Decimal }>()(frame.withColumn('x', orders.price.plus(orders.price))),
  row<{ id: number; x: Decimal | number }>()(frame.withColumn('x', orders.price.times(2))),
  row<{ id: number; x: number | null }>()(
    frame.withColumn('x', datediff(orders.placed_at, orders.day).plus(lit(null, 'int'))),
  ),
  row<{ id: number; x: Date }>()(frame.withColumn('x', dateTrunc('month', orders.day))),
  row<{ id: number; x: number }>()(frame.withColumn('x', year(orders.day))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', orders.placed_at.cast('date'))),
  row<{ id: number; x: Decimal | null }>()(frame.withColumn('x', orders.discount.cast('decimal(10, 2)'))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', orders.channel.tryCast('int'))),
  row<{ id: number; x: number }>()(frame.withColumn('x', lit(2, 'int'))),
  row<{ id: number; x: SqlDate }>()(frame.withColumn('x', lit('2024-02-29', 'date'))),
  row<{ id: number; x: Decimal }>()(frame.withColumn('x', round(orders.price, 1))),
]

export const windows = [
  row<{ id: number; x: number }>()(frame.withColumn('x', rowNumber().over(byId))),
  row<{ id: number; x: Date | null }>()(frame.withColumn('x', lag(orders.placed_at).over(byId))),
  row<{ id: number; x: number }>()(frame.withColumn('x', lag(orders.total, 1, 0).over(byId))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', sum(orders.total).over(byId.rowsBetween(-6, 0)))),
]

/** What is computed from aggregates and constants alone is an aggregate. */
export const aggregates = [
  row<{
    channel: string
    n: number
    mean: number | null
    top: Decimal | null
    none: number
    late: number
    kind: string
  }>()(
    orders.groupBy('channel').agg((o) => ({
      n: count().plus(1),
      mean: round(avg(o.total), 2),
      top: max(o.price),
      none: coalesce(sum(o.discount), 0),
      late: countIf(o.total.gt(o.discount)),
      kind: when(sum(o.total).gt(100), 'big').otherwise('small'),
    })),
  ),
  row<{
    share: number | null
    rest: number | null
    one: number
    span: number | null
    any: boolean | null
    key: string | null
  }>()(
    orders.agg((o) => ({
      share: sum(o.total).div(count()),
      rest: lit(1).minus(sum(o.total)),
      one: lit(1),
      span: abs(max(o.total).minus(min(o.total))),
      any: and(sum(o.total).gt(1), max(o.discount).isNotNull()),
      key: concat(max(o.channel), '!').cast('string'),
    })),
  ),
]

/** What an array, a map, a document holds: NULL where it holds nothing. */
export const items = [
  row<{ id: number; x: string | null }>()(frame.withColumn('x', nested.tags.getItem(0))),
  row<{ id: number; x: number | null }>()(frame.withColumn('x', nested.rates.getItem('low'))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', nested.doc.getField('a').isNull())),
]

/** Rows for the elements of an array. */
export const elements = [
  row<{ id: number; tag: string | null }>()(nested.select((o) => [o.id, explode(o.tags).as('tag')])),
  row<{ id: number; pos: number; col: string | null }>()(nested.select((o) => [o.id, ...posexplode(o.tags)])),
  row<{ pos: number | null; col: string | null }>()(nested.select(...posexplodeOuter(nested.tags))),
  row<{ id: number; x: unknown }>()(nested.select('id').withColumn('x', explode(nested.doc))),
]

/** What is made of maps, structs and JSON. */
export const documents = [
  row<{ id: number; x: ReadonlyMap<string, number | null> }>()(
    frame.withColumn('x', createMap('a', orders.total, 'b', orders.discount)),
  ),
  row<{ id: number; x: readonly string[] }>()(frame.withColumn('x', mapKeys(nested.rates))),
  row<{ id: number; x: readonly (number | null)[] }>()(frame.withColumn('x', mapValues(nested.rates))),
  row<{ id: number; x: boolean }>()(frame.withColumn('x', mapContainsKey(nested.rates, 'low'))),
  row<{ id: number; x: ReadonlyMap<string, string | null> | null }>()(
    frame.withColumn('x', strToMap(customers.country)),
  ),
  row<{ id: number; x: { readonly id: number; readonly discount: number | null } }>()(
    frame.withColumn('x', struct(orders.id, orders.discount)),
  ),
  row<{ id: number; x: string }>()(frame.withColumn('x', toJson(struct(orders.id)))),
  row<{ id: number; x: string | null }>()(frame.withColumn('x', getJsonObject(customers.name, '$.a'))),
  row<{ id: number; x: readonly (number | null)[] | null }>()(
    frame.withColumn('x', fromJson(customers.name, 'array<int>')),
  ),
  row<{ id: number; c0: string | null; second: string | null }>()(
    orders.select((o) => {
      const [first, second] = jsonTuple(o.channel, 'a', 'b')
      return [o.id, first, second.as('second')]
    }),
  ),
  row<{ id: number; key: string; value: number | null }>()(nested.select((o) => [o.id, explode(o.rates)])),
  row<{ pos: number | null; key: string | null; value: number | null }>()(
    nested.select((o) => [...posexplodeOuter(o.rates)]),
  ),
  row<{ id: number; x: string }>()(frame.withColumn('x', typeOf(orders.total))),
]
