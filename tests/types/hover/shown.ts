/**
 * What an editor shows of a program. Below a line, `^?` points at what the mouse is over, and says what it shows; `^|` at
 * where something is written, and says what is offered. What `^7` says is how TypeScript 7 shows it, where that differs:
 * columns that only a program names stand in the order in which it first does, and for TypeScript 7 in that of the alphabet.
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
//           ^7 const described: DataFrame<{ day: SqlDate | null; id: number; price: Decimal; }>

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
//           ^? const counted: DataFrame<{ status: string; total: Decimal | null; n: number; }>
//           ^7 const counted: DataFrame<{ status: string; n: number; total: Decimal | null; }>
export const net = orders.drop('paid', 'items', 'day').withColumn('net', (o) => o.amount.minus(o.discount))
//           ^? const net: DataFrame<{ id: number; customer_id: number; status: string; amount: Decimal; discount: number | null; placed_at: Date; net: number | Decimal | null; }>
net.filter((o) => o.amount.gt(o.net))
//                  ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.
export const named = net.join(customers.drop('id'), (o) => o.id.gt(0), 'left').select('country', 'net', 'amount')
//           ^? const named: DataFrame<{ country: string | null; net: number | Decimal | null; amount: Decimal; }>
//           ^7 const named: DataFrame<{ amount: Decimal; country: string | null; net: number | Decimal | null; }>
named.amount.gt(1)
//    ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.
export const renamed = named.rename({ country: 'land' }).fillna({ net: 0 })
//           ^? const renamed: DataFrame<{ net: number | Decimal; amount: Decimal; land: string | null; }>
//           ^7 const renamed: DataFrame<{ amount: Decimal; land: string | null; net: number | Decimal; }>
renamed.amount.gt(1)
//      ^? (property) amount: NamedColumn<"amount", Decimal> — Gross, in euros.
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
