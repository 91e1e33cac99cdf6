import { avg, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Small-quantity-order revenue: what a year would lose without orders of a fifth of the usual quantity. */
export const q17 = ({ lineitem, part }: Tables) => {
  const usual = lineitem.groupBy('l_partkey').agg((l) => ({ usual_quantity: avg(l.l_quantity) }))
  return part
    .filter(
      (p) => p.p_brand.eq('Brand#23'),
      (p) => p.p_container.eq('MED BOX'),
    )
    .join(lineitem, (p, l) => p.p_partkey.eq(l.l_partkey))
    .join(usual, (p, u) => p.p_partkey.eq(u.l_partkey))
    .filter((l) => l.l_quantity.lt(l.usual_quantity.times(lit('0.2', 'decimal(1,1)'))))
    .agg((l) => ({ avg_yearly: sum(l.l_extendedprice).div(7) }))
}
