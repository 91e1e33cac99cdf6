/** Queries of which an engine, or our SQL for it, once gave other rows: found by random programs. */
import { describe, expect, test } from 'vitest'
import { col, count, hex, lit, max, rowNumber, Session, substring, Window } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { frameOf } from './cases.ts'
import { sortedRows } from './shop.ts'

onEveryEngine((database) => {
  const session = () => new Session(database.engine)
  const numbers = () =>
    frameOf(session(), { k: 'int?', price: 'decimal(8,2)' }, [
      [1000, '1.00'],
      [1, '0.00'],
    ])

  describe('semi and anti joins', () => {
    test('on a comparison that is no equality beside an ordering', async () => {
      const one = numbers()
      const other = one.alias('other')
      const condition = one.k.ne(other.k).and(one.price.gte(other.price))
      expect(await sortedRows(one.join(other, condition, 'semi'))).toEqual([[1000, '1.00']])
      expect(await sortedRows(one.join(other, condition, 'anti'))).toEqual([[1, '0.00']])
    })

    test('on such a pair beside an equality', async () => {
      const rows = [
        [1, 1, 7],
        [2, 2, 7],
        [3, 9, 8],
      ] as const
      const one = frameOf(session(), { a: 'int', b: 'int', c: 'int' }, rows)
      const other = one.alias('other')
      const condition = one.c.eq(other.c).and(one.a.ne(other.a)).and(one.b.lt(other.b))
      expect(await sortedRows(one.join(other, condition, 'semi'))).toEqual([[1, 1, 7]])
    })
  })

  describe('joins of limited frames', () => {
    test('limit first', async () => {
      const rows = [
        [null, 1, null],
        ['b', 1, true],
        ['a', -3, false],
        [null, null, true],
      ]
      const types = { g: 'string?', id: 'long?', ok: 'boolean?' } as const
      await frameOf(session(), types, rows).write('limited', { mode: 'overwrite' })
      const first = session().table('limited').orderBy('g', 'id', 'ok').limit(2).select('ok')
      // An engine that tells one side what it knows of the other does so at some times and not at others.
      for (let time = 0; time < 10; time++) {
        const joined = first.join(first.alias('again'), 'ok')
        expect(await joined.collect()).toEqual([{ ok: true }])
      }
    })
  })

  describe('aggregates and windows inside of functions that an engine answers with a query of its own', () => {
    const rows = [
      [1, '1.50'],
      [2, '1.50'],
      [3, '2.00'],
    ]
    const three = () => frameOf(session(), { k: 'int', price: 'decimal(8,2)' }, rows)

    test('an aggregate that reads no column is one of the rows around', async () => {
      const counted = three().agg(() => ({ rest: count().div(2).mod(1), hex: hex(count()), one: max(lit(1.5)).mod(1) }))
      expect(await sortedRows(counted)).toEqual([[0.5, '3', 0.5]])
      const none = three()
        .filter((o) => o.k.gt(9))
        .agg(() => ({ most: max(lit(1.5)) }))
      expect(await sortedRows(none.select((o) => [o.most.mod(1).as('rest')]))).toEqual([[null]])
    })

    test('a window sees the rows around', async () => {
      const place = rowNumber().over(Window.orderBy(col('k')))
      const wanted = [
        [1, 0.5, '1'],
        [2, 1, '2'],
        [3, 0, '3'],
      ]
      const numbered = three().withColumn('n', place.cast('double'))
      const rest = numbered.select((o) => [o.k, o.n.div(2).mod(1.5).as('rest'), hex(o.k).as('hex')])
      expect(await sortedRows(rest)).toEqual(wanted)
      const atOnce = three().select((o) => [o.k, place.div(2).mod(1.5).as('rest'), hex(place).as('hex')])
      expect(await sortedRows(atOnce)).toEqual(wanted)
    })

    test('in a condition on groups', async () => {
      const many = three()
        .groupBy('price')
        .agg(() => ({ n: count() }))
        .filter((o) => o.n.div(4).mod(1).eq(0.5))
      expect(await sortedRows(many)).toEqual([['1.50', 2]])
    })
  })

  describe('unions', () => {
    test('of a union under other names', async () => {
      const one = numbers()
      const renamed = one.union(one).rename({ k: 'n' })
      const all = renamed.union(one).filter(col('n').gt(1))
      expect(await all.columns()).toEqual(['n', 'price'])
      expect(await all.count()).toBe(3)
    })

    test('of outer joins, filtered', async () => {
      const left = frameOf(session(), { id: 'int', x: 'double' }, [])
      const right = frameOf(session(), { k: 'int?' }, [[0]])
      await left.write('outer_left', { mode: 'overwrite' })
      await right.write('outer_right', { mode: 'overwrite' })
      const [a, b] = [session().table('outer_left'), session().table('outer_right')]
      for (const how of ['right', 'full'] as const) {
        const joined = a.join(b, a.col('id').eq(b.col('k')), how)
        expect(await joined.union(joined).filter(col('k').isNull()).collect()).toEqual([])
      }
    })
  })

  describe('grouping sets', () => {
    test('with one column under two names', async () => {
      const one = numbers().limit(1).select('k')
      const twice = one.withColumn('n', one.k)
      const expected = [
        [1000, 1000, 1],
        [1000, null, 1],
        [null, null, 1],
      ]
      expect(await sortedRows(twice.rollup('k', 'n').agg({ rows: count() }))).toEqual(expected)
      const again = one.rollup(one.k, one.k.as('n')).agg({ rows: count() })
      expect(await sortedRows(again.select('k', 'n', 'rows'))).toEqual(expected)
    })
  })

  test('one column as two keys, in a frame that is joined', async () => {
    const one = numbers()
    const grouped = one.groupBy(one.price.as('n'), one.price).agg({ rows: count() })
    const first = grouped.join(one, grouped.n.eq(one.k), 'inner').orderBy('price', 'k').limit(1)
    expect(await first.filter(col('rows').eq(1)).columns()).toEqual(['n', 'price', 'rows', 'k', 'price_right'])
    const expected = [{ n: '1.00', price: '1.00', rows: 1, k: 1, price_right: '0.00' }]
    expect(await first.filter(col('rows').eq(1)).collect()).toEqual(expected)
    expect(await grouped.limit(2).select(grouped.price).count()).toBe(2)
  })

  test('the first row of each group, of those in a range', async () => {
    const half = numbers().withColumn('half', (c) => c.k.div(2))
    const found = half.filter((c) => c.half.gt(0).and(c.half.lt(10))).dropDuplicates('price')
    expect(await sortedRows(found)).toEqual([[1, '0.00', 0.5]])
    const drawn = numbers().select('k').sample(0.999999, 1).dropDuplicates('k')
    expect(await sortedRows(drawn)).toEqual([[1000], [1]])
  })

  test('an aggregation of all rows, of which only a constant is read', async () => {
    const marked = numbers().agg({ rows: count() }).withColumn('mark', lit(true))
    const read = marked.unpivot([], ['mark'])
    expect(await read.filter(col('value')).collect()).toEqual([{ variable: 'mark', value: true }])
  })

  test('text from further behind than it is long, in a column of ASCII', async () => {
    const texts = frameOf(session(), { s: 'string' }, [['A'], ['ABC']])
    await texts.write('ascii', { mode: 'overwrite' })
    const stored = session().table('ascii')
    const cut = stored.select((c) => [substring(c.s, -2, 1).as('one'), substring(c.s, -2, 2).as('two')])
    expect(await sortedRows(cut)).toEqual([
      ['', 'A'],
      ['B', 'BC'],
    ])
  })

  describe('constants', () => {
    test('between bounds of another type', async () => {
      const found = numbers().filter((c) => lit(1, 'long').between(0.5, c.k.cast('double')))
      expect(await sortedRows(found)).toEqual([
        [1, '0.00'],
        [1000, '1.00'],
      ])
    })

    test('as keys of an order', async () => {
      const marked = numbers().withColumn('mark', lit('a')).orderBy('mark', 'k')
      expect((await marked.collect()).map((row) => row.k)).toEqual([1, 1000])
    })
  })
})
