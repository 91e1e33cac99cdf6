import { addMonths, and, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Local supplier volume: revenue by nations of Asia from suppliers in the customer's own nation. */
export const q05 = ({ customer, orders, lineitem, supplier, nation, region }: Tables) => {
  const start = lit('1994-01-01', 'date')
  return customer
    .join(orders, (c, o) => c.c_custkey.eq(o.o_custkey))
    .filter(
      (o) => o.o_orderdate.gte(start),
      (o) => o.o_orderdate.lt(addMonths(start, 12)),
    )
    .join(lineitem, (o, l) => o.o_orderkey.eq(l.l_orderkey))
    .join(supplier, (l, s) => and(l.l_suppkey.eq(s.s_suppkey), l.c_nationkey.eq(s.s_nationkey)))
    .join(nation, (s, n) => s.s_nationkey.eq(n.n_nationkey))
    .join(
      region.filter((r) => r.r_name.eq('ASIA')),
      (n, r) => n.n_regionkey.eq(r.r_regionkey),
    )
    .groupBy('n_name')
    .agg((l) => ({ revenue: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount))) }))
    .orderBy((n) => n.revenue.desc())
}
