/** The shop of the dbt tutorials as a graph of columns: three seeds, three models that bring them into shape, two that people ask for. */
import { coalesce, count, max, min, schema, sum } from '../../src/index.ts'
import { type LineageGraph, type LineageInput, lineageGraph } from '../../src/lineage/graph.ts'
import { offline, planOf } from '../compiler/support.ts'

const METHODS = ['credit_card', 'coupon', 'bank_transfer', 'gift_card'] as const
const session = offline.sqlite

const rawCustomers = session.table('raw_customers', schema({ id: 'long', first_name: 'string', last_name: 'string' }))
const rawOrders = session.table('raw_orders', schema({ id: 'long', user_id: 'long', order_date: 'date', status: 'string' })) // biome-ignore format: a line each
const rawPayments = session.table('raw_payments', schema({ id: 'long', order_id: 'long', payment_method: 'string', amount: 'long' })) // biome-ignore format: a line each
const stgCustomers = session.table('stg_customers', schema({ customer_id: 'long', first_name: 'string', last_name: 'string' })) // biome-ignore format: a line each
const stgOrders = session.table('stg_orders', schema({ order_id: 'long', customer_id: 'long', order_date: 'date', status: 'string' })) // biome-ignore format: a line each
const stgPayments = session.table('stg_payments', schema({ payment_id: 'long', order_id: 'long', payment_method: 'string', amount: 'double' })) // biome-ignore format: a line each

const perCustomer = stgOrders.groupBy('customer_id').agg((o) => ({
  first_order: min(o.order_date),
  most_recent_order: max(o.order_date),
  number_of_orders: count(),
}))
const paid = stgPayments
  .join(stgOrders, 'order_id')
  .groupBy('customer_id')
  .agg((p) => ({ customer_lifetime_value: sum(p.amount) }))
const byMethod = stgPayments
  .groupBy('order_id')
  .pivot('payment_method', METHODS)
  .agg((p) => ({ amount: sum(p.amount) }))
const totals = stgPayments.groupBy('order_id').agg((p) => ({ amount: sum(p.amount) }))

/** Every model of the shop as a frame. */
export const MODELS = {
  stg_customers: rawCustomers.rename({ id: 'customer_id' }),
  stg_orders: rawOrders.rename({ id: 'order_id', user_id: 'customer_id' }),
  stg_payments: rawPayments.rename({ id: 'payment_id' }).withColumn('amount', (p) => p.amount.div(100)),
  customers: stgCustomers.join(perCustomer, 'customer_id', 'left').join(paid, 'customer_id', 'left'),
  orders: stgOrders
    .join(byMethod, 'order_id', 'left')
    .join(totals, 'order_id', 'left')
    .withColumns((o) => ({
      credit_card_amount: coalesce(o.credit_card_amount, 0),
      coupon_amount: coalesce(o.coupon_amount, 0),
      bank_transfer_amount: coalesce(o.bank_transfer_amount, 0),
      gift_card_amount: coalesce(o.gift_card_amount, 0),
    })),
}

/** A node of a graph: a model in a file `shop`. */
export const input = (name: string, frame: unknown): LineageInput => ({
  name: `shop.${name}`,
  shortName: name,
  relation: { schema: undefined, name },
  plan: planOf(frame),
  columns: undefined,
})

export const shop = (): LineageGraph =>
  lineageGraph([
    { name: 'seeds.raw_customers', shortName: 'raw_customers', relation: { schema: undefined, name: 'raw_customers' }, plan: undefined, columns: ['id', 'first_name', 'last_name'] }, // biome-ignore format: a line each
    ...Object.entries(MODELS).map(([name, frame]) => input(name, frame)),
  ])
