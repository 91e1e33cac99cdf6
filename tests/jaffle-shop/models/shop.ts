/** The two tables that people ask for. */
import { coalesce, count, Model, max, min, ref, sum } from 'millrace'
import { METHODS, STATUSES, stgCustomers, stgOrders, stgPayments } from './staging.ts'

export const customers = Model({ indexes: ['customer_id'], tests: { customer_id: ['unique', 'notNull'] } }, () => {
  const ordered = ref(stgOrders)
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
  return ref(stgCustomers).join(ordered, 'customer_id', 'left').join(paid, 'customer_id', 'left')
})

export const orders = Model(
  {
    tests: {
      order_id: ['unique', 'notNull'],
      customer_id: ['notNull', { references: [customers, 'customer_id'] }],
      status: [{ acceptedValues: STATUSES }],
      amount: ['notNull'],
      credit_card_amount: ['notNull'],
      coupon_amount: ['notNull'],
      bank_transfer_amount: ['notNull'],
      gift_card_amount: ['notNull'],
    },
  },
  () => {
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
  },
)
