import { min, Window } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Minimum cost supplier: who in Europe sells a part of a kind at its lowest price. */
export const q02 = ({ part, partsupp, supplier, nation, region }: Tables) =>
  part
    .filter(
      (p) => p.p_size.eq(15),
      (p) => p.p_type.like('%BRASS'),
    )
    .join(partsupp, (p, ps) => p.p_partkey.eq(ps.ps_partkey))
    .join(supplier, (ps, s) => ps.ps_suppkey.eq(s.s_suppkey))
    .join(nation, (s, n) => s.s_nationkey.eq(n.n_nationkey))
    .join(
      region.filter((r) => r.r_name.eq('EUROPE')),
      (n, r) => n.n_regionkey.eq(r.r_regionkey),
    )
    .withColumn('lowest', (o) => min(o.ps_supplycost).over(Window.partitionBy(o.p_partkey)))
    .filter((o) => o.ps_supplycost.eq(o.lowest))
    .select('s_acctbal', 's_name', 'n_name', 'p_partkey', 'p_mfgr', 's_address', 's_phone', 's_comment')
    .orderBy((o) => [o.s_acctbal.desc(), o.n_name, o.s_name, o.p_partkey])
    .limit(100)
