import { and, lit, sum, year } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Product type profit measure: what green parts earned, by nation and year. */
export const q09 = ({ part, supplier, lineitem, partsupp, orders, nation }: Tables) =>
  part
    .filter((p) => p.p_name.like('%green%'))
    .join(lineitem, (p, l) => p.p_partkey.eq(l.l_partkey))
    .join(supplier, (l, s) => l.l_suppkey.eq(s.s_suppkey))
    .join(partsupp, (l, ps) => and(l.l_suppkey.eq(ps.ps_suppkey), l.l_partkey.eq(ps.ps_partkey)))
    .join(orders, (l, o) => l.l_orderkey.eq(o.o_orderkey))
    .join(nation, (s, n) => s.s_nationkey.eq(n.n_nationkey))
    .groupBy((l) => [l.n_name.as('nation'), year(l.o_orderdate).as('o_year')])
    .agg((l) => ({
      sum_profit: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount)).minus(l.ps_supplycost.times(l.l_quantity))),
    }))
    .orderBy((p) => [p.nation, p.o_year.desc()])
