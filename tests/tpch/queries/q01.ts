import { avg, count, dateSub, lit, sum } from '../../../src/index.ts'
import type { Tables } from '../tables.ts'

/** Pricing summary report: what was billed, shipped and returned up to 90 days before the end of the data. */
export const q01 = ({ lineitem }: Tables) =>
  lineitem
    .filter((l) => l.l_shipdate.lte(dateSub(lit('1998-12-01', 'date'), 90)))
    .groupBy('l_returnflag', 'l_linestatus')
    .agg((l) => {
      const discounted = l.l_extendedprice.times(lit(1).minus(l.l_discount))
      return {
        sum_qty: sum(l.l_quantity),
        sum_base_price: sum(l.l_extendedprice),
        sum_disc_price: sum(discounted),
        sum_charge: sum(discounted.times(lit(1).plus(l.l_tax))),
        avg_qty: avg(l.l_quantity),
        avg_price: avg(l.l_extendedprice),
        avg_disc: avg(l.l_discount),
        count_order: count(),
      }
    })
    .orderBy('l_returnflag', 'l_linestatus')
