import { lit, sum, when, year } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** National market share: Brazil's part of the American market for one kind of steel, by year. */
export const q08 = ({ part, supplier, lineitem, orders, customer, nation, region }: Tables) => {
  const american = nation.join(
    region.filter((r) => r.r_name.eq('AMERICA')),
    (n, r) => n.n_regionkey.eq(r.r_regionkey),
  )
  const buyers = customer.join(american, (c, n) => c.c_nationkey.eq(n.n_nationkey)).select('c_custkey')
  const sellers = supplier
    .join(nation, (s, n) => s.s_nationkey.eq(n.n_nationkey))
    .select((s) => [s.s_suppkey, s.n_name.as('nation')])
  return part
    .filter((p) => p.p_type.eq('ECONOMY ANODIZED STEEL'))
    .join(lineitem, (p, l) => p.p_partkey.eq(l.l_partkey))
    .join(sellers, (l, s) => l.l_suppkey.eq(s.s_suppkey))
    .join(orders, (l, o) => l.l_orderkey.eq(o.o_orderkey))
    .filter((o) => o.o_orderdate.between('1995-01-01', '1996-12-31'))
    .join(buyers, (o, c) => o.o_custkey.eq(c.c_custkey))
    .select((s) => [
      year(s.o_orderdate).as('o_year'),
      s.l_extendedprice.times(lit(1).minus(s.l_discount)).as('volume'),
      s.nation,
    ])
    .groupBy('o_year')
    .agg((s) => ({ mkt_share: sum(when(s.nation.eq('BRAZIL'), s.volume).otherwise(0)).div(sum(s.volume)) }))
    .orderBy('o_year')
}
