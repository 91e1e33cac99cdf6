/** The shop of the dbt tutorials as a graph of columns: three seeds, three models that bring them into shape, two that people ask for. */
import { coalesce, count, max, min, type Session, schema, sum } from '../../src/index.ts'
import { type LineageGraph, type LineageInput, lineageGraph } from '../../src/lineage/graph.ts'
import { offline, planOf } from '../compiler/support.ts'

const METHODS = ['credit_card', 'coupon', 'bank_transfer', 'gift_card'] as const
/** The seeds' columns. */
export const RAW = {
  raw_customers: schema({ id: 'long', first_name: 'string', last_name: 'string' }),
  raw_orders: schema({ id: 'long', user_id: 'long', order_date: 'date', status: 'string' }),
  raw_payments: schema({ id: 'long', order_id: 'long', payment_method: 'string', amount: 'long' }),
}
const Customers = schema({ customer_id: 'long', first_name: 'string', last_name: 'string' })
const Orders = schema({ order_id: 'long', customer_id: 'long', order_date: 'date', status: 'string' })
const Payments = schema({ payment_id: 'long', order_id: 'long', payment_method: 'string', amount: 'double?' })

/** Every model of the shop as a frame, each after those that it reads. */
export function modelsOf(session: Session) {
  const [orders, payments] = [session.table('stg_orders', Orders), session.table('stg_payments', Payments)]
  const perCustomer = orders.groupBy('customer_id').agg((o) => ({
    first_order: min(o.order_date),
    most_recent_order: max(o.order_date),
    number_of_orders: count(),
  }))
  const paid = payments
    .join(orders, 'order_id')
    .groupBy('customer_id')
    .agg((p) => ({ customer_lifetime_value: sum(p.amount) }))
  const byMethod = payments
    .groupBy('order_id')
    .pivot('payment_method', METHODS)
    .agg((p) => ({ amount: sum(p.amount) }))
  const totals = payments.groupBy('order_id').agg((p) => ({ amount: sum(p.amount) }))
  return {
    stg_customers: session.table('raw_customers', RAW.raw_customers).rename({ id: 'customer_id' }),
    stg_orders: session.table('raw_orders', RAW.raw_orders).rename({ id: 'order_id', user_id: 'customer_id' }),
    stg_payments: session
      .table('raw_payments', RAW.raw_payments)
      .rename({ id: 'payment_id' })
      .withColumn('amount', (p) => p.amount.div(100)),
    customers: session
      .table('stg_customers', Customers)
      .join(perCustomer, 'customer_id', 'left')
      .join(paid, 'customer_id', 'left'),
    orders: orders
      .join(byMethod, 'order_id', 'left')
      .join(totals, 'order_id', 'left')
      .withColumns((o) => ({
        credit_card_amount: coalesce(o.credit_card_amount, 0),
        coupon_amount: coalesce(o.coupon_amount, 0),
        bank_transfer_amount: coalesce(o.bank_transfer_amount, 0),
        gift_card_amount: coalesce(o.gift_card_amount, 0),
      })),
  }
}

/** The models, for those who only read them. */
export const MODELS = modelsOf(offline.sqlite)

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
    {
      name: 'seeds.raw_customers',
      shortName: 'raw_customers',
      relation: { schema: undefined, name: 'raw_customers' },
      plan: undefined,
      columns: ['id', 'first_name', 'last_name'],
    },
    ...Object.entries(MODELS).map(([name, frame]) => input(name, frame)),
  ])
