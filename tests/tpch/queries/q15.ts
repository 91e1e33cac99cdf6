import { addMonths, lit, max, sum, Window } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Top supplier: who brought the highest revenue of a quarter. */
export const q15 = ({ lineitem, supplier }: Tables) => {
  const start = lit('1996-01-01', 'date')
  const revenue = lineitem
    .filter(
      (l) => l.l_shipdate.gte(start),
      (l) => l.l_shipdate.lt(addMonths(start, 3)),
    )
    .groupBy('l_suppkey')
    .agg((l) => ({ total_revenue: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount))) }))
    .withColumn('highest', (r) => max(r.total_revenue).over(Window.partitionBy()))
    .filter((r) => r.total_revenue.eq(r.highest))
  return supplier
    .join(revenue, (s, r) => s.s_suppkey.eq(r.l_suppkey))
    .select('s_suppkey', 's_name', 's_address', 's_phone', 'total_revenue')
    .orderBy('s_suppkey')
}
