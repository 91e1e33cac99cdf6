import { countDistinct, not } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Parts/supplier relationship: how many suppliers without complaints offer parts of a kind. */
export const q16 = ({ partsupp, part, supplier }: Tables) => {
  const complaints = supplier.filter((s) => s.s_comment.like('%Customer%Complaints%'))
  return partsupp
    .join(part, (ps, p) => ps.ps_partkey.eq(p.p_partkey))
    .filter(
      (p) => p.p_brand.ne('Brand#45'),
      (p) => not(p.p_type.like('MEDIUM POLISHED%')),
      (p) => p.p_size.isin([49, 14, 23, 45, 19, 3, 36, 9]),
    )
    .join(complaints, (ps, s) => ps.ps_suppkey.eq(s.s_suppkey), 'anti')
    .groupBy('p_brand', 'p_type', 'p_size')
    .agg((p) => ({ supplier_cnt: countDistinct(p.ps_suppkey) }))
    .orderBy((p) => [p.supplier_cnt.desc(), p.p_brand, p.p_type, p.p_size])
}
