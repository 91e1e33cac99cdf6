import { and, lit, or, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Discounted revenue: parts of three brands, packed in their usual containers, delivered in person by air. */
export const q19 = ({ lineitem, part }: Tables) => {
  const packed = part.filter((p) => {
    const is = (brand: string, containers: string[], largest: number) =>
      and(p.p_brand.eq(brand), p.p_container.isin(containers), p.p_size.between(1, largest))
    return or(
      is('Brand#12', ['SM CASE', 'SM BOX', 'SM PACK', 'SM PKG'], 5),
      is('Brand#23', ['MED BAG', 'MED BOX', 'MED PKG', 'MED PACK'], 10),
      is('Brand#34', ['LG CASE', 'LG BOX', 'LG PACK', 'LG PKG'], 15),
    )
  })
  return lineitem
    .filter(
      (l) => l.l_shipmode.isin(['AIR', 'AIR REG']),
      (l) => l.l_shipinstruct.eq('DELIVER IN PERSON'),
    )
    .join(packed, (l, p) => l.l_partkey.eq(p.p_partkey))
    .filter((l) =>
      or(
        and(l.p_brand.eq('Brand#12'), l.l_quantity.between(1, 11)),
        and(l.p_brand.eq('Brand#23'), l.l_quantity.between(10, 20)),
        and(l.p_brand.eq('Brand#34'), l.l_quantity.between(20, 30)),
      ),
    )
    .agg((l) => ({ revenue: sum(l.l_extendedprice.times(lit(1).minus(l.l_discount))) }))
}
