import { describe, expect, test } from 'vitest'
import {
  anyValue,
  approxCountDistinct,
  approxPercentile,
  arrayAgg,
  arraySort,
  bitAnd,
  bitOr,
  bitXor,
  collectList,
  collectSet,
  concat,
  count,
  countDistinct,
  every,
  first,
  firstValue,
  grouping,
  groupingId,
  InvalidArgument,
  last,
  lastValue,
  listagg,
  listaggDistinct,
  max,
  maxBy,
  mean,
  median,
  minBy,
  mode,
  percentile,
  percentileApprox,
  rowNumber,
  size,
  some,
  stringAgg,
  TypeMismatch,
  tryAvg,
  trySum,
  upper,
  Window,
  when,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const TYPES = {
  id: 'int',
  g: 'string',
  v: 'int?',
  s: 'string?',
  d: 'double?',
  n: 'decimal(8,2)?',
  p: 'boolean?',
  day: 'date?',
} as const
const ROWS = [
  [4, 'a', 3, 'b', 2.5, '1.10', true, '2024-02-29'],
  [1, 'a', null, 'é', -1, '2.20', false, null],
  [3, 'a', 6, 'B', null, null, null, '2024-01-01'],
  [2, 'a', 3, null, 2.5, '1.10', true, '2024-02-29'],
  [5, 'b', null, null, null, null, null, null],
] as const

onEveryEngine((database) => {
  const { session, gives } = casesOn(database)
  const rows = () => frameOf(session(), TYPES, ROWS)

  test('the first and the last row, in the order of the frame', async () => {
    const found = await rows()
      .orderBy('id')
      .groupBy('g')
      .agg((c) => ({
        first: first(c.v),
        known: firstValue(c.v, true),
        last: last(c.s),
        day: lastValue(c.day, true),
        flag: first(c.p),
        any: anyValue(c.s, true),
        decimal: last(c.n, true),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 'a', first: null, known: 3, last: 'b', day: '2024-02-29', flag: false, any: 'é', decimal: '1.10' },
      { g: 'b', first: null, known: null, last: null, day: null, flag: null, any: null, decimal: null },
    ])
  })

  test('an order by what the aggregates do not see, from above, and through a limit', async () => {
    const ordered = rows().orderBy((c) => [c.d.descNullsLast(), c.id.desc()])
    const agg = (frame: typeof ordered) =>
      frame.agg((c) => ({ list: collectList(c.v), last: last(c.v, true) })).collect()
    expect(await agg(ordered)).toStrictEqual([{ list: [3, 3, 6], last: 6 }])
    expect(await agg(ordered.limit(4))).toStrictEqual([{ list: [3, 3], last: 3 }])
    const few = await ordered
      .select('v')
      .agg((c) => ({ list: collectList(c.v) }))
      .collect()
    expect(few).toStrictEqual([{ list: [3, 3, 6] }])
    const numbered = await rows()
      .orderBy((c) => [max(c.v).over(Window.partitionBy(c.s)), c.id])
      .agg((c) => ({ ids: collectList(c.id) }))
      .collect()
    expect(numbered).toStrictEqual([{ ids: [1, 2, 4, 5, 3] }])
  })

  test('lists: NULLs are left out; each value once is in order', async () => {
    const found = await rows()
      .orderBy('id')
      .groupBy('g')
      .agg((c) => ({
        numbers: collectList(c.v),
        texts: arrayAgg(c.s),
        decimals: collectList(c.n),
        flags: collectList(c.p),
        days: collectSet(c.day),
        set: collectSet(c.s),
        doubles: collectSet(c.d),
        truths: collectSet(c.p),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      {
        g: 'a', numbers: [3, 6, 3], texts: ['é', 'B', 'b'], decimals: ['2.20', '1.10', '1.10'], flags: [false, true, true],
        days: ['2024-01-01', '2024-02-29'], set: ['B', 'b', 'é'], doubles: [-1, 2.5], truths: [false, true],
      },
      { g: 'b', numbers: [], texts: [], decimals: [], flags: [], days: [], set: [], doubles: [], truths: [] },
    ]) // biome-ignore format: rows
  })

  test('texts in a row', async () => {
    const found = await rows()
      .orderBy((c) => c.id.desc())
      .groupBy('g')
      .agg((c) => ({
        all: listagg(c.s, ', '),
        close: stringAgg(c.s),
        once: listaggDistinct(c.s, '|'),
        numbers: listagg(c.v.cast('string'), '?'),
        ends: listaggDistinct(concat(c.s, '.')),
        levels: collectSet(c.v.plus(0.5)),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 'a', all: 'b, B, é', close: 'bBé', once: 'B|b|é', numbers: '3?6?3', ends: 'B.b.é.', levels: [3.5, 6.5] },
      { g: 'b', all: null, close: null, once: null, numbers: null, ends: null, levels: [] },
    ])
  })

  test('the most frequent, the middle, shares', async () => {
    const found = await rows()
      .groupBy('g')
      .agg((c) => ({
        mode: mode(c.v),
        tie: mode(c.s, true),
        middle: median(c.n),
        third: percentile(c.v, 0.75),
        several: percentile(c.v, [0, 0.25, 1]),
        exact: percentileApprox(c.n, 0.5),
        list: approxPercentile(c.v, [0.1, 0.9], 100),
        latest: maxBy(c.s, c.id),
        earliest: minBy(c.v, c.id),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      {
        g: 'a', mode: 3, tie: 'B', middle: 1.1, third: 4.5, several: [3, 3, 6], exact: '1.10', list: [3, 6], latest: 'b', earliest: null,
      },
      {
        g: 'b', mode: null, tie: null, middle: null, third: null, several: null, exact: null, list: null, latest: null, earliest: null,
      },
    ]) // biome-ignore format: rows
  })

  test('bits, conditions and sums that need not fit', async () => {
    const frame = frameOf(session(), { g: 'int', l: 'long?', n: 'decimal(38,0)?', p: 'boolean?' }, [
      [1, '9223372036854775807', '1', true],
      [1, 6, '2', null],
      [2, 3, null, false],
      [2, null, null, true],
      [3, null, null, null],
    ])
    const found = await frame
      .groupBy('g')
      .agg((c) => ({
        and: bitAnd(c.l),
        or: bitOr(c.l).cast('string'),
        xor: bitXor(c.l).cast('string'),
        sum: trySum(c.l),
        mean: tryAvg(c.l),
        every: every(c.p),
        some: some(c.p),
        kinds: approxCountDistinct(c.l),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 1, and: 6, or: '9223372036854775807', xor: '9223372036854775801', sum: null, mean: 2 ** 62, every: true, some: true, kinds: 2 },
      { g: 2, and: 3, or: '3', xor: '3', sum: 3, mean: 3, every: false, some: true, kinds: 1 },
      { g: 3, and: null, or: null, xor: null, sum: null, mean: null, every: null, some: null, kinds: 0 },
    ]) // biome-ignore format: rows
  })

  test('of no rows: lists are empty, counts 0, all else NULL', async () => {
    const found = await rows()
      .filter((c) => c.id.gt(100))
      .agg((c) => ({
        list: collectList(c.s), set: collectSet(c.v), text: listagg(c.s), first: first(c.v), mode: mode(c.s), half: median(c.v),
        halves: percentile(c.v, [0.5]), bits: bitOr(c.v), kinds: approxCountDistinct(c.v), mean: mean(c.n),
      })) // biome-ignore format: one glance
      .collect()
    expect(found).toStrictEqual([
      {
        list: [],
        set: [],
        text: null,
        first: null,
        mode: null,
        half: null,
        halves: null,
        bits: null,
        kinds: 0,
        mean: null,
      },
    ])
  })

  test('a pivot picks among the rows of each value', async () => {
    const found = await rows()
      .orderBy('id')
      .groupBy('g')
      .pivot('p', [true, false])
      .agg((c) => ({ n: count(), text: max(c.s), first: first(c.s), latest: maxBy(c.s, c.id), all: collectList(c.v) }))
      .orderBy('g')
      .collect()
    const absent = (value: string) =>
      Object.fromEntries(['n', 'text', 'first', 'latest', 'all'].map((name) => [`${value}_${name}`, null]))
    expect(found).toStrictEqual([
      {
        g: 'a', true_n: 2, true_text: 'b', true_first: null, true_latest: 'b', true_all: [3, 3],
        false_n: 1, false_text: 'é', false_first: 'é', false_latest: 'é', false_all: [],
      },
      { g: 'b', ...absent('true'), ...absent('false') },
    ]) // biome-ignore format: rows
  })

  test('a key that no grouping set has: its bit is 1, its value NULL', async () => {
    const found = await rows()
      .groupingSets([['g'], []], 'g', 'p')
      .agg((c) => ({ n: count(), id: groupingId(), bit: grouping(c.p) }))
      .orderBy('n')
      .collect()
    const key = { p: null, bit: 1 }
    expect(found).toStrictEqual([
      { g: 'b', ...key, n: 1, id: 1 },
      { g: 'a', ...key, n: 4, id: 1 },
      { g: null, ...key, n: 5, id: 3 },
    ])
  })

  const WINDOWED = [
    [1, 'x', 3, 'b', 1.5],
    [2, 'x', null, 'a', 2.5],
    [3, 'y', 7, null, null],
    [4, 'x', 3, 'b', 0.5],
    [5, 'x', 9, 'c', 4],
  ]
  const WINDOW_TYPES = { id: 'int', g: 'string', v: 'int?', s: 'string?', d: 'double?' } as const
  gives(
    'over a frame that moves',
    WINDOW_TYPES,
    WINDOWED,
    ({ id, g, v, s, d }) => {
      const near = Window.partitionBy(g).orderBy(id).rowsBetween(-1, 1)
      return {
        kinds: approxCountDistinct(v).over(near),
        list: collectList(s).over(near),
        set: collectSet(d).over(near),
        text: listagg(s, ',').over(near),
        once: listaggDistinct(s, ',').over(near),
        latest: maxBy(s, d).over(near),
        least: minBy(v, d).over(near),
        middle: median(d).over(near),
        parts: percentile(d, [0.5, 1]).over(near),
        exact: percentileApprox(v, 0.5).over(near),
        most: mode(s).over(near),
        bits: bitXor(v).over(near),
        known: first(v, true).over(near),
        last: last(v).over(near),
        sum: trySum(v).over(near),
      }
    },
    {
      kinds: [1, 1, 1, 2, 2],
      list: [['b', 'a'], ['b', 'a', 'b'], [], ['a', 'b', 'c'], ['b', 'c']],
      set: [[1.5, 2.5], [0.5, 1.5, 2.5], [], [0.5, 2.5, 4], [0.5, 4]],
      text: ['b,a', 'b,a,b', null, 'a,b,c', 'b,c'],
      once: ['a,b', 'a,b', null, 'a,b,c', 'b,c'],
      latest: ['a', 'a', null, 'c', 'c'],
      least: [3, 3, null, 3, 3],
      middle: [2, 1.5, null, 2.5, 2.25],
      parts: [[2, 2.5], [1.5, 2.5], null, [2.5, 4], [2.25, 4]],
      exact: [3, 3, 7, 3, 3],
      most: ['a', 'b', null, 'a', 'b'],
      bits: [3, 0, 7, 10, 10],
      known: [3, 3, 7, 3, 3],
      last: [null, 3, 7, 9, 9],
      sum: [3, 6, 7, 12, 12],
    },
  )
  gives(
    'over a partition, and inside of expressions',
    WINDOW_TYPES,
    WINDOWED,
    ({ id, g, v, s, d }) => {
      const all = Window.partitionBy(g)
      return {
        far: d.minus(median(d).over(all)),
        rank: when(v.eq(mode(v).over(all)), rowNumber().over(Window.orderBy(id))),
        size: size(collectSet(s).over(all)),
        sorted: arraySort(collectList(v).over(all)),
        upper: upper(maxBy(s, id).over(all)),
      }
    },
    {
      far: [-0.5, 0.5, null, -1.5, 2],
      rank: [1, null, 3, 4, null],
      size: [3, 3, 0, 3, 3],
      sorted: [[3, 3, 9], [3, 3, 9], [7], [3, 3, 9], [3, 3, 9]],
      upper: ['C', 'C', null, 'C', 'C'],
    },
  )

  describe('refused', () => {
    test('a share that is none', () => {
      const { v } = rows()
      expect(() => percentile(v, 1.5)).toThrow(InvalidArgument)
      expect(() => percentile(v, [0.5, -1])).toThrow(/from 0 to 1/)
      expect(() => percentile(v, [])).toThrow(/at least one/)
      expect(() => percentileApprox(v, v as never)).toThrow(/a column that is no constant/)
      expect(() => percentileApprox(v, 0.5, 0)).toThrow(/accuracy/)
    })
    test('an argument of another type', async () => {
      const frame = rows()
      await expect(frame.agg((c) => ({ x: listagg(c.v as never) })).collect()).rejects.toThrow(TypeMismatch)
      await expect(frame.agg((c) => ({ x: bitAnd(c.d) })).collect()).rejects.toThrow(/a whole number/)
    })
    test('distinct values over a window', async () => {
      const frame = rows().withColumn('n', (c) => countDistinct(c.v).over(Window.partitionBy(c.g)))
      await expect(frame.collect()).rejects.toThrow(/countDistinct/)
    })
  })
})
