/** A feature pipeline: three tables, a self-join, windows. Compiling is the test. */
import {
  and, arrayAppend, arrayContains, arrayJoin, arraySort, avg, coalesce, count, datediff, dateTrunc, elementAt, lag, max, or, rowNumber, type SqlDate, schema, sequence, size, stack, sum, Window, when,
} from '../../src/index.ts' // biome-ignore format: one import
import { row } from './equal.ts'
import { nested, session } from './tables.ts'

const Orders = schema({
  id: 'long', customer_id: 'long', channel: 'string', total: 'double', discount: 'double?', placed_at: 'timestamp',
}) // biome-ignore format: one glance
const Customers = schema({ id: 'long', name: 'string', country: 'string?', referrer_id: 'long?' })
const Items = schema({ id: 'long', order_id: 'long', sku: 'string', qty: 'int' })
const orders = session.table('shop.orders', Orders)
const customers = session.table('shop.customers', Customers)
const items = session.table('shop.items', Items)

export const orderLines = orders
  .withColumn('net', (o) => o.total.minus(coalesce(o.discount, 0)))
  .filter(
    (o) => o.net.gt(0),
    (o) => or(o.channel.isin(['web', 'app']), and(o.channel.eq('store'), o.net.gte(50))),
  )
  .join(customers, (o, c) => o.customer_id.eq(c.id), { how: 'left', suffix: '_customer' })
  .join(items, (o, i) => o.id.eq(i.order_id), { suffix: '_item' })

const perOrder = orderLines.select('id', 'customer_id', 'country', 'net', 'placed_at').distinct()
const windowed = perOrder.withColumns((o) => {
  const byTime = Window.partitionBy(o.customer_id).orderBy(o.placed_at)
  return {
    nth: rowNumber().over(byTime),
    previous: lag(o.placed_at).over(byTime),
    rolling_avg: avg(o.net).over(byTime.rowsBetween(-6, Window.currentRow)),
  }
})
export const features = row<{
  customer_id: number
  country: string | null
  orders: number
  revenue: number | null
  longest_gap: number | null
  last_avg: number | null
  segment: string
}>()(
  windowed
    .withColumn('gap_days', (o) => datediff(o.placed_at, o.previous))
    .groupBy('customer_id', 'country')
    .agg((o) => ({ orders: count(), revenue: sum(o.net), longest_gap: max(o.gap_days), last_avg: max(o.rolling_avg) }))
    .withColumn('segment', (c) => when(c.orders.gte(10), 'power').when(c.orders.gte(5), 'active').otherwise('casual')),
)

export const referrals = row<{ id: number; name: string; name_referrer: string | null }>()(
  customers
    .join(customers, (c, r) => c.referrer_id.eq(r.id), { how: 'left', suffix: '_referrer' })
    .select('id', 'name', 'name_referrer'),
)

export const monthly = row<{ month: Date; net: number | null; day: SqlDate | null }>()(
  orderLines
    .groupBy((o) => [dateTrunc('month', o.placed_at).as('month')])
    .agg((o) => ({ net: sum(o.net), day: max(o.placed_at.cast('date')) }))
    .orderBy((m) => [m.month.desc(), m.net.desc()]),
)

export const stacked = row<{ id: number; what: string | null; amount: number | null }>()(
  orders.select((o) => {
    const [what, amount] = stack(2, 'total', o.total, 'discount', o.discount)
    return [o.id, what.as('what'), amount.as('amount')]
  }),
)

export const listed = row<{
  sorted: readonly (string | null)[]
  more: readonly (string | null)[]
  n: number
  first: string | null
  has: boolean | null
  joined: string
  rate: number | null
  ids: readonly number[]
}>()(
  nested.select((o) => [
    arraySort(o.tags).as('sorted'),
    arrayAppend(o.tags, 'seen').as('more'),
    size(o.tags).as('n'),
    elementAt(o.tags, 1).as('first'),
    arrayContains(o.tags, 'gift').as('has'),
    arrayJoin(o.tags, ', ').as('joined'),
    elementAt(o.rates, 'low').as('rate'),
    sequence(o.id, o.id.plus(3)).as('ids'),
  ]),
)
