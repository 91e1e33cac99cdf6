import { describe, expect, test } from 'vitest'
import { countDistinct, max, min, rowNumber, Window } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

/** In the order of their code points, which no language has. */
const WORDS = ['', ' ', '10', '9', 'Z', '[', 'a', 'a ', 'ab', 'b', 'e\u0301', 'z', 'Ä', 'ß', 'ä', 'é', 'İ', 'ı', '日', '\uffff', '😀'] // biome-ignore format: one glance
const shuffled = <T>(values: readonly T[]): T[] =>
  values.map((_, index) => values[(index * 8 + 3) % values.length] as T)

onEveryEngine((database) => {
  const { session } = casesOn(database)
  const words = () =>
    frameOf(
      session(),
      { w: 'string' },
      shuffled(WORDS).map((word) => [word]),
    )

  describe('text by code point', () => {
    test('orderBy, both ways', async () => {
      expect(new Set(shuffled(WORDS)).size).toBe(WORDS.length)
      expect((await words().orderBy('w').collect()).map((row) => row.w)).toStrictEqual(WORDS)
      const down = await words()
        .orderBy((c) => c.w.desc())
        .collect()
      expect(down.map((row) => row.w)).toStrictEqual([...WORDS].reverse())
    })
    test('orderBy of a computed text, of a column below a limit, and of a table', async () => {
      const computed = await words()
        .withColumn('w', (c) => c.w.cast('string'))
        .orderBy((c) => c.w.cast('string'))
        .collect()
      expect(computed.map((row) => row.w)).toStrictEqual(WORDS)
      const first = await words()
        .orderBy('w')
        .limit(5)
        .orderBy((c) => c.w.desc())
        .collect()
      expect(first.map((row) => row.w)).toStrictEqual(WORDS.slice(0, 5).reverse())
      await words().write('words', { mode: 'overwrite' })
      expect((await session().table('words').orderBy('w').collect()).map((row) => row.w)).toStrictEqual(WORDS)
    })
    test('min, max, distinct, groupBy, countDistinct tell all of them apart', async () => {
      const twice = words().union(words())
      expect(
        await twice.agg((c) => ({ least: min(c.w), most: max(c.w), kinds: countDistinct(c.w) })).collect(),
      ).toStrictEqual([{ least: '', most: '😀', kinds: WORDS.length }])
      expect(await twice.distinct().count()).toBe(WORDS.length)
      const groups = await twice.groupBy('w').count().orderBy('w').collect()
      expect(groups).toStrictEqual(WORDS.map((w) => ({ w, count: 2 })))
    })
    test('a join meets equal text alone', async () => {
      const joined = await words().join(words(), 'w').orderBy('w').collect()
      expect(joined.map((row) => row.w)).toStrictEqual(WORDS)
      const below = await words()
        .join(words(), (l, r) => l.w.lt(r.w))
        .count()
      expect(below).toBe((WORDS.length * (WORDS.length - 1)) / 2)
    })
    test('a window orders by it', async () => {
      const numbered = await words()
        .withColumn('place', (c) => rowNumber().over(Window.orderBy(c.w)))
        .orderBy('place')
        .collect()
      expect(numbered.map((row) => row.w)).toStrictEqual(WORDS)
    })
    test('range conditions select by it', async () => {
      const between = await words()
        .filter((c) => c.w.between('Z', 'b'))
        .orderBy('w')
        .collect()
      expect(between.map((row) => row.w)).toStrictEqual(['Z', '[', 'a', 'a ', 'ab', 'b'])
    })
  })

  describe('NULLs', () => {
    const rows = () => frameOf(session(), { v: 'long?' }, [[2], [null], [1]])
    test.each([
      ['asc', [null, 1, 2]],
      ['desc', [2, 1, null]],
      ['ascNullsFirst', [null, 1, 2]],
      ['ascNullsLast', [1, 2, null]],
      ['descNullsFirst', [null, 2, 1]],
      ['descNullsLast', [2, 1, null]],
    ] as const)('%s', async (order, expected) => {
      const found = await rows()
        .orderBy((c) => c.v[order]())
        .collect()
      expect(found.map((row) => row.v)).toStrictEqual(expected)
    })
    test('are least in windows, too, and one group', async () => {
      const placed = await rows()
        .withColumn('place', (c) => rowNumber().over(Window.orderBy(c.v.desc())))
        .orderBy('place')
        .collect()
      expect(placed.map((row) => row.v)).toStrictEqual([2, 1, null])
      expect(await rows().union(rows()).groupBy('v').count().orderBy('v').collect()).toStrictEqual([
        { v: null, count: 2 },
        { v: 1, count: 2 },
        { v: 2, count: 2 },
      ])
    })
  })

  test('several keys, each its own way', async () => {
    const frame = frameOf(session(), { a: 'string?', b: 'double?' }, [
      ['x', 1],
      ['X', 2],
      ['x', null],
      [null, 3],
    ])
    expect(await frame.orderBy((c) => [c.a.desc(), c.b]).collect()).toStrictEqual([
      { a: 'x', b: null },
      { a: 'x', b: 1 },
      { a: 'X', b: 2 },
      { a: null, b: 3 },
    ])
  })

  test('booleans, dates, timestamps, decimals and infinity in their order', async () => {
    const frame = frameOf(session(), { p: 'boolean', d: 'date', t: 'timestamp', n: 'decimal(8,2)', f: 'double' }, [
      [true, '2024-01-01', '2024-01-01T00:00:00.000002Z', '-1.50', Number.POSITIVE_INFINITY],
      [false, '0001-01-01', '2024-01-01T00:00:00.000001Z', '10.00', -1],
      [false, '9999-12-31', '2024-01-01T00:00:00Z', '9.99', Number.NEGATIVE_INFINITY],
    ])
    const days = async (order: 'p' | 'd' | 't' | 'n' | 'f') =>
      (await frame.orderBy(order, 'd').collect()).map((row) => row.d)
    expect(await days('p')).toStrictEqual(['0001-01-01', '9999-12-31', '2024-01-01'])
    expect(await days('d')).toStrictEqual(['0001-01-01', '2024-01-01', '9999-12-31'])
    expect(await days('t')).toStrictEqual(['9999-12-31', '0001-01-01', '2024-01-01'])
    expect(await days('n')).toStrictEqual(['2024-01-01', '9999-12-31', '0001-01-01'])
    expect(await days('f')).toStrictEqual(['9999-12-31', '0001-01-01', '2024-01-01'])
  })
})
