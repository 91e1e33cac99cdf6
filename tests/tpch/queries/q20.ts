import { addMonths, and, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Potential part promotion: suppliers in Canada who hold more of the forest parts than half of what a year took. */
export const q20 = ({ supplier, nation, partsupp, part, lineitem }: Tables) => {
  const start = lit('1994-01-01', 'date')
  const shipped = lineitem.filter(
    (l) => l.l_shipdate.gte(start),
    (l) => l.l_shipdate.lt(addMonths(start, 12)),
  )
  const excess = part
    .filter((p) => p.p_name.like('forest%'))
    .join(partsupp, (p, ps) => p.p_partkey.eq(ps.ps_partkey))
    .join(shipped, (ps, l) => and(ps.ps_partkey.eq(l.l_partkey), ps.ps_suppkey.eq(l.l_suppkey)))
    .groupBy('ps_partkey', 'ps_suppkey', 'ps_availqty')
    .agg((l) => ({ quantity: sum(l.l_quantity) }))
    .filter((ps) => ps.ps_availqty.gt(ps.quantity.times(lit('0.5', 'decimal(1,1)'))))
  return supplier
    .join(
      nation.filter((n) => n.n_name.eq('CANADA')),
      (s, n) => s.s_nationkey.eq(n.n_nationkey),
    )
    .join(excess, (s, ps) => s.s_suppkey.eq(ps.ps_suppkey), 'semi')
    .select('s_name', 's_address')
    .orderBy('s_name')
}
