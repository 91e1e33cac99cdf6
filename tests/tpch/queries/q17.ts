import { avg, lit, sum, Window } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Small-quantity-order revenue: what a year would lose without orders of a fifth of the usual quantity. */
export const q17 = ({ lineitem, part }: Tables) =>
  part
    .filter(
      (p) => p.p_brand.eq('Brand#23'),
      (p) => p.p_container.eq('MED BOX'),
    )
    .join(lineitem, (p, l) => p.p_partkey.eq(l.l_partkey))
    .withColumn('usual', (l) => avg(l.l_quantity).over(Window.partitionBy(l.p_partkey)))
    .filter((l) => l.l_quantity.lt(l.usual.times(lit('0.2', 'decimal(1,1)'))))
    .agg((l) => ({ avg_yearly: sum(l.l_extendedprice).div(7) }))
