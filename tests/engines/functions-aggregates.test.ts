import { describe, expect, test } from 'vitest'
import {
  avg,
  boolAnd,
  boolOr,
  count,
  countDistinct,
  countIf,
  type Decimal,
  max,
  min,
  round,
  schema,
  stddev,
  stddevPop,
  sum,
  sumDistinct,
  ValueOutOfRange,
  variance,
  varPop,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const NUMBERS = { g: 'string?', i: 'int?', l: 'long?', d: 'double?', n: 'decimal(8,2)?' } as const
const ROWS = [
  ['a', 1, 10, 0.5, '0.10'],
  ['a', 2, 10, 1.5, '0.20'],
  ['a', null, null, null, null],
  ['b', 5, 7, 2.25, '1.05'],
  [null, 3, 9007199254740990, -4, '-2.00'],
  [null, 4, 1, 8, '2.01'],
  ['c', null, null, null, null],
] as const

onEveryEngine((database) => {
  const { session } = casesOn(database)
  const numbers = () => frameOf(session(), NUMBERS, ROWS)

  test('by group: NULL is one group, NULLs are not counted', async () => {
    const found = await numbers()
      .groupBy('g')
      .agg((c) => ({
        rows: count(),
        i: count(c.i),
        sum: sum(c.i),
        long: sum(c.l),
        double: sum(c.d),
        decimal: sum(c.n),
        avg: avg(c.i),
        mean: avg(c.n),
        min: min(c.d),
        max: max(c.n),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: null, rows: 2, i: 2, sum: 7, long: 9007199254740991, double: 4, decimal: '0.01', avg: 3.5, mean: '0.005000', min: -4, max: '2.01' },
      { g: 'a', rows: 3, i: 2, sum: 3, long: 20, double: 2, decimal: '0.30', avg: 1.5, mean: '0.150000', min: 0.5, max: '0.20' },
      { g: 'b', rows: 1, i: 1, sum: 5, long: 7, double: 2.25, decimal: '1.05', avg: 5, mean: '1.050000', min: 2.25, max: '1.05' },
      { g: 'c', rows: 1, i: 0, sum: null, long: null, double: null, decimal: null, avg: null, mean: null, min: null, max: null },
    ]) // biome-ignore format: rows
  })

  test('sums of decimals divide by each other, to the digits of the quotient', async () => {
    const lines = frameOf(session(), { a: 'decimal(14,2)?', b: 'decimal(14,2)?' }, [
      ['1.00', '3.00'],
      ['-1.00', '0.00'],
      ['2.00', '3.01'],
      [null, null],
    ])
    const [found] = await lines
      .agg((l) => ({
        narrow: sum(l.a).div(sum(l.b)),
        wide: sum(l.a.times(l.b)).div(sum(l.b.times(l.b))),
        negative: sum(l.a.times(-1)).div(sum(l.b.times(l.b))),
        none: sum(l.a).div(sum(l.b).minus(sum(l.b))),
        mean: avg(l.b.times(l.b)),
      }))
      .collect()
    expect(found).toStrictEqual({
      narrow: '0.33277870216306',
      wide: '0.499444',
      negative: '-0.1107413580',
      none: null,
      mean: '6.02003333',
    })
  })

  test('of no rows: counts are 0, everything else NULL', async () => {
    const none = session().createDataFrame([], schema({ ...NUMBERS, p: 'boolean?', s: 'string?' }))
    const found = await none
      .agg((c) => ({
        rows: count(), some: count(c.i), kinds: countDistinct(c.i, c.l), yes: countIf(c.p), sum: sum(c.i), distinct: sumDistinct(c.n),
        avg: avg(c.d), min: min(c.s), max: max(c.s), sd: stddev(c.d), sdp: stddevPop(c.d), v: variance(c.d), vp: varPop(c.d),
        all: boolAnd(c.p), any: boolOr(c.p),
      })) // biome-ignore format: one glance
      .collect()
    expect(found).toStrictEqual([
      {
        rows: 0, some: 0, kinds: 0, yes: 0, sum: null, distinct: null, avg: null, min: null, max: null, sd: null, sdp: null, v: null,
        vp: null, all: null, any: null,
      }, // biome-ignore format: one glance
    ])
    expect(
      await none
        .groupBy('g')
        .agg((c) => ({ rows: count(), sum: sum(c.i) }))
        .collect(),
    ).toStrictEqual([])
  })

  test('distinct values, and combinations without NULL', async () => {
    const frame = frameOf(session(), { a: 'long?', s: 'string?', d: 'double?' }, [
      [1, 'x', 0.1],
      [1, 'x', 0.1],
      [1, 'X', 0.2],
      [2, null, null],
      [null, 'x', -0.1],
      [1, '1', 0.1],
    ])
    const found = await frame
      .agg((c) => ({
        a: countDistinct(c.a),
        s: countDistinct(c.s),
        both: countDistinct(c.a, c.s),
        sum: sumDistinct(c.a),
        doubles: countDistinct(c.d),
      }))
      .collect()
    expect(found).toStrictEqual([{ a: 2, s: 3, both: 3, sum: 3, doubles: 3 }])
  })

  test('conditions', async () => {
    const frame = frameOf(session(), { g: 'int', p: 'boolean?' }, [[1, true], [1, null], [1, false], [2, true], [2, null], [3, null], [4, false]]) // biome-ignore format: one glance
    const found = await frame
      .groupBy('g')
      .agg((c) => ({
        yes: countIf(c.p),
        all: boolAnd(c.p),
        any: boolOr(c.p),
        min: min(c.p),
        max: max(c.p),
        here: count(c.p),
      }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 1, yes: 1, all: false, any: true, min: false, max: true, here: 2 },
      { g: 2, yes: 1, all: true, any: true, min: true, max: true, here: 1 },
      { g: 3, yes: 0, all: null, any: null, min: null, max: null, here: 0 },
      { g: 4, yes: 0, all: false, any: false, min: false, max: false, here: 1 },
    ])
  })

  test('min and max of every type that has an order', async () => {
    const frame = frameOf(
      session(),
      { d: 'date', t: 'timestamp', s: 'string', x: 'float', n: 'decimal(6,2)', y: 'byte' },
      [
        ['2024-02-29', '2024-02-29T00:00:00.000001Z', 'b', 0.5, '9.00', 7],
        ['0001-01-01', '2024-02-29T00:00:00Z', 'Ä', -1, '10.00', -8],
      ],
    )
    const [found] = await frame
      .agg((c) => ({
        d: min(c.d),
        t: max(c.t),
        s: max(c.s),
        x: min(c.x),
        n: max(c.n),
        y: min(c.y),
        earliest: min(c.t),
      }))
      .collect()
    expect(found).toStrictEqual({
      d: '0001-01-01',
      t: new Date('2024-02-29T00:00:00Z'),
      s: 'Ä',
      x: -1,
      n: '10.00',
      y: -8,
      earliest: new Date('2024-02-29T00:00:00Z'),
    })
  })

  test('spread: of a sample and of all', async () => {
    const frame = frameOf(session(), { g: 'int', v: 'double?' }, [[1, 2], [1, 4], [1, 4], [1, 4], [1, 5], [1, 5], [1, 7], [1, 9], [1, null], [2, 3], [3, null]]) // biome-ignore format: one glance
    const found = await frame
      .groupBy('g')
      .agg((c) => ({ sdp: stddevPop(c.v), vp: varPop(c.v), v: round(variance(c.v), 9), sd: round(stddev(c.v), 9) }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 1, sdp: 2, vp: 4, v: 4.571428571, sd: 2.138089935 },
      { g: 2, sdp: 0, vp: 0, v: null, sd: null },
      { g: 3, sdp: null, vp: null, v: null, sd: null },
    ])
  })

  test('aggregates are operands, and have operands', async () => {
    const [found] = await numbers()
      .agg((c) => ({
        share: sum(c.i).div(count()),
        scaled: sum(c.i.times(2)).plus(1),
        spread: max(c.i).minus(min(c.i)),
        text: sum(c.i).cast('string'),
        positive: sum(c.n).gt(1),
        exact: sum(c.n.times('0.5' as Decimal)),
      }))
      .collect()
    expect(found).toStrictEqual({ share: 15 / 7, scaled: 31, spread: 4, text: '15', positive: true, exact: '0.680' })
  })

  describe('overflow', () => {
    test('of a sum of longs raises', async () => {
      const frame = frameOf(session(), { l: 'long' }, [['9223372036854775807'], [1]])
      await expect(frame.agg((c) => ({ sum: sum(c.l) })).collect()).rejects.toThrow(ValueOutOfRange)
    })
    test('but a sum of ints is long, and a mean of longs a double', async () => {
      const frame = frameOf(session(), { i: 'int', l: 'long' }, [
        [2147483647, '9223372036854775807'],
        [2147483647, '9223372036854775807'],
      ])
      expect(await frame.agg((c) => ({ sum: sum(c.i), avg: avg(c.l) })).collect()).toStrictEqual([
        { sum: 4294967294, avg: 2 ** 63 },
      ])
    })
  })
})
