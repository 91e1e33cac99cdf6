/** The raw tables of the shop, and each of them brought into shape. */
import { Model, ref, schema, seed } from 'millrace'

const rawCustomers = seed('seeds/raw_customers.csv', schema({ id: 'long', first_name: 'string', last_name: 'string' }))
const rawOrders = seed(
  'seeds/raw_orders.csv',
  schema({ id: 'long', user_id: 'long', order_date: 'date', status: 'string' }),
)
const rawPayments = seed(
  'seeds/raw_payments.csv',
  schema({ id: 'long', order_id: 'long', payment_method: 'string', amount: 'long' }),
)

export const STATUSES = ['placed', 'shipped', 'completed', 'return_pending', 'returned'] as const
export const METHODS = ['credit_card', 'coupon', 'bank_transfer', 'gift_card'] as const

export const stgCustomers = Model({ materialized: 'view', tests: { customer_id: ['unique', 'notNull'] } }, () =>
  ref(rawCustomers).rename({ id: 'customer_id' }),
)

export const stgOrders = Model(
  { materialized: 'view', tests: { order_id: ['unique', 'notNull'], status: [{ acceptedValues: STATUSES }] } },
  () => ref(rawOrders).rename({ id: 'order_id', user_id: 'customer_id' }),
)

export const stgPayments = Model(
  {
    materialized: 'view',
    tests: { payment_id: ['unique', 'notNull'], payment_method: [{ acceptedValues: METHODS }] },
  },
  () =>
    ref(rawPayments)
      .rename({ id: 'payment_id' })
      // The files count cents.
      .withColumn('amount', (p) => p.amount.div(100)),
)
