import {
  avg,
  coalesce,
  count,
  countDistinct,
  countIf,
  grouping,
  groupingId,
  max,
  min,
  sum,
  upper,
} from '../../../src/index.ts'
import type { Features } from '../tables.ts'

export const groups: Features = {
  'group by': ({ orders }) => orders.groupBy('status').agg((o) => ({ n: count(), total: sum(o.total) })),
  'group by a number': ({ orders }) => orders.groupBy('customer_id').agg((o) => ({ n: count(o.total), low: min(o.total), high: max(o.status) })),
  'group by, having, order by': ({ orders }) =>
    orders.groupBy('status').agg((o) => ({ total: sum(o.total) })).filter((o) => o.total.gt(10)).orderBy((o) => o.total.desc()).limit(3),
  'group by computed': ({ orders }) => orders.groupBy((o) => [upper(o.status).as('word')]).count(),
  'group by computed with a value': ({ orders }) => orders.groupBy((o) => [coalesce(o.status, '?').as('word')]).count(),
  'group by bytes': ({ samples }) => samples.groupBy('bytes').count(),
  'group by, output named like its source': ({ orders }) => orders.groupBy('status').agg((o) => ({ id: max(o.id) })).orderBy('id'),
  'group by, order by the key': ({ orders }) => orders.groupBy('status').count().orderBy('status'),
  'agg of all rows': ({ orders }) => orders.agg((o) => ({ n: count(), customers: countDistinct(o.customer_id), mean: avg(o.total) })),
  'agg with a condition': ({ samples }) => samples.agg((s) => ({ n: countIf(s.number.gt(1)), flags: countIf(s.flag) })),
  'agg of isin': ({ orders }) => orders.agg((o) => ({ n: countIf(o.status.isin(['paid', 'open'])) })),
  'agg of a filter on it': ({ orders }) => orders.agg((o) => ({ t: sum(o.total) })).filter((o) => o.t.gt(1)),
  'aggregate of aggregates': ({ orders }) => orders.groupBy('status').agg((o) => ({ t: sum(o.total) })).agg((s) => ({ best: max(s.t) })),
  'aggregate used twice': ({ orders }) => orders.groupBy('status').agg((o) => ({ t: sum(o.total), n: count() })).withColumn('mean', (o) => o.t.div(o.n)),
  rollup: ({ orders }) => orders.rollup('status', 'customer_id').agg((o) => ({ total: sum(o.total) })),
  cube: ({ orders }) => orders.cube('status', 'customer_id').agg((o) => ({ total: sum(o.total), level: groupingId() })),
  'grouping sets': ({ orders }) =>
    orders.groupingSets([['status'], []], 'status', 'customer_id').agg((o) => ({ total: sum(o.total), all: grouping(o.status) })),
  pivot: ({ orders }) => orders.groupBy('customer_id').pivot('status', ['paid', 'open']).agg((o) => ({ total: sum(o.total) })),
  unpivot: ({ samples }) => samples.select('id', 'small', 'number').unpivot(['id'], ['small', 'number'], 'name', 'value'),
  describe: ({ orders }) => orders.select('total').describe(),
  sample: ({ orders }) => orders.select('id').sample(0.1, 7),
} // biome-ignore format: a feature a line
