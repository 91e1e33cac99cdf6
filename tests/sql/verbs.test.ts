/** The SQL of every verb, per dialect: what a reader of `explain()` or of a slow-query log gets to see. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  avg,
  coalesce,
  count,
  countDistinct,
  lag,
  lit,
  lower,
  max,
  rank,
  rowNumber,
  sum,
  upper,
  Window,
  when,
} from '../../src/index.ts'
import { offline, tablesOf } from '../compiler/support.ts'

type Tables = ReturnType<typeof tablesOf>

const verbs = ({ orders, customers }: Tables) => ({
  table: orders,
  'select names': orders.select('id', 'total'),
  'select computed': orders.select((o) => [o.id, o.total.times(2).as('twice')]),
  'select a name twice': orders.select((o) => [o.id.as('a'), o.id.as('b')]),
  'filter with a number': orders.select('id').filter(orders.id.gt(10)),
  'filter with text and a list': orders.select('id', 'status').filter((o) => o.status.isin(['paid', 'open'])),
  'filter with and, or': orders.select('id', 'total').filter((o) => o.total.gt(1).and(o.id.lt(9).or(o.total.isNull()))),
  'filter twice': orders.filter((o) => o.id.gt(1)).filter((o) => o.id.lt(9)).select('id'),
  'filter on what is computed': orders.select((o) => [o.id, o.total.times(2).as('twice')]).filter((o) => o.twice.gt(1)),
  'withColumn new': customers.withColumn('shout', (c) => upper(c.name)),
  'withColumn in place': customers.withColumn('name', (c) => lower(c.name)),
  rename: customers.rename({ name: 'city', city: 'name' }),
  drop: customers.drop('city'),
  alias: customers.alias('c').filter((c) => c.id.gt(1)),
  'when, otherwise': customers.select((c) => [when(c.city.isNull(), 'nowhere').otherwise(c.city).as('place')]),
  distinct: customers.select('city').distinct(),
  'distinct, then sorted text': customers.select('city').distinct().orderBy('city'),
  'distinct, then fewer columns': customers.select('city', 'name').distinct().select('city'),
  'orderBy number and text': customers.orderBy('id', 'name'),
  'orderBy down, NULLs last': orders.select('id', 'total').orderBy((o) => [o.total.desc(), o.total.ascNullsLast()]),
  'orderBy computed': orders.select('id', 'total').orderBy((o) => o.total.times(-1)),
  'orderBy, then without the key': orders.orderBy('placed').select('id'),
  limit: customers.limit(5),
  'offset, limit': customers.orderBy('id').offset(10).limit(5),
  offset: customers.offset(10),
  'limit, offset': customers.limit(10).offset(5),
  'limit, filter': customers.orderBy('id').limit(10).filter((c) => c.city.isNull()),
  'join by name': orders.join(customers.rename({ id: 'customer_id' }), 'customer_id').select('customer_id', 'name'),
  'join by two names': customers.join(customers, ['id', 'name']),
  'inner join': orders.join(customers, (o, c) => o.customer_id.eq(c.id)).select('id', 'name'),
  'left join': orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left').select('id', 'name'),
  'left join of a filtered side': orders
    .join(customers.filter((c) => c.city.eq('Bern')), (o, c) => o.customer_id.eq(c.id), 'left')
    .select('id', 'name'),
  'right join': orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'right').select('id_right', 'total'),
  'full join by name': customers.join(orders.select('id', 'total'), 'id', 'full'),
  'full join on no equality': customers.select('id').join(orders.select('id', 'total'), (c, o) => c.id.lt(o.id), 'full'),
  'semi join': customers.join(orders, (c, o) => c.id.eq(o.customer_id), 'semi'),
  'anti join of a filtered side': customers.join(orders.filter((o) => o.total.gt(100)), (c, o) => c.id.eq(o.customer_id), 'anti'),
  'cross join': customers.select('name').crossJoin(orders.select('id')),
  'self-join': customers.join(customers, (a, b) => a.city.eq(b.city).and(a.id.lt(b.id))).select('name', 'name_right'),
  'three tables, filters on each': orders
    .filter((o) => o.status.eq('paid'))
    .join(customers.filter((c) => c.city.eq('Bern')), (o, c) => o.customer_id.eq(c.id))
    .join(customers.select('id', 'city').alias('again'), (oc, c) => oc.id_right.eq(c.id), { how: 'left', suffix: '_2' })
    .select('id', 'name'),
  union: customers.select('id').union(orders.select('id')),
  'union, widening': orders.select('id').union(orders.select('total')),
  'union of unions, sorted': customers.select('id').union(orders.select('id')).union(customers.select('id')).orderBy('id').limit(3),
  unionByName: customers.select('name', 'id').unionByName(customers.select('id', 'name')),
  groupBy: orders.groupBy('status').agg((o) => ({ n: count(), total: sum(o.total) })),
  'groupBy, having, orderBy': orders
    .groupBy('status')
    .agg((o) => ({ total: sum(o.total) }))
    .filter((o) => o.total.gt(10))
    .orderBy((o) => o.total.desc())
    .limit(3),
  'groupBy computed': orders.groupBy((o) => [upper(o.status).as('word')]).count(),
  'groupBy computed with a value': orders.groupBy((o) => [coalesce(o.status, '?').as('word')]).count(),
  'groupBy, output named like its source': orders.groupBy('status').agg((o) => ({ id: max(o.id) })).orderBy('id'),
  agg: orders.agg((o) => ({ n: count(), customers: countDistinct(o.customer_id), mean: avg(o.total) })),
  'aggregate of aggregates': orders.groupBy('status').agg((o) => ({ t: sum(o.total) })).agg((s) => ({ best: max(s.t) })),
  'filter by an aggregate of all rows': orders.select('id', 'total').filter((o) => o.total.gt(avg(o.total))),
  window: orders.select('id', 'customer_id').withColumn('n', (o) => rowNumber().over(Window.partitionBy(o.customer_id).orderBy(o.id))),
  'window with a frame': orders.select((o) => [o.id, sum(o.total).over(Window.orderBy(o.id).rowsBetween(-6, Window.currentRow)).as('week')]),
  'first of each group': orders
    .select('id', 'customer_id', 'total')
    .filter((o) => rowNumber().over(Window.partitionBy(o.customer_id).orderBy(o.total.desc())).eq(1)),
  'rank of aggregates': orders
    .groupBy('status')
    .agg((o) => ({ t: sum(o.total) }))
    .withColumn('place', (s) => rank().over(Window.orderBy(s.t.desc()))),
  'difference to the row before': orders.select((o) => [o.id, o.total.minus(lag(o.total).over(Window.orderBy(o.id))).as('change')]),
  'constants': customers.select((c) => [c.id, lit('x').as('t'), lit(1).as('n'), lit(true).as('b'), lit(null).as('nothing')]),
}) // biome-ignore format: a verb a line

describe.each(['sqlite', 'postgres', 'duckdb', 'mssql'] as const)('%s', (dialect) => {
  test('the SQL of every verb', async () => {
    const text = Object.entries(verbs(tablesOf(offline[dialect]))).map(([name, frame]) => {
      const { sql, bindings } = frame.toSQL()
      const values = bindings.map((value) => (typeof value === 'bigint' ? String(value) : JSON.stringify(value)))
      return `-- ${name}\n${broken(sql)};${values.length > 0 ? `\n-- with ${values.join(', ')}` : ''}\n`
    })
    await expect(text.join('\n')).toMatchFileSnapshot(join(import.meta.dirname, 'snapshots', `verbs.${dialect}.sql`))
  })
})

/** One clause a line, for reading; names in these statements hold no such words. */
function broken(sql: string): string {
  return sql
    .replace(/ (?=(from|where|group by|having|limit|union all|(inner |left |right |full |cross )join) )/g, '\n')
    .replace(/(?<!over \([^)]*) (?=order by )/g, '\n')
}
