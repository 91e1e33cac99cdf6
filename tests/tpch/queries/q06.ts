import { addMonths, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Forecasting revenue change: what a year without small discounts would have brought. */
export const q06 = ({ lineitem }: Tables) => {
  const start = lit('1994-01-01', 'date')
  return lineitem
    .filter(
      (l) => l.l_shipdate.gte(start),
      (l) => l.l_shipdate.lt(addMonths(start, 12)),
    )
    .filter(
      (l) => l.l_discount.between('0.05', '0.07'),
      (l) => l.l_quantity.lt(24),
    )
    .agg((l) => ({ revenue: sum(l.l_extendedprice.times(l.l_discount)) }))
}
