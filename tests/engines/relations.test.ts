/** Verbs beyond select, filter, join and groupBy: the same rows on every engine. */
import { describe, expect, test } from 'vitest'
import { count, grouping, groupingId, rank, schema, sum, Window } from '../../src/index.ts'
import { inEveryShop } from './shop.ts'

const valuesOf = (rows: readonly object[]): unknown[][] => rows.map((row) => Object.values(row))
/** Rows without an order, as a set that can be compared. */
const sortedRows = (rows: readonly object[]): object[] =>
  [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

const Sale = schema({ shop: 'string?', day: 'string?', amount: 'long?' })

inEveryShop((shop) => {
  const sales = () =>
    shop.session.createDataFrame(
      [
        { shop: 'a', day: 'mon', amount: 1 },
        { shop: 'a', day: 'tue', amount: 2 },
        { shop: 'b', day: 'mon', amount: 4 },
        { shop: 'b', day: 'mon', amount: 4 },
        { shop: null, day: 'tue', amount: null },
      ],
      Sale,
    )
  const none = () => shop.session.createDataFrame([], Sale)

  describe('duplicates', () => {
    test('dropDuplicates keeps the first row under an order', async () => {
      const rows = await sales()
        .orderBy((s) => s.amount.desc())
        .dropDuplicates('shop')
        .collect()
      expect(sortedRows(rows)).toEqual(
        sortedRows([
          { shop: null, day: 'tue', amount: null },
          { shop: 'a', day: 'tue', amount: 2 },
          { shop: 'b', day: 'mon', amount: 4 },
        ]),
      )
    })
    test('without names it is distinct', async () => {
      expect(await sales().dropDuplicates().count()).toBe(4)
    })
  })

  describe('grouping sets', () => {
    test('rollup: every prefix of the keys, NULL for those left out', async () => {
      const rows = await sales()
        .rollup('shop', 'day')
        .agg((s) => ({ total: sum(s.amount), level: groupingId(), noDay: grouping(s.day) }))
        .orderBy('level', 'shop', 'day')
        .collect()
      expect(rows.map((row) => Object.values(row))).toEqual([
        [null, 'tue', null, 0, 0],
        ['a', 'mon', 1, 0, 0],
        ['a', 'tue', 2, 0, 0],
        ['b', 'mon', 8, 0, 0],
        [null, null, null, 1, 1],
        ['a', null, 3, 1, 1],
        ['b', null, 8, 1, 1],
        [null, null, 11, 3, 1],
      ])
    })
    test('cube: every subset; groupingSets: those asked for', async () => {
      expect(
        await sales()
          .cube('shop', 'day')
          .agg(() => ({ n: count() }))
          .count(),
      ).toBe(4 + 3 + 2 + 1)
      const asked = await sales()
        .groupingSets([['day'], []], 'shop', 'day')
        .agg(() => ({ n: count() }))
        .collect()
      expect(sortedRows(asked)).toEqual(
        sortedRows([
          { shop: null, day: 'mon', n: 3 },
          { shop: null, day: 'tue', n: 2 },
          { shop: null, day: null, n: 5 },
        ]),
      )
    })
    test('no rows give no rows, the set of no keys included', async () => {
      expect(
        await none()
          .rollup('shop')
          .agg(() => ({ n: count() }))
          .collect(),
      ).toEqual([])
    })
  })

  describe('pivot and unpivot', () => {
    test('pivot: a column a value and aggregate; a combination without rows is NULL, counts included', async () => {
      const rows = await sales()
        .groupBy('shop')
        .pivot('day', ['mon', 'tue'])
        .agg((s) => ({ n: count(), total: sum(s.amount) }))
        .orderBy('shop')
        .collect()
      expect(rows).toEqual([
        { shop: null, mon_n: null, mon_total: null, tue_n: 1, tue_total: null },
        { shop: 'a', mon_n: 1, mon_total: 1, tue_n: 1, tue_total: 2 },
        { shop: 'b', mon_n: 2, mon_total: 8, tue_n: null, tue_total: null },
      ])
    })
    test('distinctValues gives what pivot wants: in order, without NULL', async () => {
      expect(await sales().distinctValues('shop')).toEqual(['a', 'b'])
    })
    test('unpivot: a row a value column, NULLs too', async () => {
      const rows = await sales().limit(0).union(sales()).unpivot(['amount'], ['shop', 'day'], 'what', 'is').collect()
      expect(rows).toHaveLength(10)
      expect(sortedRows(rows.filter((row) => row.amount === null))).toEqual(
        sortedRows([
          { amount: null, what: 'shop', is: null },
          { amount: null, what: 'day', is: 'tue' },
        ]),
      )
    })
  })

  describe('set operations', () => {
    const left = () => sales().select('shop', 'amount')
    const right = () => shop.session.createDataFrame([{ shop: 'b', amount: 4 }, { shop: null, amount: null }], schema({ shop: 'string?', amount: 'long?' })) // biome-ignore format: rows
    test('NULL equals NULL; the plain ones are distinct, the others count', async () => {
      expect(valuesOf(await left().intersect(right()).orderBy('shop').collect())).toEqual([
        [null, null],
        ['b', 4],
      ])
      expect(await left().intersectAll(left()).count()).toBe(5)
      expect(valuesOf(await left().subtract(right()).orderBy('amount').collect())).toEqual([
        ['a', 1],
        ['a', 2],
      ])
      expect(valuesOf(await left().exceptAll(right()).orderBy('amount').collect())).toEqual([
        ['a', 1],
        ['a', 2],
        ['b', 4],
      ])
    })
    test('a mistake above one names both sides', async () => {
      const both = left().intersect(right()) as ReturnType<typeof left>
      await expect(both.select('shop', 'amout' as 'amount').collect()).rejects.toThrow(
        /no column "amout" in .*intersect/,
      )
    })
    test('unionAll keeps every row of both', async () => {
      expect(await left().unionAll(right()).count()).toBe(7)
    })
    test('unionByName fills what a side lacks', async () => {
      const rows = await left().limit(0).unionByName(sales().select('day', 'shop').limit(0), { allowMissing: true })
      expect(await rows.columns()).toEqual(['shop', 'amount', 'day'])
    })
  })

  describe('missing values', () => {
    test('fillna: one value for the columns of its kind, or one a column', async () => {
      expect(
        await sales()
          .fillna('?')
          .filter((s) => s.shop.eq('?'))
          .collect(),
      ).toEqual([{ shop: '?', day: 'tue', amount: null }])
      expect(
        await sales()
          .fillna({ amount: 0 })
          .agg((s) => ({ total: sum(s.amount) }))
          .collect(),
      ).toEqual([{ total: 11 }])
    })
    test('dropna: any, all, thresh, subset', async () => {
      expect(await sales().dropna().count()).toBe(4)
      expect(await sales().dropna({ how: 'all' }).count()).toBe(5)
      expect(await sales().dropna({ thresh: 2 }).count()).toBe(4)
      expect(
        await sales()
          .dropna({ subset: ['day'] })
          .count(),
      ).toBe(5)
    })
    test('replace: values of one kind, NULL among the new ones', async () => {
      const rows = await sales()
        .replace({ mon: 'Monday', a: null })
        .filter((s) => s.amount.eq(1))
        .collect()
      expect(rows).toEqual([{ shop: null, day: 'Monday', amount: 1 }])
    })
  })

  describe('columns', () => {
    test('toDF renames all; too few names are an error', async () => {
      expect(await sales().toDF('x', 'y', 'z').columns()).toEqual(['x', 'y', 'z'])
      await expect(sales().toDF('x').columns()).rejects.toThrow(/1 names for 3 columns/)
    })
    test('patterns and bits', async () => {
      const rows = await shop.session
        .createDataFrame([{ t: 'Abc', n: 12 }])
        .select((r) => [
          r.t.rlike('b.$').as('found'),
          r.t.ilike('aB%').as('alike'),
          r.t.substr(2, 2).as('part'),
          r.n.bitwiseAND(10).as('and'),
          r.n.bitwiseOR(3).as('or'),
          r.n.bitwiseXOR(5).as('xor'),
        ])
        .collect()
      expect(rows).toEqual([{ found: true, alike: true, part: 'bc', and: 8, or: 15, xor: 9 }])
    })
    test('a column of the same list by name, and keys of both sides right after a join by name', async () => {
      const { orders, customers } = shop
      const named = customers.rename({ id: 'customer_id' })
      const rows = await orders
        .join(named, 'customer_id', 'left')
        .select(orders.id, named.customer_id.as('found'))
        .orderBy('id')
        .collect()
      expect(valuesOf(rows)).toEqual([[1, 10], [2, 10], [3, 11], [4, null], [5, null], [6, 12]]) // biome-ignore format: rows
    })
    test('a window over groups', async () => {
      const rows = await sales()
        .dropna()
        .groupBy('shop')
        .agg((s) => ({ total: sum(s.amount), place: rank().over(Window.orderBy(sum(s.amount).desc())) as never }))
        .orderBy('place')
        .collect()
      expect(valuesOf(rows)).toEqual([
        ['b', 8, 1],
        ['a', 3, 2],
      ])
    })
  })
})
