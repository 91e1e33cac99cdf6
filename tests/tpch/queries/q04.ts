import { addMonths, count, lit } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Order priority checking: orders of a quarter with a line that came later than promised. */
export const q04 = ({ orders, lineitem }: Tables) => {
  const start = lit('1993-07-01', 'date')
  const late = lineitem.filter((l) => l.l_commitdate.lt(l.l_receiptdate))
  return orders
    .filter(
      (o) => o.o_orderdate.gte(start),
      (o) => o.o_orderdate.lt(addMonths(start, 3)),
    )
    .join(late, (o, l) => o.o_orderkey.eq(l.l_orderkey), 'semi')
    .groupBy('o_orderpriority')
    .agg({ order_count: count() })
    .orderBy('o_orderpriority')
}
