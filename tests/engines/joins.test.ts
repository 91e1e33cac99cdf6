import { describe, expect, test } from 'vitest'
import {
  coalesce,
  DuplicateColumn,
  InvalidArgument,
  lit,
  MisplacedAggregate,
  sum,
  UnknownColumn,
} from '../../src/index.ts'
import { inEveryShop, sortedRows } from './shop.ts'

inEveryShop((shop) => {
  const left = () =>
    shop.session.createDataFrame([
      { k: 1, a: 'l1' },
      { k: 2, a: 'l2' },
      { k: 2, a: 'l2b' },
      { k: null, a: 'l0' },
    ])
  const right = () =>
    shop.session.createDataFrame([
      { b: 'r2', k: 2 },
      { b: 'r3', k: 3 },
      { b: 'r0', k: null },
    ])

  describe('by name: the key once and first, NULL keys match nothing', () => {
    const expected = {
      inner: [
        [2, 'l2', 'r2'],
        [2, 'l2b', 'r2'],
      ],
      left: [
        [1, 'l1', null],
        [2, 'l2', 'r2'],
        [2, 'l2b', 'r2'],
        [null, 'l0', null],
      ],
      right: [
        [2, 'l2', 'r2'],
        [2, 'l2b', 'r2'],
        [3, null, 'r3'],
        [null, null, 'r0'],
      ],
      full: [
        [1, 'l1', null],
        [2, 'l2', 'r2'],
        [2, 'l2b', 'r2'],
        [3, null, 'r3'],
        [null, 'l0', null],
        [null, null, 'r0'],
      ],
      semi: [
        [2, 'l2'],
        [2, 'l2b'],
      ],
      anti: [
        [1, 'l1'],
        [null, 'l0'],
      ],
    } as const
    for (const [how, rows] of Object.entries(expected)) {
      test(how, async () => {
        const joined = left().join(right(), 'k', how as 'inner')
        expect(await joined.columns()).toEqual(how === 'semi' || how === 'anti' ? ['k', 'a'] : ['k', 'a', 'b'])
        expect(await sortedRows(joined)).toEqual(rows)
      })
    }

    test('by several names', async () => {
      const pairs = shop.session.createDataFrame([
        { x: 1, y: 1, p: 'a' },
        { x: 1, y: 2, p: 'b' },
      ])
      const others = shop.session.createDataFrame([
        { y: 2, x: 1, q: 'c' },
        { y: 9, x: 1, q: 'd' },
      ])
      expect(await pairs.join(others, ['y', 'x'], 'full').columns()).toEqual(['y', 'x', 'p', 'q'])
      expect(await sortedRows(pairs.join(others, ['y', 'x'], 'full'))).toEqual([
        [1, 1, 'a', null],
        [2, 1, 'b', 'c'],
        [9, 1, null, 'd'],
      ])
    })

    test('the names of Spark', async () => {
      const count = (how: string) =>
        left()
          .join(right(), 'k', how as 'inner')
          .count()
      const kinds = ['leftouter', 'left_outer', 'rightouter', 'outer', 'full_outer', 'leftsemi', 'left_anti']
      expect(await Promise.all(kinds.map(count))).toEqual([4, 4, 4, 6, 6, 2, 2])
    })

    test('other columns of one name get the suffix', async () => {
      const other = right().rename({ b: 'a' })
      expect(await left().join(other, 'k').columns()).toEqual(['k', 'a', 'a_right'])
      expect(await left().join(other, 'k', { suffix: '_2' }).columns()).toEqual(['k', 'a', 'a_2'])
    })
  })

  describe('by condition: all columns of both', () => {
    const expected = {
      inner: [[10, 'Ada', 1], [10, 'Ada', 2], [11, 'Bob', 3], [12, 'Cleo', 6]],
      left: [[10, 'Ada', 1], [10, 'Ada', 2], [11, 'Bob', 3], [12, 'Cleo', 6], [13, 'Dora', null]],
      right: [[10, 'Ada', 1], [10, 'Ada', 2], [11, 'Bob', 3], [12, 'Cleo', 6], [null, null, 4], [null, null, 5]],
      full: [
        [10, 'Ada', 1], [10, 'Ada', 2], [11, 'Bob', 3], [12, 'Cleo', 6], [13, 'Dora', null], [null, null, 4], [null, null, 5],
      ],
      semi: [[10, 'Ada'], [11, 'Bob'], [12, 'Cleo']],
      anti: [[13, 'Dora']],
    } as const // biome-ignore format: one kind a line
    for (const [how, rows] of Object.entries(expected)) {
      test(how, async () => {
        const joined = shop.customers.join(shop.orders, (c, o) => c.id.eq(o.customer_id), how as 'inner')
        const inside = how === 'semi' || how === 'anti'
        expect(await joined.columns()).toEqual(
          inside
            ? ['id', 'name', 'city']
            : ['id', 'name', 'city', 'id_right', 'customer_id', 'status', 'total', 'placed'],
        )
        expect(
          await sortedRows(inside ? joined.select('id', 'name') : joined.select('id', 'name', 'id_right')),
        ).toEqual(rows)
      })
    }

    test('a condition that is no equality, in every kind of join', async () => {
      const counts: Record<string, number> = {}
      for (const how of ['inner', 'left', 'right', 'full', 'semi', 'anti'] as const)
        counts[how] = await left()
          .join(right(), (l, r) => l.k.lt(r.k), how)
          .count()
      expect(counts).toEqual({ inner: 4, left: 5, right: 5, full: 6, semi: 3, anti: 1 })
      expect(
        await sortedRows(
          left()
            .join(right(), (l, r) => l.k.lt(r.k), 'full')
            .select('a', 'b'),
        ),
      ).toEqual([
        ['l0', null],
        ['l1', 'r2'],
        ['l1', 'r3'],
        ['l2', 'r3'],
        ['l2b', 'r3'],
        [null, 'r0'],
      ])
    })

    test('NULLs match where the condition says so', async () => {
      const safe = left().join(right(), (l, r) => l.k.eqNullSafe(r.k), 'full')
      expect(await sortedRows(safe.select('a', 'b'))).toEqual([
        ['l0', 'r0'],
        ['l1', null],
        ['l2', 'r2'],
        ['l2b', 'r2'],
        [null, 'r3'],
      ])
    })

    test('references to both frames in place of a function', async () => {
      const { orders, customers } = shop
      expect(await orders.join(customers, orders.customer_id.eq(customers.id)).count()).toBe(4)
    })

    test('columns that a join can leave empty are nullable', async () => {
      const { orders, customers } = shop
      const joined = orders.join(customers, (o, c) => o.customer_id.eq(c.id), 'left')
      const unmatched = joined.filter((o) => o.name.isNull()).orderBy('id')
      expect(await unmatched.select('id', 'id_right', 'name').collect()).toEqual([
        { id: 4, id_right: null, name: null },
        { id: 5, id_right: null, name: null },
      ])
      expect(
        await joined
          .orderBy((o) => [o.name.asc(), o.id.asc()])
          .select('id')
          .limit(2)
          .collect(),
      ).toEqual([{ id: 4 }, { id: 5 }])
    })
  })

  describe('meaning survives fusing', () => {
    test('a constant or coalesce of the side that can be empty is NULL there', async () => {
      const known = right()
        .withColumn('known', lit(true))
        .withColumn('b', (r) => coalesce(r.b, '?'))
      expect(await sortedRows(left().join(known, 'k', 'left').select('a', 'b', 'known'))).toEqual([
        ['l0', null, null],
        ['l1', null, null],
        ['l2', 'r2', true],
        ['l2b', 'r2', true],
      ])
      const marked = left().withColumn('a', lit('left'))
      expect(await sortedRows(marked.join(right(), 'k', 'right').select('a', 'b'))).toEqual([
        ['left', 'r2'],
        ['left', 'r2'],
        [null, 'r0'],
        [null, 'r3'],
      ])
    })

    test('a filter below an outer join leaves its other side whole', async () => {
      const few = right().filter((r) => r.b.eq('r3'))
      expect(await left().join(few, 'k', 'left').count()).toBe(4)
      expect(
        await left()
          .filter((l) => l.k.eq(1))
          .join(right(), 'k', 'right')
          .count(),
      ).toBe(3)
      expect(
        await left()
          .filter((l) => l.k.eq(1))
          .join(few, 'k', 'full')
          .count(),
      ).toBe(2)
      expect(
        await left()
          .join(right(), 'k', 'left')
          .filter((j) => j.b.isNull())
          .count(),
      ).toBe(2)
    })

    test('joins of limited, distinct, grouped, united and joined frames', async () => {
      const { orders, customers } = shop
      const one = orders.orderBy('id').limit(1)
      expect(await customers.join(one, (c, o) => c.id.eq(o.customer_id)).count()).toBe(1)
      expect(await one.join(customers, (o, c) => o.customer_id.eq(c.id)).count()).toBe(1)
      expect(
        await customers.join(orders.select('customer_id').distinct(), (c, o) => c.id.eq(o.customer_id)).count(),
      ).toBe(3)
      const totals = orders.groupBy('customer_id').agg((o) => ({ total: sum(o.total) }))
      expect(
        await sortedRows(customers.join(totals, (c, t) => c.id.eq(t.customer_id), 'left').select('name', 'total')),
      ).toEqual([
        ['Ada', 70.5],
        ['Bob', null],
        ['Cleo', 100],
        ['Dora', null],
      ])
      const both = orders.join(customers, (o, c) => o.customer_id.eq(c.id)).select('total', 'city')
      expect(await customers.join(both, 'city').count()).toBe(5)
      expect(await customers.join(orders.union(orders), (c, o) => c.id.eq(o.customer_id)).count()).toBe(8)
      expect(await orders.join(customers.limit(0), (o, c) => o.customer_id.eq(c.id), 'anti').count()).toBe(6)
      expect(await orders.join(both, (o, b) => o.total.eq(b.total), 'semi').count()).toBe(3)
    })
  })

  describe('a frame with itself', () => {
    test('by function, twice over', async () => {
      const numbers = shop.session.createDataFrame([
        { n: 1, next: 2 },
        { n: 2, next: 3 },
        { n: 3, next: 1 },
      ])
      const steps = numbers.join(numbers, (a, b) => a.next.eq(b.n)).select('n', 'next_right')
      expect(await sortedRows(steps)).toEqual([
        [1, 3],
        [2, 1],
        [3, 2],
      ])
      const { customers } = shop
      const neighbours = customers
        .join(customers, (a, b) => a.city.eq(b.city).and(a.id.lt(b.id)))
        .join(customers, (ab, c) => ab.id_right.eq(c.id), { suffix: '_again' })
      expect(await neighbours.collect()).toEqual([
        {
          id: 10,
          name: 'Ada',
          city: 'Bern',
          id_right: 13,
          name_right: 'Dora',
          city_right: 'Bern',
          id_again: 13,
          name_again: 'Dora',
          city_again: 'Bern',
        },
      ])
    })

    test('by name, and every kind', async () => {
      const { customers } = shop
      for (const how of ['inner', 'left', 'right', 'full'] as const)
        expect(await customers.join(customers, 'id', how).count()).toBe(4)
      expect(await customers.join(customers, 'city').count()).toBe(5)
      expect(await customers.join(customers, 'city', 'semi').count()).toBe(3)
      expect(await customers.join(customers, 'city', 'anti').count()).toBe(1)
      expect(await customers.crossJoin(customers).count()).toBe(16)
    })
  })

  describe('what a join refuses', () => {
    test('a name that collides with the suffix too', async () => {
      const other = right().withColumn('a', lit('x')).withColumn('a_right', lit('y'))
      const error = await left()
        .withColumn('a_right', lit('z'))
        // @ts-expect-error: the types see it, too
        .join(other, 'k')
        .collect()
        .catch((reason: unknown) => reason)
      expect(error).toBeInstanceOf(DuplicateColumn)
      expect(error).toMatchObject({ hint: "choose another suffix: join(other, on, { suffix: '_other' })" })
    })

    test('nothing to join on, an unknown kind, no frame', () => {
      expect(() => left().join(right(), undefined as never)).toThrow(
        'join needs to know what to join on, not undefined',
      )
      expect(() => left().join(right(), [] as never)).toThrow(InvalidArgument)
      expect(() => left().join(right(), (() => true) as never)).toThrow('not true')
      expect(() => left().join(right(), 'k', 'inwards' as never)).toThrow("join knows no kind the string 'inwards'")
      expect(() => left().join('customers' as never, 'k' as never)).toThrow(
        "join takes another frame, not the string 'customers'",
      )
      expect(() => left().join(undefined as never, 'k' as never)).toThrow('join takes another frame, not undefined')
      expect(() => left().join(right(), 'k', { suffix: '' as never })).toThrow('suffix')
    })

    test('keys that are missing or do not meet, aggregates in a condition', async () => {
      await expect(
        left()
          .join(right(), 'q' as never)
          .collect(),
      ).rejects.toThrow(UnknownColumn)
      await expect(
        left()
          .join(right().rename({ k: 'a', b: 'z' }), 'a' as never)
          .collect(),
      ).rejects.toThrow('do not meet')
      await expect(
        left()
          .join(right(), (l, r) => sum(l.k).eq(r.k as never) as never)
          .collect(),
      ).rejects.toThrow(MisplacedAggregate)
    })
  })
})
