/** The shop of the dbt tutorials as models: what the tests here run without a warehouse. */
import { coalesce, count, Model, max, min, ref, schema, seed, sum } from '../../src/index.ts'

const METHODS = ['credit_card', 'coupon', 'bank_transfer', 'gift_card'] as const

export const rawCustomers = seed(
  'seeds/raw_customers.csv',
  schema({ id: 'long', first_name: 'string', last_name: 'string' }),
)
export const rawOrders = seed(
  'seeds/raw_orders.csv',
  schema({ id: 'long', user_id: 'long', order_date: 'date', status: 'string' }),
)
export const rawPayments = seed(
  'seeds/raw_payments.csv',
  schema({ id: 'long', order_id: 'long', payment_method: 'string', amount: 'long' }),
)

export const stgCustomers = Model({ name: 'stg_customers', materialized: 'view' }, () =>
  ref(rawCustomers).rename({ id: 'customer_id' }),
)
export const stgOrders = Model({ name: 'stg_orders', materialized: 'view' }, () =>
  ref(rawOrders).rename({ id: 'order_id', user_id: 'customer_id' }),
)
export const stgPayments = Model({ name: 'stg_payments', materialized: 'view' }, () =>
  ref(rawPayments)
    .rename({ id: 'payment_id' })
    .withColumn('amount', (p) => p.amount.div(100)),
)

export const customers = Model(() => {
  const perOrder = ref(stgOrders)
    .groupBy('customer_id')
    .agg((o) => ({
      first_order: min(o.order_date),
      most_recent_order: max(o.order_date),
      number_of_orders: count(),
    }))
  const paid = ref(stgPayments)
    .join(ref(stgOrders), 'order_id')
    .groupBy('customer_id')
    .agg((p) => ({ customer_lifetime_value: sum(p.amount) }))
  return ref(stgCustomers).join(perOrder, 'customer_id', 'left').join(paid, 'customer_id', 'left')
})

export const orders = Model(() => {
  const byMethod = ref(stgPayments)
    .groupBy('order_id')
    .pivot('payment_method', METHODS)
    .agg((p) => ({ amount: sum(p.amount) }))
  const totals = ref(stgPayments)
    .groupBy('order_id')
    .agg((p) => ({ amount: sum(p.amount) }))
  return ref(stgOrders)
    .join(byMethod, 'order_id', 'left')
    .join(totals, 'order_id', 'left')
    .withColumns((o) => ({
      credit_card_amount: coalesce(o.credit_card_amount, 0),
      coupon_amount: coalesce(o.coupon_amount, 0),
      bank_transfer_amount: coalesce(o.bank_transfer_amount, 0),
      gift_card_amount: coalesce(o.gift_card_amount, 0),
    }))
})
