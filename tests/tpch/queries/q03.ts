import { lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Shipping priority: the ten unshipped orders of the highest revenue. */
export const q03 = ({ customer, orders, lineitem }: Tables) =>
  customer
    .filter((c) => c.c_mktsegment.eq('BUILDING'))
    .join(orders, (c, o) => c.c_custkey.eq(o.o_custkey))
    .join(lineitem, (o, l) => o.o_orderkey.eq(l.l_orderkey))
    .filter(
      (o) => o.o_orderdate.lt('1995-03-15'),
      (o) => o.l_shipdate.gt('1995-03-15'),
    )
    .groupBy('l_orderkey', 'o_orderdate', 'o_shippriority')
    .agg((o) => ({ revenue: sum(o.l_extendedprice.times(lit(1).minus(o.l_discount))) }))
    .select('l_orderkey', 'revenue', 'o_orderdate', 'o_shippriority')
    .orderBy((o) => [o.revenue.desc(), o.o_orderdate])
    .limit(10)
