import { count, not } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Customer distribution: how many customers have how many orders, special requests left out. */
export const q13 = ({ customer, orders }: Tables) => {
  const ordinary = orders.filter((o) => not(o.o_comment.like('%special%requests%')))
  return customer
    .join(ordinary, (c, o) => c.c_custkey.eq(o.o_custkey), 'left')
    .groupBy('c_custkey')
    .agg((o) => ({ c_count: count(o.o_orderkey) }))
    .groupBy('c_count')
    .agg({ custdist: count() })
    .orderBy((c) => [c.custdist.desc(), c.c_count.desc()])
}
