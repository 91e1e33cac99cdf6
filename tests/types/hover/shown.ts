/**
 * What an editor shows of a program. Below a line, `^?` points at what the mouse is over, and says what it shows; `^|` at
 * where something is written, and says what is offered.
 */
import { count, Model, ref, type Session, schema, sum } from 'millrace'

declare const session: Session

export const orders = session.table('orders')
//           ^? const orders: DataFrame<Order>
export const customers = session.table('customers')
//           ^? const customers: DataFrame<Customer>
export const legacy = session.table<{ id: number; note: string | null }>('legacy.notes')
//           ^? const legacy: DataFrame<{ id: number; note: string | null; }>
export const unknown = session.untyped('whatever')
//           ^? const unknown: DataFrame<AnyRow>
export const described = session.table('x', schema({ id: 'long', day: 'date?', price: 'decimal(12,2)' }))
//           ^? const described: DataFrame<{ id: number; day: SqlDate | null; price: Decimal; }>

export const column = orders.amount
//           ^? const column: NamedColumn<"amount", Decimal>
orders.amount.gt(100)
//     ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.
orders.filter((o) => o.amount.gt(100))
//             ^? (parameter) o: ColumnsOf<Order>
orders.filter((o) => o.amount.gt(100))
//                     ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.
orders.join(customers, (o, c) => o.customer_id.eq(c.id))
//                         ^? (parameter) c: ColumnsOf<Customer>
orders.groupBy('status').agg((o) => ({ total: sum(o.amount) }))
//                                                  ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.

export const large = orders.filter((o) => o.amount.gt(100)).orderBy('day')
//           ^? const large: DataFrame<Order>
export const counted = orders.groupBy('status').agg((o) => ({ n: count(), total: sum(o.amount) }))
//           ^? const counted: DataFrame<{ status: string; n: number; total: Decimal | null; }>
export const condition = orders.discount.gt(orders.items)
//           ^? const condition: Column<boolean | null>
export const collected = customers.collect()
//           ^? const collected: Promise<{ id: number; name: string; country: string | null; }[]>

export const model = Model(() => ref(source).filter((o) => o.items.gt(1)))
//           ^? const model: ModelRef<Order>
export const source = Model(() => orders)
//           ^? const source: ModelRef<Order>

orders.filter((o) => o.paid)
//                     ^| amount, customer_id, day, discount, id, items, paid, placed_at, status
orders.orderBy('day')
//              ^| id, customer_id, status, amount, items, discount, paid, day, placed_at
orders.groupBy('status').sum('items')
//                            ^| id, customer_id, amount, items, discount
orders.drop('paid')
//           ^| id, customer_id, status, amount, items, discount, paid, day, placed_at
orders.rename({ paid: 'is_paid' })
//              ^| amount, customer_id, day, discount, id, items, paid, placed_at, status
orders.fillna({ discount: 0 })
//              ^| amount, customer_id, day, discount, id, items, paid, placed_at, status
orders.join(customers, 'id')
//                      ^| id
session.table('orders')
//             ^| orders, customers
