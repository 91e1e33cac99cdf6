import { and, lit, or, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Discounted revenue: parts of three brands, packed in their usual containers, delivered in person by air. */
export const q19 = ({ lineitem, part }: Tables) =>
  lineitem
    .join(part, (l, p) => l.l_partkey.eq(p.p_partkey))
    .filter(
      (l) => l.l_shipmode.isin(['AIR', 'AIR REG']),
      (l) => l.l_shipinstruct.eq('DELIVER IN PERSON'),
      (l) =>
        or(
          and(
            l.p_brand.eq('Brand#12'),
            l.p_container.isin(['SM CASE', 'SM BOX', 'SM PACK', 'SM PKG']),
            l.l_quantity.between(1, 11),
            l.p_size.between(1, 5),
          ),
          and(
            l.p_brand.eq('Brand#23'),
            l.p_container.isin(['MED BAG', 'MED BOX', 'MED PKG', 'MED PACK']),
            l.l_quantity.between(10, 20),
            l.p_size.between(1, 10),
          ),
          and(
            l.p_brand.eq('Brand#34'),
            l.p_container.isin(['LG CASE', 'LG BOX', 'LG PACK', 'LG PKG']),
            l.l_quantity.between(20, 30),
            l.p_size.between(1, 15),
          ),
        ),
    )
    .agg((l) => ({ revenue: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount))) }))
