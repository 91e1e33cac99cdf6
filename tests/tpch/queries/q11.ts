import { lit, sum, Window } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Important stock identification: the parts that make up more than a ten-thousandth of the stock in Germany. */
export const q11 = ({ partsupp, supplier, nation }: Tables) =>
  partsupp
    .join(supplier, (ps, s) => ps.ps_suppkey.eq(s.s_suppkey))
    .join(
      nation.filter((n) => n.n_name.eq('GERMANY')),
      (s, n) => s.s_nationkey.eq(n.n_nationkey),
    )
    .groupBy('ps_partkey')
    .agg((ps) => ({ value: sum(ps.ps_supplycost.times(ps.ps_availqty)) }))
    .withColumn('total', (ps) => sum(ps.value).over(Window.partitionBy()))
    .filter((ps) => ps.value.gt(ps.total.times(lit('0.0001', 'decimal(4,4)'))))
    .select('ps_partkey', 'value')
    .orderBy((ps) => ps.value.desc())
