import {
  avg,
  count,
  cumeDist,
  denseRank,
  firstValue,
  lag,
  lastValue,
  lead,
  nthValue,
  ntile,
  percentRank,
  rank,
  rowNumber,
  sum,
  Window,
} from '../../../src/index.ts'
import type { Features } from '../tables.ts'

const { currentRow, unboundedPreceding, unboundedFollowing } = Window

export const windows: Features = {
  'window row number': ({ orders }) => orders.select('id', 'customer_id').withColumn('n', (o) => rowNumber().over(Window.partitionBy(o.customer_id).orderBy(o.id))),
  'window ranks': ({ orders }) =>
    orders.select((o) => {
      const w = Window.orderBy(o.total.desc())
      return [rank().over(w).as('r'), denseRank().over(w).as('d'), percentRank().over(w).as('p'), cumeDist().over(w).as('c'), ntile(4).over(w).as('n')]
    }),
  'window partition by text': ({ orders }) => orders.select((o) => [o.id, count().over(Window.partitionBy(o.status)).as('n')]),
  'window order by text': ({ orders }) => orders.select((o) => [o.id, rowNumber().over(Window.orderBy(o.status.desc(), o.id)).as('n')]),
  'window over all': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.partitionBy()).as('all')]),
  'window of the rows before': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rowsBetween(-6, currentRow)).as('week')]),
  'window of the rows around': ({ orders }) => orders.select((o) => [o.id, avg(o.total).over(Window.orderBy(o.id).rowsBetween(-1, 1)).as('smooth')]),
  'window of the rest': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rowsBetween(currentRow, unboundedFollowing)).as('rest')]),
  'window range': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rangeBetween(unboundedPreceding, currentRow)).as('so_far')]),
  'window range with a distance': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rangeBetween(-10, 10)).as('near')]),
  'window lag and lead': ({ orders }) =>
    orders.select((o) => {
      const w = Window.orderBy(o.id)
      return [lag(o.total).over(w).as('before'), lead(o.total, 2).over(w).as('after'), lag(o.id, 1, 0).over(w).as('id_before')]
    }),
  'window first and last': ({ orders }) =>
    orders.select((o) => {
      const w = Window.orderBy(o.id)
      return [firstValue(o.total).over(w).as('first'), lastValue(o.total).over(w).as('last')]
    }),
  'window first known': ({ orders }) => orders.select((o) => [firstValue(o.total, true).over(Window.orderBy(o.id)).as('known')]),
  'window nth value': ({ orders }) => orders.select((o) => [nthValue(o.total, 2).over(Window.orderBy(o.id)).as('second')]),
  'window in arithmetic': ({ orders }) => orders.select((o) => [o.id, o.total.minus(lag(o.total).over(Window.orderBy(o.id))).as('change')]),
  'window of decimals': ({ samples }) => samples.select((s) => [sum(s.price).over(Window.orderBy(s.id)).as('total'), avg(s.price).over(Window.orderBy(s.id)).as('mean')]),
  'window above aggregates': ({ orders }) =>
    orders.groupBy('status').agg((o) => ({ t: sum(o.total) })).withColumn('place', (s) => rank().over(Window.orderBy(s.t.desc()))),
  'window above a window': ({ orders }) =>
    orders.select('id', 'status').withColumn('n', (o) => rowNumber().over(Window.orderBy(o.id))).withColumn('m', (o) => sum(o.n).over(Window.partitionBy(o.status))),
  'window filtered': ({ orders }) =>
    orders.select('id', 'status').withColumn('n', (o) => rowNumber().over(Window.partitionBy(o.status).orderBy(o.id))).filter((o) => o.n.lte(3)),
  'window then group': ({ orders }) =>
    orders.withColumn('first', (o) => rowNumber().over(Window.partitionBy(o.status).orderBy(o.id)).eq(1)).groupBy('first').count(),
  'window of the rows at a distance': ({ orders }) => orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rowsBetween(-3, -1)).as('before')]),
  'window range descending': ({ orders }) => orders.select((o) => [o.id, count().over(Window.partitionBy(o.status).orderBy(o.placed.desc()).rangeBetween(unboundedPreceding, currentRow)).as('n')]),
  'window in order by': ({ orders }) => orders.select('id').orderBy((o) => rowNumber().over(Window.orderBy(o.id.desc()))),
} // biome-ignore format: a feature a line
