import { describe, expect, test } from 'vitest'
import {
  avg,
  coalesce,
  count,
  DuplicateColumn,
  InvalidArgument,
  lit,
  max,
  min,
  schema,
  sum,
  upper,
} from '../../src/index.ts'
import { inEveryShop, sortedRows, valuesOf } from './shop.ts'

inEveryShop((shop) => {
  describe('columns', () => {
    test('select by name, by column, by function; order and names as asked', async () => {
      const { orders } = shop
      expect(await orders.select('total', 'id').first()).toEqual({ total: 50, id: 1 })
      expect(Object.keys((await orders.select('total', 'id').first()) ?? {})).toEqual(['total', 'id'])
      expect(await orders.select(orders.id, orders.total.times(2).as('twice')).first()).toEqual({ id: 1, twice: 100 })
      expect(await orders.select((o) => [o.id.as('a'), o.id.as('b'), o.id]).first()).toEqual({ a: 1, b: 1, id: 1 })
    })

    test('select of nothing but aggregates is one row', async () => {
      const { orders } = shop
      const aggregates = [sum(orders.total).as('all'), count().as('n')] as never[]
      expect(await orders.select(...aggregates).collect()).toEqual([{ all: 184.5, n: 6 }])
    })

    test('withColumn replaces in place, or appends', async () => {
      const replaced = shop.customers.withColumn('name', (c) => upper(c.name)).withColumn('size', lit(3))
      expect(await replaced.columns()).toEqual(['id', 'name', 'city', 'size'])
      expect(await replaced.first()).toEqual({ id: 10, name: 'ADA', city: 'Bern', size: 3 })
    })

    test('withColumns sees the old columns alone', async () => {
      const swapped = shop.customers.withColumns((c) => ({ name: c.city, city: c.name, was: c.name }))
      expect(await swapped.first()).toEqual({ id: 10, name: 'Bern', city: 'Ada', was: 'Ada' })
    })

    test('rename takes its whole map at once', async () => {
      const swapped = shop.customers.rename({ name: 'city', city: 'name' })
      expect(await swapped.columns()).toEqual(['id', 'city', 'name'])
      expect(await swapped.first()).toEqual({ id: 10, city: 'Ada', name: 'Bern' })
      expect(await shop.customers.withColumnRenamed('id', 'key').columns()).toEqual(['key', 'name', 'city'])
      await expect(shop.customers.rename({ id: 'name' }).collect()).rejects.toThrow(DuplicateColumn)
    })

    test('drop by name and by column', async () => {
      const { customers } = shop
      expect(await customers.drop('name', customers.city).columns()).toEqual(['id'])
      expect(await customers.rename({ name: 'called' }).drop('called').columns()).toEqual(['id', 'city'])
      await expect(customers.drop('id', 'name', 'city').collect()).rejects.toThrow('would leave no column')
    })

    test('a column called like a verb is reached by col', async () => {
      const counted = shop.orders.groupBy('status').count()
      expect(await valuesOf(counted.orderBy(counted.col('count').desc(), 'status').limit(1), 'count')).toEqual([3])
    })
  })

  describe('rows', () => {
    test('filter keeps what is true, not what is unknown', async () => {
      const { orders } = shop
      expect(await valuesOf(orders.filter((o) => o.total.gt(10)).orderBy('id'), 'id')).toEqual([1, 2, 6])
      expect(await valuesOf(orders.where(orders.status.eq('paid'), (o) => o.id.gt(1)).orderBy('id'), 'id')).toEqual([
        3, 4,
      ])
      expect(await orders.filter((o) => o.status.ne('paid').or(o.status.eq('paid'))).count()).toBe(5)
    })

    test('an aggregate in filter is one over all rows', async () => {
      const { orders } = shop
      expect(await valuesOf(orders.filter((o) => o.total.gt(avg(o.total))).orderBy('id'), 'id')).toEqual([1, 6])
      expect(await orders.filter((o) => o.total.eq(max(o.total))).columns()).toEqual(await orders.columns())
    })

    test('distinct; then select keeps its rows', async () => {
      const { orders } = shop
      const pairs = orders.select('status', 'total').distinct()
      expect(await pairs.count()).toBe(6)
      expect((await pairs.select('status').collect()).length).toBe(6)
      expect(await orders.select('status').distinct().orderBy('status').collect()).toEqual([
        { status: null },
        { status: 'Paid' },
        { status: 'open' },
        { status: 'paid' },
      ])
      expect(
        await valuesOf(
          orders
            .orderBy((o) => o.status.desc())
            .select('status')
            .distinct(),
          'status',
        ),
      ).toEqual(['paid', 'open', 'Paid', null])
    })

    test('distinct of text differing in case or trailing spaces', async () => {
      const words = shop.session.createDataFrame([{ w: 'a' }, { w: 'A' }, { w: 'a ' }, { w: 'a' }, { w: 'ä' }])
      expect(await words.distinct().count()).toBe(4)
    })

    test('orderBy: NULLs first ascending, last descending, and where they are told to be', async () => {
      const { orders } = shop
      expect(await valuesOf(orders.orderBy('total', 'id'), 'id')).toEqual([3, 4, 5, 2, 1, 6])
      expect(
        await valuesOf(
          orders.orderBy((o) => [o.total.desc(), o.id.desc()]),
          'id',
        ),
      ).toEqual([6, 1, 2, 5, 4, 3])
      expect(
        await valuesOf(
          orders.orderBy((o) => [o.total.ascNullsLast(), o.id.desc()]),
          'id',
        ),
      ).toEqual([5, 4, 2, 1, 6, 3])
      expect(
        await valuesOf(
          orders.orderBy((o) => o.total.descNullsFirst(), 'id'),
          'id',
        ),
      ).toEqual([3, 6, 1, 2, 4, 5])
      expect(await valuesOf(orders.sort(orders.status, orders.id), 'id')).toEqual([5, 6, 2, 1, 3, 4])
      expect(
        await valuesOf(
          orders.orderBy((o) => coalesce(o.total, 1000), 'id'),
          'id',
        ),
      ).toEqual([4, 5, 2, 1, 6, 3])
    })

    test('orderBy by what is computed, then dropped', async () => {
      const frame = shop.orders
        .withColumn('key', (o) => upper(o.status))
        .orderBy('key', 'id')
        .drop('key')
      expect(await valuesOf(frame, 'id')).toEqual([5, 2, 1, 3, 4, 6])
    })

    test('limit and offset mean what they say in every order', async () => {
      const sorted = shop.orders.orderBy('id')
      const ids = (frame: { collect(): Promise<{ id: number }[]> }) => valuesOf(frame, 'id')
      expect(await ids(sorted.limit(4).offset(2))).toEqual([3, 4])
      expect(await ids(sorted.offset(2).limit(3))).toEqual([3, 4, 5])
      expect(await ids(sorted.limit(5).limit(2))).toEqual([1, 2])
      expect(await ids(sorted.limit(2).limit(5))).toEqual([1, 2])
      expect(await ids(sorted.offset(2).offset(3))).toEqual([6])
      expect(await ids(sorted.offset(4))).toEqual([5, 6])
      expect(await ids(sorted.limit(0))).toEqual([])
      expect(await ids(sorted.offset(100))).toEqual([])
      expect(await ids(sorted.limit(3).filter((o) => o.id.gt(1)))).toEqual([2, 3])
      expect(await ids(sorted.filter((o) => o.id.gt(1)).limit(3))).toEqual([2, 3, 4])
      expect(await ids(sorted.limit(3).orderBy((o) => o.id.desc()))).toEqual([3, 2, 1])
      expect(
        await sorted
          .limit(2)
          .agg((o) => ({ s: sum(o.total) }))
          .collect(),
      ).toEqual([{ s: 70.5 }])
      expect(await sorted.limit(2).count()).toBe(2)
    })

    test('an order lasts through the verbs above it', async () => {
      const frame = shop.orders
        .orderBy((o) => o.placed.desc())
        .filter((o) => o.id.lt(6))
        .withColumn('twice', (o) => o.total.times(2))
        .filter((o) => o.twice.gt(0).or(o.twice.isNull()))
        .rename({ id: 'key' })
        .select('key')
      expect(await valuesOf(frame, 'key')).toEqual([5, 3, 2, 1, 4])
    })

    test("hidden columns keep clear of the user's names", async () => {
      const { orders } = shop
      const frame = orders
        .withColumn('_order_1', (o) => o.total.times(2))
        .withColumn('_WINDOW_1', (o) => o.id)
        .orderBy((o) => o.id.times(-1))
        .filter((o) => o._order_1.gt(1))
        .filter((o) => o.total.lt(max(o.total)))
      expect(await valuesOf(frame, 'id')).toEqual([5, 4, 2, 1])
    })
  })

  describe('union', () => {
    test('by position: names of the left, duplicates stay, types widen', async () => {
      const { session } = shop
      const whole = session.createDataFrame([{ n: 1, s: 'a' }], schema({ n: 'int', s: 'string' }))
      const part = session.createDataFrame([{ m: 1.5, t: null }], schema({ m: 'double', t: 'string?' }))
      const both = whole.union(part)
      expect(await both.columns()).toEqual(['n', 's'])
      expect(await sortedRows(both)).toEqual([
        [1, 'a'],
        [1.5, null],
      ])
      expect(await whole.union(whole).union(whole).count()).toBe(3)
      expect(await sortedRows(whole.select('n').union(part.select('m')))).toEqual([[1.5], [1]])
    })

    test('by name', async () => {
      const { session } = shop
      const a = session.createDataFrame([{ x: 1, y: 'a' }])
      const b = session.createDataFrame([{ y: 'b', x: 2 }])
      expect(await sortedRows(a.unionByName(b))).toEqual([
        [1, 'a'],
        [2, 'b'],
      ])
      await expect(a.unionByName(b.rename({ y: 'z' }) as never).collect()).rejects.toThrow(
        'unionByName: the right side has no column "y"',
      )
      await expect(a.union(b).collect()).rejects.toThrow('do not meet')
      await expect(a.union(b.select('x') as never).collect()).rejects.toThrow('2 columns on the left, 1 on the right')
    })

    test('limits and orders of a branch are its own', async () => {
      const { orders } = shop
      const first = orders.orderBy('id').limit(1)
      const last = orders.orderBy((o) => o.id.desc()).limit(1)
      expect(await valuesOf(first.union(last).orderBy('id'), 'id')).toEqual([1, 6])
      expect(await valuesOf(orders.union(orders).orderBy('id').limit(3), 'id')).toEqual([1, 1, 2])
      expect(await orders.union(orders).distinct().count()).toBe(6)
    })

    test('six hundred frames', async () => {
      const one = shop.session.createDataFrame([{ n: 1 }])
      let all = one
      for (let branch = 1; branch < 600; branch += 1) all = all.union(one)
      expect(await all.count()).toBe(600)
    })
  })

  describe('groupBy', () => {
    test('NULL is one group; text groups by code point', async () => {
      const totals = shop.orders
        .groupBy('status')
        .agg((o) => ({ n: count(), paid: count(o.total), total: sum(o.total) }))
      expect(await totals.orderBy('status').collect()).toEqual([
        { status: null, n: 1, paid: 1, total: 7 },
        { status: 'Paid', n: 1, paid: 1, total: 100 },
        { status: 'open', n: 1, paid: 1, total: 20.5 },
        { status: 'paid', n: 3, paid: 2, total: 57 },
      ])
    })

    test('computed keys, with and without values in them', async () => {
      const { orders } = shop
      const byWord = orders.groupBy((o) => [upper(o.status).as('word')]).agg(() => ({ n: count() }))
      expect(await byWord.orderBy('word').collect()).toEqual([
        { word: null, n: 1 },
        { word: 'OPEN', n: 1 },
        { word: 'PAID', n: 4 },
      ])
      const byParity = orders.groupBy((o) => [o.id.mod(2).as('odd'), coalesce(o.status, 'none').as('s')]).count()
      expect(await sortedRows(byParity)).toEqual([
        [0, 'Paid', 1],
        [0, 'open', 1],
        [0, 'paid', 1],
        [1, 'none', 1],
        [1, 'paid', 2],
      ])
    })

    test('an output named like a source column does not capture it', async () => {
      const frame = shop.orders
        .groupBy('status')
        .agg((o) => ({ id: max(o.id), total: sum(o.total) }))
        .filter((o) => o.total.gt(50))
        .orderBy((o) => o.total.desc())
      expect(await frame.collect()).toEqual([
        { status: 'Paid', id: 6, total: 100 },
        { status: 'paid', id: 4, total: 57 },
      ])
      const swapped = shop.orders.select((o) => [o.id.as('total'), o.total.as('id')]).orderBy('id', 'total')
      expect(await valuesOf(swapped, 'total')).toEqual([3, 4, 5, 2, 1, 6])
    })

    test('aggregates of no rows', async () => {
      const none = shop.orders.filter((o) => o.id.lt(0))
      expect(
        await none.agg((o) => ({ n: count(), s: sum(o.total), a: avg(o.total), low: min(o.id) })).collect(),
      ).toEqual([{ n: 0, s: null, a: null, low: null }])
      expect(await none.groupBy('status').count().collect()).toEqual([])
      expect(await none.count()).toBe(0)
    })

    test('short forms', async () => {
      const frame = shop.orders.groupBy('customer_id').sum('total', 'id').orderBy('customer_id').limit(2)
      expect(await frame.collect()).toEqual([
        { customer_id: null, 'sum(total)': 7, 'sum(id)': 4 },
        { customer_id: 10, 'sum(total)': 70.5, 'sum(id)': 3 },
      ])
      expect(await shop.orders.groupBy().max('total').collect()).toEqual([{ 'max(total)': 100 }])
    })

    test('aggregates of aggregates, and of computed columns', async () => {
      const perStatus = shop.orders.groupBy('status').agg((o) => ({ total: sum(o.total) }))
      expect(await perStatus.agg((s) => ({ best: max(s.total), n: count() })).collect()).toEqual([{ best: 100, n: 4 }])
      const doubled = shop.orders.withColumn('twice', (o) => o.total.times(2))
      expect(await doubled.agg((o) => ({ low: min(o.twice), high: max(o.twice) })).collect()).toEqual([
        { low: 14, high: 200 },
      ])
      expect(await perStatus.filter((s) => s.total.gt(10)).count()).toBe(3)
      expect(
        await perStatus
          .agg((s) => ({ n: count(s.total) }))
          .filter((s) => s.n.gt(100))
          .collect(),
      ).toEqual([])
    })
  })

  test('alias keeps rows and columns', async () => {
    expect(await shop.orders.alias('o').orderBy('id').collect()).toEqual(await shop.orders.orderBy('id').collect())
  })

  test('transform puts a function into the chain', async () => {
    expect(await shop.orders.transform((frame) => frame.limit(2)).count()).toBe(2)
    expect(() => shop.orders.transform((() => 3) as never)).toThrow(InvalidArgument)
  })
})
