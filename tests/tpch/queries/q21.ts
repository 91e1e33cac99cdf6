import { and, count } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Suppliers who kept orders waiting: those in Saudi Arabia who alone of an order's suppliers were late. */
export const q21 = ({ supplier, lineitem, orders, nation }: Tables) => {
  const late = lineitem.filter((l) => l.l_receiptdate.gt(l.l_commitdate))
  return supplier
    .join(
      nation.filter((n) => n.n_name.eq('SAUDI ARABIA')),
      (s, n) => s.s_nationkey.eq(n.n_nationkey),
    )
    .join(late, (s, l) => s.s_suppkey.eq(l.l_suppkey))
    .join(
      orders.filter((o) => o.o_orderstatus.eq('F')),
      (l, o) => l.l_orderkey.eq(o.o_orderkey),
    )
    .join(lineitem, (l, other) => and(l.l_orderkey.eq(other.l_orderkey), l.l_suppkey.ne(other.l_suppkey)), 'semi')
    .join(late, (l, other) => and(l.l_orderkey.eq(other.l_orderkey), l.l_suppkey.ne(other.l_suppkey)), 'anti')
    .groupBy('s_name')
    .agg({ numwait: count() })
    .orderBy((s) => [s.numwait.desc(), s.s_name])
    .limit(100)
}
