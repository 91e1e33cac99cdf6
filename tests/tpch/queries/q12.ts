import { addMonths, countIf, lit, not } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Shipping modes and order priority: whether cheaper ways of shipping delay urgent orders. */
export const q12 = ({ orders, lineitem }: Tables) => {
  const start = lit('1994-01-01', 'date')
  return orders
    .join(lineitem, (o, l) => o.o_orderkey.eq(l.l_orderkey))
    .filter(
      (l) => l.l_shipmode.isin(['MAIL', 'SHIP']),
      (l) => l.l_commitdate.lt(l.l_receiptdate),
      (l) => l.l_shipdate.lt(l.l_commitdate),
      (l) => l.l_receiptdate.gte(start),
      (l) => l.l_receiptdate.lt(addMonths(start, 12)),
    )
    .groupBy('l_shipmode')
    .agg((l) => {
      const urgent = l.o_orderpriority.isin(['1-URGENT', '2-HIGH'])
      return { high_line_count: countIf(urgent), low_line_count: countIf(not(urgent)) }
    })
    .orderBy('l_shipmode')
}
