/** The shop of the dbt tutorials: three files, three tables brought into shape, two that people ask for. */
import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { coalesce, count, max, min, type Schema, type Session, schema, sum, Task, when } from 'millrace'

/** Files hold text; the cast to the column's type is the database's. */
const RawCustomers = schema({ id: 'string', first_name: 'string', last_name: 'string' })
const RawOrders = schema({ id: 'string', user_id: 'string', order_date: 'string', status: 'string' })
const RawPayments = schema({ id: 'string', order_id: 'string', payment_method: 'string', amount: 'string' })

const Customers = schema({ customer_id: 'long', first_name: 'string', last_name: 'string' })
const Orders = schema({ order_id: 'long', customer_id: 'long', order_date: 'date', status: 'string' })
const Payments = schema({ payment_id: 'long', order_id: 'long', payment_method: 'string', amount: 'double?' })

async function seed<R extends object>(session: Session, file: string, columns: Schema<R>) {
  const rows = parse<R>(await readFile(`seeds/${file}`, 'utf8'), { columns: true })
  return session.createDataFrame(rows, columns)
}

export const stgCustomers = Task(async ({ session }) => {
  const raw = await seed(session, 'raw_customers.csv', RawCustomers)
  await raw
    .select((c) => [c.id.cast('long').as('customer_id'), c.first_name, c.last_name])
    .write('stg_customers', { mode: 'overwrite' })
})

export const stgOrders = Task(async ({ session }) => {
  const raw = await seed(session, 'raw_orders.csv', RawOrders)
  await raw
    .select((o) => [
      o.id.cast('long').as('order_id'),
      o.user_id.cast('long').as('customer_id'),
      o.order_date.cast('date').as('order_date'),
      o.status,
    ])
    .write('stg_orders', { mode: 'overwrite' })
})

export const stgPayments = Task(async ({ session }) => {
  const raw = await seed(session, 'raw_payments.csv', RawPayments)
  await raw
    .select((p) => [
      p.id.cast('long').as('payment_id'),
      p.order_id.cast('long').as('order_id'),
      p.payment_method,
      p.amount.cast('long').div(100).as('amount'),
    ])
    .write('stg_payments', { mode: 'overwrite' })
})

export const customers = Task({ dependsOn: [stgCustomers, stgOrders, stgPayments] }, async ({ session }) => {
  const ordered = session.table('stg_orders', Orders)
  const perCustomer = ordered.groupBy('customer_id').agg((o) => ({
    first_order: min(o.order_date),
    most_recent_order: max(o.order_date),
    number_of_orders: count(),
  }))
  const paid = session
    .table('stg_payments', Payments)
    .join(ordered, 'order_id')
    .groupBy('customer_id')
    .agg((p) => ({ customer_lifetime_value: sum(p.amount) }))
  await session
    .table('stg_customers', Customers)
    .join(perCustomer, 'customer_id', 'left')
    .join(paid, 'customer_id', 'left')
    .write('customers', { mode: 'overwrite', indexes: ['customer_id'] })
})

export const orders = Task({ dependsOn: [stgOrders, stgPayments] }, async ({ session }) => {
  const totals = session
    .table('stg_payments', Payments)
    .groupBy('order_id')
    .agg((p) => ({
      credit_card_amount: sum(when(p.payment_method.eq('credit_card'), p.amount)),
      coupon_amount: sum(when(p.payment_method.eq('coupon'), p.amount)),
      bank_transfer_amount: sum(when(p.payment_method.eq('bank_transfer'), p.amount)),
      gift_card_amount: sum(when(p.payment_method.eq('gift_card'), p.amount)),
      amount: sum(p.amount),
    }))
  await session
    .table('stg_orders', Orders)
    .join(totals, 'order_id', 'left')
    .withColumns((o) => ({
      credit_card_amount: coalesce(o.credit_card_amount, 0),
      coupon_amount: coalesce(o.coupon_amount, 0),
      bank_transfer_amount: coalesce(o.bank_transfer_amount, 0),
      gift_card_amount: coalesce(o.gift_card_amount, 0),
    }))
    .write('orders', { mode: 'overwrite', indexes: ['order_id'] })
})
