import { addMonths, lit, sum, when } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Promotion effect: the share of promoted parts in a month's revenue, in per cent. */
export const q14 = ({ lineitem, part }: Tables) => {
  const start = lit('1995-09-01', 'date')
  return lineitem
    .filter(
      (l) => l.l_shipdate.gte(start),
      (l) => l.l_shipdate.lt(addMonths(start, 1)),
    )
    .join(part, (l, p) => l.l_partkey.eq(p.p_partkey))
    .agg((l) => {
      const revenue = l.l_extendedprice.times(lit(1).minus(l.l_discount))
      const promoted = when(l.p_type.like('PROMO%'), revenue).otherwise(0)
      return { promo_revenue: sum(promoted).times(100).div(sum(revenue)) }
    })
}
