import { and, lit, or, sum, year } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Volume shipping: trade between France and Germany, by direction and year. */
export const q07 = ({ supplier, lineitem, orders, customer, nation }: Tables) => {
  const sellers = supplier
    .join(nation, (s, n) => s.s_nationkey.eq(n.n_nationkey))
    .select((s) => [s.s_suppkey, s.n_name.as('supp_nation')])
  const buyers = customer
    .join(nation, (c, n) => c.c_nationkey.eq(n.n_nationkey))
    .select((c) => [c.c_custkey, c.n_name.as('cust_nation')])
  return lineitem
    .filter((l) => l.l_shipdate.between('1995-01-01', '1996-12-31'))
    .join(sellers, (l, s) => l.l_suppkey.eq(s.s_suppkey))
    .join(orders, (l, o) => l.l_orderkey.eq(o.o_orderkey))
    .join(buyers, (o, c) => o.o_custkey.eq(c.c_custkey))
    .filter((t) =>
      or(
        and(t.supp_nation.eq('FRANCE'), t.cust_nation.eq('GERMANY')),
        and(t.supp_nation.eq('GERMANY'), t.cust_nation.eq('FRANCE')),
      ),
    )
    .groupBy((t) => [t.supp_nation, t.cust_nation, year(t.l_shipdate).as('l_year')])
    .agg((t) => ({ revenue: sum(t.l_extendedprice.times(lit(1).minus(t.l_discount))) }))
    .orderBy('supp_nation', 'cust_nation', 'l_year')
}
