/** What each verb makes of a row type. Compiling is the test. */
import {
  type AnyRow,
  coalesce,
  col,
  count,
  type DataFrame,
  lit,
  rowNumber,
  type SqlDate,
  schema,
  sum,
  Window,
} from '../../src/index.ts'
import { row } from './equal.ts'
import { customers, orders, session } from './tables.ts'

type Decimal = import('../../src/index.ts').Decimal
interface Order {
  id: number
  customer_id: number
  channel: string
  total: number
  discount: number | null
  price: Decimal
  paid: boolean | null
  day: SqlDate
  placed_at: Date
}

export const rows = [
  row<{ [K in keyof Order]: Order[K] }>()(orders),
  // select: by names, columns, callbacks, and all together
  row<{ id: number; total: number }>()(orders.select('id', 'total')),
  row<{ id: number; twice: number }>()(orders.select('id', orders.total.times(2).as('twice'))),
  row<{ id: number; net: number | null }>()(orders.select((o) => [o.id, o.total.minus(o.discount).as('net')])),
  row<{ id: number; channel: string }>()(orders.select((o) => ['id', o.channel])),
  // selectExpr: the text is the database's; a schema or a type argument says what it gives
  row<{ id: number; twice: number | null }>()(
    orders.selectExpr('id', 'total * 2 as twice', schema({ id: 'long', twice: 'double?' })),
  ),
  row<{ twice: number }>()(orders.selectExpr<{ twice: number }>('total * 2 as twice')),
  row<AnyRow>()(orders.selectExpr('total * 2 as twice')),
  // withColumn: appended, or replaced in place
  row<{ id: number; one: number }>()(orders.select('id').withColumn('one', lit(1))),
  row<{ id: string; total: number }>()(orders.select('id', 'total').withColumn('id', (o) => o.id.cast('string'))),
  row<{ total: string; id: number; next: number }>()(
    orders.select('id', 'total').withColumns((o) => ({ total: o.total.cast('string'), next: o.id.plus(1) })),
  ),
  row<{ order: number; total: number }>()(orders.select('id', 'total').rename({ id: 'order' })),
  row<{ a: number; id: number }>()(orders.select('id', 'total').rename({ id: 'a', total: 'id' })),
  row<{ order: number; day: SqlDate }>()(orders.select('id', 'day').withColumnRenamed('id', 'order')),
  row<{ id: number }>()(orders.select('id', 'total', 'day').drop('total', 'day')),
  row<{ id: number }>()(orders.select('id', 'total').drop(orders.total)),
  // verbs that keep the row
  row<{ id: number; total: number }>()(
    orders
      .select('id', 'total')
      .filter((o) => o.total.gt(0), col('id').isNotNull())
      .where((o) => o.id.ne(3))
      .alias('o')
      .distinct()
      .orderBy('id', (o) => [o.total.desc(), o.id])
      .sort((o) => o.id)
      .limit(3)
      .offset(1)
      .transform((frame) => frame.limit(1)),
  ),
]

// A function of whatever frame has the columns that it needs: callers keep theirs, and know the new one.
function withTax<R extends { total: number }>(frame: DataFrame<R>) {
  return frame.withColumn('tax', frame.col('total').times(0.2))
}
export const taxed = row<{ id: number; total: number; tax: number }>()(withTax(orders.select('id', 'total')))

const left = orders.select('id', 'customer_id')
const right = customers.select('id', 'name', 'country')
const on = (l: { customer_id: typeof left.customer_id }, r: { id: typeof right.id }) => l.customer_id.eq(r.id)

export const joins = [
  row<{ id: number; customer_id: number; id_right: number; name: string; country: string | null }>()(
    left.join(right, on),
  ),
  row<{ id: number; customer_id: number; id_c: number; name: string; country: string | null }>()(
    left.join(right, on, { suffix: '_c' }),
  ),
  row<{ id: number; customer_id: number; id_right: number | null; name: string | null; country: string | null }>()(
    left.join(right, on, 'left'),
  ),
  row<{ id: number | null; customer_id: number | null; id_c: number; name: string; country: string | null }>()(
    left.join(right, on, { how: 'right', suffix: '_c' }),
  ),
  row<{
    id: number | null
    customer_id: number | null
    id_right: number | null
    name: string | null
    country: string | null
  }>()(left.join(right, on, 'full')),
  row<{ id: number; customer_id: number }>()(left.join(right, on, 'semi')),
  row<{ id: number; customer_id: number }>()(left.join(right, on, 'left_anti')),
  row<{ id: number; customer_id: number; id_right: number; name: string; country: string | null }>()(
    left.crossJoin(right),
  ),
  row<{ id: number; customer_id: number; id_right: number; name: string; country: string | null }>()(
    left.join(right, left.customer_id.eq(right.id)),
  ),
  // by name and names: the keys once, first
  row<{ id: number; customer_id: number; name: string; country: string | null }>()(left.join(right, 'id')),
  row<{ id: number; customer_id: number; name: string | null; country: string | null }>()(
    left.join(right, 'id', 'left'),
  ),
  row<{ id: number; customer_id: number | null; name: string; country: string | null }>()(
    left.join(right, ['id'], { how: 'right' }),
  ),
  row<{ id: number; customer_id: number | null; name: string | null; country: string | null }>()(
    left.join(right, 'id', 'outer'),
  ),
  row<{ id: number; country: string | null; name: string; name_right: string }>()(right.join(right, ['id', 'country'])),
  row<{ id: number; customer_id: number }>()(left.join(right, 'id', 'anti')),
]

// A nullable key of one side: a row that only this side has may have NULL.
const keys = customers.select('referrer_id').rename({ referrer_id: 'id' })
export const nullableKeys = [
  row<{ id: number; customer_id: number }>()(left.join(keys, 'id')),
  row<{ id: number | null; customer_id: number | null }>()(left.join(keys, 'id', 'right')),
  row<{ id: number | null; customer_id: number | null }>()(left.join(keys, 'id', 'full')),
  row<{ id: number | null }>()(keys.join(keys, 'id', 'full')),
]

export const groups = [
  row<{ channel: string; orders: number; total: number | null }>()(
    orders.groupBy('channel').agg((o) => ({ orders: count(), total: sum(o.total) })),
  ),
  row<{ channel: string; month: number; n: number }>()(
    orders.groupBy((o) => [o.channel, o.id.plus(1).as('month')]).agg({ n: count() }),
  ),
  row<{ channel: string; count: number }>()(orders.groupBy(orders.channel).count()),
  row<{ channel: string; 'sum(total)': number | null; 'sum(price)': Decimal | null }>()(
    orders.groupBy('channel').sum('total', 'price'),
  ),
  row<{ channel: string; 'avg(discount)': number | null }>()(orders.groupBy('channel').avg('discount')),
  row<{ channel: string; 'max(day)': SqlDate | null }>()(orders.groupBy('channel').max('day')),
  row<{ all: number }>()(orders.agg({ all: count() })),
]

const gaps = orders.select('id', 'channel', 'discount', 'paid').withColumn('note', lit(null, 'string'))
/** What is filled or dropped holds no NULL any more; what only may have been dropped still does. */
export const missing = [
  row<{ id: number; channel: string; discount: number; paid: boolean | null; note: string | null }>()(gaps.fillna(0)),
  row<{ id: number; channel: string; discount: number | null; paid: boolean | null; note: string }>()(gaps.fillna('')),
  row<{ id: number; discount: number | null; paid: boolean | null }>()(
    gaps.select('id', 'discount', 'paid').fillna(0, ['id']),
  ),
  row<{ id: number; channel: string; discount: number; paid: boolean; note: string | null }>()(
    gaps.fillna({ discount: 0, paid: false }),
  ),
  row<{ id: number; channel: string; discount: number; paid: boolean; note: string }>()(gaps.dropna()),
  row<{ discount: number; paid: boolean | null }>()(gaps.select('discount', 'paid').dropna({ subset: ['discount'] })),
  row<{ discount: number | null; paid: boolean | null }>()(gaps.select('discount', 'paid').dropna({ how: 'all' })),
  row<{ discount: number | null; paid: boolean | null }>()(gaps.select('discount', 'paid').dropna({ thresh: 1 })),
  row<{ discount: number; paid: boolean | null }>()(gaps.select('discount', 'paid').na.fill({ discount: 1 })),
]

export const turned = [
  row<{ id: number; web_n: number | null; app_n: number | null; web_total: number | null; app_total: number | null }>()(
    orders
      .groupBy('id')
      .pivot('channel', ['web', 'app'])
      .agg((o) => ({ n: count(), total: sum(o.total) })),
  ),
  row<{ id: number; true_n: number | null }>()(orders.groupBy('id').pivot('paid', [true]).agg({ n: count() })),
  row<{ id: number; variable: string; value: number | null }>()(orders.unpivot(['id'], ['total', 'discount'])),
  row<{ variable: string; value: number | Decimal }>()(orders.unpivot([], ['total', 'price'])),
  row<{ id: number; what: string; much: number }>()(orders.melt(['id'], ['total'], 'what', 'much')),
]

export const distinct = [
  row<{ id: number; total: number }>()(orders.select('id', 'total').dropDuplicates('id')),
  row<{ id: number; total: number }>()(orders.select('id', 'total').dropDuplicates(['id', 'total'])),
  row<{ id: number }>()(orders.select('id').dropDuplicates()),
]

export const windows = [
  row<{ id: number; place: number; share: number | null }>()(
    orders
      .select('id', 'channel', 'total')
      .withColumns((o) => {
        const ofChannel = Window.partitionBy(o.channel).orderBy(o.total.desc())
        return { place: rowNumber().over(ofChannel), share: o.total.div(sum(o.total).over(ofChannel)) }
      })
      .drop('channel', 'total'),
  ),
]

export const statistics = [
  row<{ summary: string; total: string | null; price: string | null }>()(orders.describe('total', 'price')),
  row<{ summary: string; id: string | null; name: string | null }>()(customers.select('id', 'name').summary('10%')),
  row<{ summary: string; id: string | null }>()(orders.select('id', 'day', 'paid').describe()),
]

const [train, test] = orders.select('id', 'total').randomSplit([0.8, 0.2], 1)
export const samples = [
  row<{ id: number; total: number }>()(train),
  row<{ id: number; total: number }>()(test),
  row<{ id: number }>()(orders.select('id').sample(0.1, 1n).sample({ fraction: 2, withReplacement: true })),
]

declare const states: DataFrame<{ state: 'open' | 'closed' }>
export const unions = [
  row<{ id: number | null }>()(orders.select('id').union(keys)),
  row<{ id: number | null }>()(orders.select('id').unionByName(keys)),
  row<{ id: number | null; total: number | null }>()(
    orders.select('id', 'total').unionByName(keys, { allowMissing: true }),
  ),
  row<{ id: number }>()(orders.select('id').intersect(customers.select('id'))),
  row<{ id: number }>()(orders.select('id').subtract(keys)),
  // by position: names of the left side, whatever the right side's are
  row<{ id: number }>()(orders.select('id').union(orders.select('customer_id'))),
  row<{ id: number; name: string }>()(customers.select('id', 'name').union(customers.select('id', 'name'))),
  row<{ id: number; channel: string }>()(
    orders.select('id', 'channel').unionAll(customers.select('id', 'name').withColumnRenamed('name', 'label')),
  ),
  // numbers meet decimals, literals text, NULL anything, and untyped columns all
  row<{ total: number | Decimal }>()(orders.select('total').union(orders.select('price').rename({ price: 'total' }))),
  row<{ state: string }>()(states.unionByName(orders.select('channel').rename({ channel: 'state' }))),
  row<{ day: SqlDate | null }>()(orders.select('day').union(orders.select(lit(null).as('day')))),
  orders.select('id').unionByName(session.untyped('x')),
  session.untyped('x').intersect(orders.select('id')),
]
/** Where nobody knows yet which columns there are, too. */
export const all = <R>(first: DataFrame<R>, ...others: DataFrame<R>[]): DataFrame<R> =>
  others
    .reduce((united, one) => united.union(one), first)
    .unionByName(first)
    .intersect(first)

export const filledAndReplaced = [
  row<{ state: 'open' | 'closed' | 'none' }>()(states.fillna('none')),
  row<{ state: 'open' | 'closed' | 'shut' }>()(states.replace({ open: 'shut' })),
  row<{ state: 'open' | 'closed' | null }>()(states.replace({ open: null })),
  row<{ state: string }>()(states.replace(new Map([['open', 'shut']]))),
  row<{ id: number; channel: string }>()(orders.select('id', 'channel').replace({ web: 'www' }).fillna('none')),
  row<{ price: Decimal }>()(
    orders
      .select('price')
      .replace(new Map([[1, 2]]))
      .fillna(0),
  ),
]

// Tables that nobody described stay pleasant.
const anything = session.table('x')
export const untyped = [
  anything.filter((x) => x.anything.eq(3)).filter(anything.other.gt('a')),
  anything
    .withColumn('y', (x) => x.a.plus(x.b))
    .orderBy('y')
    .drop('y'),
  anything.select(anything.a, 'b').limit(3),
  anything.select((x) => [x.a, x.b]),
  anything.join(customers, (l, r) => l.customer.eq(r.id), 'left').filter((j) => j.whatever.isNull()),
  anything.groupBy('a', 'b').agg((x) => ({ total: sum(x.c), n: count(x.d) })),
  anything.withColumn('z', (x) => coalesce(x.a, 0)).rename({ a: 'b' }),
  anything
    .join(anything, 'id', 'left')
    .join(customers, ['id', 'name'])
    .join(anything, (l, r) => l.id.eq(r.id)),
  anything
    .groupBy('a')
    .pivot('b', ['x', 1])
    .agg((x) => ({ n: sum(x.c) })),
  anything.unpivot(['a'], ['b', 'c']).union(anything),
  anything
    .fillna(0)
    .fillna({ a: '' })
    .dropna({ subset: ['a'] })
    .dropDuplicates('a', 'b'),
  anything.withColumn('n', (x) => rowNumber().over(Window.partitionBy(x.a).orderBy(x.b))),
]

const whatever = anything.filter((x) => x.a.gt(1)).withColumn('b', (x) => x.a.plus(1))
export const stillUntyped = [
  row<AnyRow>()(whatever.rename({ a: 'c' }).drop('d').orderBy('e').dropDuplicates('f')),
  row<AnyRow>()(anything.join(customers, 'id').fillna({ z: 1 }).dropna()),
  row<AnyRow>()(customers.join(anything, 'id').union(anything)),
]

export const written = orders.write('t', { mode: 'overwrite', indexes: ['id', ['channel', 'day']] })
export const merged = [
  orders.write('t', { mode: 'merge', key: 'id', update: ['total'], dedupeBy: (o) => o.day.desc(), indexes: ['day'] }),
  orders.write('t', { mode: 'merge', key: ['channel', 'day'], dedupeBy: (o) => [o.total.desc(), o.id.asc()] }),
  orders.write('t', { mode: 'deleteInsert', key: ['channel', 'day'], onSchemaChange: 'append' }),
  orders.write('t', { mode: 'replaceWhere', where: (o) => o.day.gte('2024-01-01') }),
  anything.write('t', { mode: 'merge', key: 'a', dedupeBy: (x) => x.b.desc() }),
]
export const collected: Promise<{ id: number; day: SqlDate }[]> = orders.select('id', 'day').collect()
export async function iterated(): Promise<number> {
  let sum = 0
  for await (const order of orders) sum += order.total
  return sum
}

/** A NULL that takes the place of a value may be in each column of its kind. */
export const replaced = [
  row<{ id: number; name: string; country: string | null }>()(
    customers.select('id', 'name', 'country').replace({ N: 'no' }),
  ),
  row<{ id: number; name: string | null; country: string | null }>()(
    customers.select('id', 'name', 'country').replace({ N: null }),
  ),
  row<{ id: number; name: string; country: string | null }>()(
    customers.select('id', 'name', 'country').replace({ N: null }, ['country']),
  ),
  row<{ id: number | null; name: string; country: string | null }>()(
    customers.select('id', 'name', 'country').replace(new Map([[1, null]])),
  ),
]
/** Only where each column counts does dropna leave none with NULL. */
export const dropped = [
  row<{ id: number; country: string }>()(customers.select('id', 'country').dropna()),
  row<{ id: number; country: string }>()(customers.select('id', 'country').dropna({ how: 'any', subset: ['country'] })),
  row<{ id: number; country: string | null }>()(customers.select('id', 'country').dropna({ how: 'all' })),
  row<{ id: number; country: string | null }>()(customers.select('id', 'country').dropna({ thresh: 1 })),
]
