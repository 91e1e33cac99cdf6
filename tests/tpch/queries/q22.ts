import { avg, count, substring, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Global sales opportunity: well-off customers of some countries who have not ordered anything yet. */
export const q22 = ({ customer, orders }: Tables) => {
  const called = customer
    .withColumn('cntrycode', (c) => substring(c.c_phone, 1, 2))
    .filter((c) => c.cntrycode.isin(['13', '31', '23', '29', '30', '18', '17']))
  const average = called.filter((c) => c.c_acctbal.gt(0)).agg((c) => ({ average: avg(c.c_acctbal) }))
  return called
    .crossJoin(average)
    .filter((c) => c.c_acctbal.gt(c.average))
    .join(orders, (c, o) => c.c_custkey.eq(o.o_custkey), 'anti')
    .groupBy('cntrycode')
    .agg((c) => ({ numcust: count(), totacctbal: sum(c.c_acctbal) }))
    .orderBy('cntrycode')
}
