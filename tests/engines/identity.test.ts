import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AmbiguousColumn, col, count, DuplicateColumn, ForeignColumn, max, UnknownColumn } from '../../src/index.ts'
import { offline, tablesOf } from '../compiler/support.ts'
import { inEveryShop, sortedRows, valuesOf } from './shop.ts'

inEveryShop((shop) => {
  describe('a reference finds its column', () => {
    test('through filter, sort, limit, select and rename', async () => {
      const { orders } = shop
      const later = orders
        .filter(orders.id.lt(6))
        .orderBy(orders.id)
        .limit(5)
        .rename({ total: 'net' })
        .select('id', 'net')
      expect(await valuesOf(later.filter(orders.total.gt(10)), 'id')).toEqual([1, 2])
      expect(await later.select(orders.total).columns()).toEqual(['total'])
      expect(await later.drop(orders.total as never).columns()).toEqual(['id'])
    })

    test('through swapped names, by identity and not by name', async () => {
      const { customers } = shop
      const swapped = customers.rename({ name: 'city', city: 'name' })
      expect(await swapped.filter(customers.name.eq('Ada')).select('city').collect()).toEqual([{ city: 'Ada' }])
      expect(await swapped.filter((c) => c.name.eq('Bern')).count()).toBe(2)
    })

    test('through group keys', async () => {
      const { orders } = shop
      const counted = orders.groupBy(orders.status).agg({ n: count() })
      expect(await counted.filter(orders.status.eq('paid')).collect()).toEqual([{ status: 'paid', n: 3 }])
    })

    test('through joins, on either side', async () => {
      const { orders, customers } = shop
      const joined = orders.join(customers, orders.customer_id.eq(customers.id))
      const wanted = joined.filter(customers.city.eq('Bern').and(orders.total.gt(30)))
      expect(await wanted.select(orders.id, customers.name).collect()).toEqual([{ id: 1, name: 'Ada' }])
      expect(await wanted.select(customers.id.as('c'), orders.id.as('o')).collect()).toEqual([{ c: 10, o: 1 }])
    })

    test('of a shared ancestor, where the condition compares it with a frame of its own', async () => {
      const { orders } = shop
      const latest = orders.groupBy('customer_id').agg((o) => ({ last: max(o.id) }))
      const joined = orders.join(latest, orders.id.eq(latest.last))
      expect(await valuesOf(joined.orderBy(orders.id), 'id')).toEqual([2, 3, 4, 5, 6])
      const big = orders.filter((o) => o.total.gt(20))
      expect(await valuesOf(orders.join(big, orders.id.eq(big.id)).orderBy(orders.id), 'id')).toEqual([1, 2, 6])
    })

    test('in a join by name the keys of both sides are their own, also where a side is empty', async () => {
      const { orders, customers } = shop
      const keyed = customers.rename({ id: 'customer_id' })
      const joined = orders.join(keyed, 'customer_id', 'left')
      expect(await joined.filter(orders.customer_id.eq(99)).count()).toBe(1)
      expect(await valuesOf(joined.filter(keyed.customer_id.isNull()).orderBy('id'), 'id')).toEqual([4, 5])
      const other = orders.join(keyed, 'customer_id', 'right')
      expect(await other.filter(keyed.customer_id.eq(13)).count()).toBe(1)
      expect(await other.filter(orders.customer_id.eq(13)).count()).toBe(0)
      // Only right after the join: a frame made of it has one key.
      await expect(joined.distinct().filter(keyed.customer_id.isNull()).collect()).rejects.toThrow(ForeignColumn)
    })

    test("in a self-join by condition, the operands' columns", async () => {
      const { customers } = shop
      const other = customers.alias('other')
      const pairs = customers.join(other, customers.city.eq(other.city).and(customers.id.lt(other.id)))
      expect(await pairs.select(customers.name.as('a'), other.name.as('b')).collect()).toEqual([
        { a: 'Ada', b: 'Dora' },
      ])
    })

    test('of a frame that is joined twice, once it lost its keys to the first join', async () => {
      const { orders } = shop
      const paid = orders.filter((o) => o.status.eq('paid'))
      const both = paid.join(orders, ['id', 'customer_id', 'status', 'total', 'placed'], 'full')
      const again = both.join(orders, both.id.eq(orders.id))
      expect(await valuesOf(again.filter(orders.status.eq('open')), 'id_right')).toEqual([2])
    })

    test('in a join of two frames with one ancestor, the operand beats the ancestor', async () => {
      const { orders } = shop
      const paid = orders.filter((o) => o.status.eq('paid'))
      const open = orders.filter((o) => o.status.eq('open'))
      const both = open.join(paid, open.customer_id.eq(paid.customer_id))
      expect(await both.select(open.id.as('open'), paid.id.as('paid')).collect()).toEqual([{ open: 2, paid: 1 }])
      await expect(both.select(orders.id).collect()).rejects.toThrow(AmbiguousColumn)
    })

    test('col binds by name where it is used', async () => {
      const { orders } = shop
      expect(
        await orders
          .withColumn('total', (o) => o.total.times(2))
          .filter(col('total').gt(100))
          .count(),
      ).toBe(1)
      await expect(orders.join(shop.customers, col('id').eq(1)).collect()).rejects.toThrow(AmbiguousColumn)
      expect(
        await orders
          .join(shop.customers, col('customer_id').eq(col('name').isNull() as never) as never, 'inner')
          .columns()
          .catch((error: Error) => error.name),
      ).toBe('TypeMismatch')
    })
  })

  describe('a reference that has lost its column', () => {
    const losing = {
      dropped: () => shop.orders.drop('total'),
      'not selected': () => shop.orders.select('id'),
      replaced: () => shop.orders.withColumn('total', (o) => o.total.times(2)),
      aggregated: () => shop.orders.groupBy('status').agg({ n: count() }),
      'of an alias': () => shop.orders.alias('o'),
      'of a union': () => shop.orders.union(shop.orders),
      'of another table': () => shop.customers,
      'of the right side of a semi join': () =>
        shop.customers.join(shop.orders, (c, o) => c.id.eq(o.customer_id), 'semi'),
    }
    for (const [how, frame] of Object.entries(losing)) {
      test(how, async () => {
        const error = await frame()
          .filter(shop.orders.total.gt(1))
          .collect()
          .catch((reason: unknown) => reason)
        expect(error).toBeInstanceOf(how === 'replaced' ? Error : ForeignColumn)
        expect(String(error)).toMatch(/filter: the column "total" of orders is not part of /)
      })
    }

    test('the error names both frames and what there is', async () => {
      const { orders, customers } = shop
      const error = await customers
        .select(orders.total)
        .collect()
        .catch((reason: unknown) => reason)
      expect(error).toMatchObject({
        name: 'ForeignColumn',
        message: 'select: the column "total" of orders is not part of customers',
        hint: expect.stringContaining('There are id, name, city.') as string,
      })
    })

    test('in a join condition', async () => {
      const { orders, customers } = shop
      const third = orders.alias('third')
      await expect(orders.join(customers, third.id.eq(customers.id)).collect()).rejects.toThrow(ForeignColumn)
      await expect(orders.join(orders, orders.id.eq(orders.customer_id)).collect()).rejects.toThrow(AmbiguousColumn)
    })

    test('a name that is not there at all', async () => {
      const error = await shop.session
        .table('orders')
        .filter(col('totl').gt(1))
        .collect()
        .catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(UnknownColumn)
      expect(error).toMatchObject({
        message: 'filter: no column "totl" in orders',
        hint: expect.stringContaining('Did you mean "total"?') as string,
      })
    })

    test('two outputs of one name', async () => {
      const { orders } = shop
      await expect(orders.select('id', orders.total.as('id')).collect()).rejects.toThrow(DuplicateColumn)
      await expect(orders.groupBy('status').agg({ status: count() }).collect()).rejects.toThrow(DuplicateColumn)
    })
  })

  test('the rows of a filter by reference are those of a filter by name, whatever lies between', async () => {
    const { orders } = shop
    const between: Record<string, { filter(c: unknown): { select(c: unknown): { collect(): Promise<object[]> } } }> = {
      rename: orders.rename({ status: 'state' }) as never,
      select: orders.select('id', 'total') as never,
      sort: orders.orderBy('placed') as never,
      join: orders.join(shop.customers, (o, c) => o.customer_id.eq(c.id), 'left') as never,
    }
    for (const frame of Object.values(between))
      expect(await sortedRows(frame.filter(orders.total.gt(10)).select(orders.id))).toEqual([[1], [2], [6]])
  })
})

describe('no cross join that nobody wrote', () => {
  type Frame = ReturnType<typeof tablesOf>['orders']

  test('in random chains of references', () => {
    const step = fc.record({
      verb: fc.constantFrom(
        'filter',
        'withColumn',
        'orderBy',
        'limit',
        'distinct',
        'alias',
        'join',
        'self',
        'semi',
        'union',
      ),
      // Which of the frames built so far the step refers to: often one that is not its input.
      of: fc.nat(20),
    })
    let compiled = 0
    let refused = 0
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.constantFrom('sqlite', 'postgres', 'duckdb'),
        (steps, dialect) => {
          const { orders } = tablesOf(offline[dialect])
          const frames: Frame[] = [orders]
          for (const { verb, of } of steps) {
            const current = frames.at(-1) as Frame
            const other = frames[of % frames.length] as Frame
            frames.push(applyStep(current, other, verb))
          }
          for (const frame of frames) {
            let sql: string
            try {
              sql = frame.toSQL().sql
            } catch (error) {
              // Refusing is right; answering with every pair of rows is not.
              expect(['ForeignColumn', 'AmbiguousColumn', 'DuplicateColumn']).toContain((error as Error).name)
              refused += 1
              continue
            }
            compiled += 1
            expect(sql).not.toMatch(/cross join/i)
            expect(sql).not.toMatch(/from ("orders"|\([^()]*\) as "q\d+"),/i)
            expect(sql.match(/ join /g)?.length ?? 0).toBe(sql.match(/ on /g)?.length ?? 0)
          }
        },
      ),
      { numRuns: 300 },
    )
    expect(compiled).toBeGreaterThan(300)
    expect(refused).toBeGreaterThan(10)
  })

  function applyStep(current: Frame, other: Frame, verb: string): Frame {
    switch (verb) {
      case 'filter':
        return current.filter(other.total.gt(1))
      case 'withColumn':
        return current.withColumn('placed', other.placed)
      case 'orderBy':
        return current.orderBy(other.id)
      case 'limit':
        return current.limit(3)
      case 'distinct':
        return current.distinct()
      case 'alias':
        return current.alias('a')
      case 'join': {
        const joined = current.join(other, current.id.eq(other.customer_id))
        return joined.select(current.id, current.customer_id, current.status, other.total, current.placed)
      }
      case 'self':
        return current
          .join(other, (l, r) => l.id.eq(r.customer_id), 'left')
          .select('id', 'customer_id', 'status', 'total', 'placed')
      case 'semi':
        return current.join(other, current.id.eq(other.id), 'semi')
      default:
        return current.union(other)
    }
  }
})
