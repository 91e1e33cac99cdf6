import { sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Large volume customer: the hundred most expensive orders of more than 300 pieces. */
export const q18 = ({ customer, orders, lineitem }: Tables) => {
  const large = lineitem
    .groupBy('l_orderkey')
    .agg((l) => ({ quantity: sum(l.l_quantity) }))
    .filter((l) => l.quantity.gt(300))
  return orders
    .join(large, (o, l) => o.o_orderkey.eq(l.l_orderkey))
    .join(customer, (o, c) => o.o_custkey.eq(c.c_custkey))
    .select('c_name', 'c_custkey', 'o_orderkey', 'o_orderdate', 'o_totalprice', 'quantity')
    .orderBy((o) => [o.o_totalprice.desc(), o.o_orderdate])
    .limit(100)
}
