import { describe, expect, test } from 'vitest'
import { avg, count, denseRank, lag, lead, lit, max, rank, rowNumber, sum, Window, when } from '../../src/index.ts'
import { inEveryShop, sortedRows, valuesOf } from './shop.ts'

inEveryShop((shop) => {
  const numbers = () =>
    shop.session.createDataFrame([
      { g: 'a', n: 1 },
      { g: 'a', n: 2 },
      { g: 'a', n: 2 },
      { g: 'b', n: 5 },
      { g: null, n: 7 },
      { g: null, n: null },
    ])

  describe('windows', () => {
    test('ranks, with NULL as one partition and NULLs in order', async () => {
      const frame = numbers().select((r) => {
        const w = Window.partitionBy(r.g).orderBy(r.n)
        return [r.g, r.n, rank().over(w).as('r'), denseRank().over(w).as('d')]
      })
      expect(await sortedRows(frame)).toEqual([
        ['a', 1, 1, 1],
        ['a', 2, 2, 2],
        ['a', 2, 2, 2],
        ['b', 5, 1, 1],
        [null, 7, 2, 2],
        [null, null, 1, 1],
      ])
    })

    test('lag, lead and running sums', async () => {
      const { orders } = shop
      const inOrder = Window.orderBy(orders.id)
      const frame = orders.select(
        orders.id,
        lag(orders.id).over(inOrder).as('before'),
        lead(orders.id, 2).over(inOrder).as('after'),
        sum(orders.total).over(inOrder.rowsBetween(-1, Window.currentRow)).as('two'),
        sum(orders.total).over(inOrder.rowsBetween(Window.unboundedPreceding, Window.unboundedFollowing)).as('all'),
      )
      expect((await frame.orderBy('id').collect()).map((row) => Object.values(row))).toEqual([
        [1, null, 3, 50, 184.5],
        [2, 1, 4, 70.5, 184.5],
        [3, 2, 5, 20.5, 184.5],
        [4, 3, 6, 7, 184.5],
        [5, 4, null, 14, 184.5],
        [6, 5, null, 107, 184.5],
      ])
    })
  })

  describe('a window sees the rows that stand below it', () => {
    const numbered = () => {
      const { orders } = shop
      return orders.withColumn('n', rowNumber().over(Window.orderBy(orders.id)))
    }

    test('not those that a filter above takes away', async () => {
      expect(
        await valuesOf(
          numbered()
            .filter((o) => o.status.eq('paid'))
            .orderBy('id'),
          'n',
        ),
      ).toEqual([1, 3, 4])
      expect(
        await valuesOf(
          numbered()
            .filter((o) => o.n.gt(4))
            .orderBy('id'),
          'id',
        ),
      ).toEqual([5, 6])
    })

    test('but those that a filter below leaves', async () => {
      const { orders } = shop
      const frame = orders
        .filter((o) => o.status.eq('paid'))
        .withColumn('n', rowNumber().over(Window.orderBy(orders.id)))
      expect(await valuesOf(frame.orderBy('id'), 'n')).toEqual([1, 2, 3])
    })

    test('those that a limit below leaves', async () => {
      const { orders } = shop
      const frame = orders
        .orderBy('id')
        .limit(2)
        .withColumn('all', count().over(Window.partitionBy(lit(1))))
      expect(await valuesOf(frame, 'all')).toEqual([2, 2])
    })

    test('not those that a join above multiplies or drops', async () => {
      const { customers } = shop
      const joined = numbered().join(customers, (o, c) => o.customer_id.eq(c.id))
      expect(await valuesOf(joined.orderBy('id'), 'n')).toEqual([1, 2, 3, 6])
      const right = customers.join(numbered(), (c, o) => c.id.eq(o.customer_id))
      expect(await valuesOf(right.orderBy('n'), 'n')).toEqual([1, 2, 3, 6])
      const kept = numbered().join(customers, (o, c) => o.customer_id.eq(c.id), 'semi')
      expect(await valuesOf(kept.orderBy('n'), 'n')).toEqual([1, 2, 3, 6])
    })

    test('each distinct row, each group', async () => {
      const states = shop.orders.select('status').distinct()
      const placed = states.withColumn('n', (s) => rowNumber().over(Window.orderBy(s.status)))
      expect(await sortedRows(placed)).toEqual([
        ['Paid', 2],
        ['open', 3],
        ['paid', 4],
        [null, 1],
      ])
      const totals = shop.orders.groupBy('status').agg((o) => ({ t: sum(o.total) }))
      const ranked = totals
        .withColumn('place', (s) => rank().over(Window.orderBy(s.t.desc())))
        .filter((s) => s.place.lte(2))
      expect(await sortedRows(ranked)).toEqual([
        ['Paid', 100, 1],
        ['paid', 57, 2],
      ])
    })

    test('windows over windows, aggregates over windows', async () => {
      const twice = numbered().withColumn('m', (o) => max(o.n).over(Window.partitionBy(o.status)))
      expect(await valuesOf(twice.orderBy('id'), 'm')).toEqual([4, 2, 4, 4, 5, 6])
      expect(
        await numbered()
          .agg((o) => ({ best: max(o.n), mean: avg(o.n) }))
          .collect(),
      ).toEqual([{ best: 6, mean: 3.5 }])
      expect(
        await sortedRows(
          numbered()
            .groupBy('status')
            .agg((o) => ({ last: max(o.n) })),
        ),
      ).toEqual([
        ['Paid', 6],
        ['open', 2],
        ['paid', 4],
        [null, 5],
      ])
    })

    test('written inside filter and orderBy', async () => {
      const { orders } = shop
      const newest = Window.partitionBy(orders.customer_id).orderBy(orders.id.desc())
      const latest = orders.filter(rowNumber().over(newest).eq(1), orders.customer_id.isNotNull())
      expect(await valuesOf(latest.orderBy('id'), 'id')).toEqual([2, 3, 5, 6])
      expect(await latest.columns()).toEqual(await orders.columns())
      const turned = orders.orderBy(rowNumber().over(Window.orderBy(orders.id.desc())).asc()).select('id')
      expect(await valuesOf(turned, 'id')).toEqual([6, 5, 4, 3, 2, 1])
    })

    test('an order by a window lasts through a filter above it', async () => {
      const { orders } = shop
      // Three paid orders before the filter, one after it.
      const common = orders.orderBy(count().over(Window.partitionBy(orders.status)).desc(), orders.id.desc())
      const kept = common.filter((o) => o.id.isin([2, 3, 6]))
      expect(await valuesOf(kept, 'id')).toEqual([3, 6, 2])
    })

    test('limited above, the numbers stay', async () => {
      expect(
        await valuesOf(
          numbered()
            .orderBy((o) => o.n.desc())
            .limit(2),
          'n',
        ),
      ).toEqual([6, 5])
      expect(await valuesOf(numbered().orderBy('id').offset(3).limit(2), 'n')).toEqual([4, 5])
    })

    test('in a branch of a case', async () => {
      const { orders } = shop
      const first = rowNumber().over(Window.orderBy(orders.id)).eq(1)
      const marked = orders.select(orders.id, when(first, 'first').otherwise('later').as('place'))
      expect(await valuesOf(marked.orderBy('id').limit(2), 'place')).toEqual(['first', 'later'])
    })

    test('a union of numbered frames', async () => {
      const both = numbered()
        .select('id', 'n')
        .union(
          numbered()
            .filter((o) => o.n.eq(6))
            .select('n', 'id'),
        )
      expect(await both.count()).toBe(7)
    })
  })
})
