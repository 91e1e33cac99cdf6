import { addMonths, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Returned item reporting: the twenty customers who sent back the most in a quarter. */
export const q10 = ({ customer, orders, lineitem, nation }: Tables) => {
  const start = lit('1993-10-01', 'date')
  return customer
    .join(orders, (c, o) => c.c_custkey.eq(o.o_custkey))
    .filter(
      (o) => o.o_orderdate.gte(start),
      (o) => o.o_orderdate.lt(addMonths(start, 3)),
    )
    .join(lineitem, (o, l) => o.o_orderkey.eq(l.l_orderkey))
    .filter((l) => l.l_returnflag.eq('R'))
    .join(nation, (c, n) => c.c_nationkey.eq(n.n_nationkey))
    .groupBy('c_custkey', 'c_name', 'c_acctbal', 'c_phone', 'n_name', 'c_address', 'c_comment')
    .agg((l) => ({ revenue: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount))) }))
    .select('c_custkey', 'c_name', 'revenue', 'c_acctbal', 'n_name', 'c_address', 'c_phone', 'c_comment')
    .orderBy((c) => c.revenue.desc())
    .limit(20)
}
