import { describe, expect, test } from 'vitest'
import {
  type Column,
  corr,
  covarPop,
  covarSamp,
  kurtosis,
  product,
  regrAvgx,
  regrAvgy,
  regrCount,
  regrIntercept,
  regrR2,
  regrSlope,
  regrSxx,
  regrSxy,
  regrSyy,
  round,
  skewness,
  std,
  stddev,
  variance,
  varPop,
  Window,
  when,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const PAIRS = { g: 'string', y: 'double?', x: 'double?' } as const

onEveryEngine((database) => {
  const { session, gives } = casesOn(database)

  test('the shape of what is spread: none where all are equal, whatever their digits', async () => {
    const frame = frameOf(session(), { g: 'string', v: 'double?' }, [
      ...[2, 4, 4, 4, 5, 5, 7, 9, null].map((v) => ['plain', v] as const),
      // The same distances far away: sums of powers would have lost them.
      ...[2, 4, 4, 4, 5, 5, 7, 9].map((v) => ['far', v + 1e6] as const),
      ...[0.1, 0.1, 0.1].map((v) => ['equal', v] as const),
      ['one', 3],
      ['none', null],
      ['two', 1],
      ['two', 5],
    ])
    const found = await frame
      .groupBy('g')
      .agg((c) => ({ skew: round(skewness(c.v), 9), kurt: round(kurtosis(c.v), 9) }))
      .orderBy('g')
      .collect()
    expect(found).toStrictEqual([
      { g: 'equal', skew: null, kurt: null },
      { g: 'far', skew: 0.65625, kurt: -0.21875 },
      { g: 'none', skew: null, kurt: null },
      { g: 'one', skew: null, kurt: null },
      { g: 'plain', skew: 0.65625, kurt: -0.21875 },
      { g: 'two', skew: 0, kurt: -2 },
    ])
  })

  test('what two columns have to do with each other, of the rows that have both', async () => {
    const frame = frameOf(session(), PAIRS, [
      ['line', 7, 3],
      ['line', 9, 4],
      ['line', null, 100],
      ['line', 5, 2],
      ['line', 3, 1],
      ['line', 100, null],
      ['loose', 2.97, 2],
      ['loose', 19.75, -1.5],
      ['loose', -7.44, 5],
      ['one', 7.05, -0.3],
      ['x constant', -0.24, 0.1],
      ['x constant', -0.92, 0.1],
      ['x constant', 5.36, 0.1],
      ['y constant', 0.1, 2],
      ['y constant', 0.1, 1],
      ['y constant', 0.1, 5],
      ['none', 2, null],
      ['none', null, 1],
    ])
    const found = await frame
      .groupBy('g')
      .agg((c) => ({
        n: regrCount(c.y, c.x),
        corr: round(corr(c.y, c.x), 9),
        pop: round(covarPop(c.y, c.x), 9),
        samp: round(covarSamp(c.y, c.x), 9),
        slope: round(regrSlope(c.y, c.x), 9),
        at0: round(regrIntercept(c.y, c.x), 9),
        r2: round(regrR2(c.y, c.x), 9),
        means: round(regrAvgy(c.y, c.x).minus(regrAvgx(c.y, c.x)), 9),
        sxx: round(regrSxx(c.y, c.x), 9),
        syy: round(regrSyy(c.y, c.x), 9),
        sxy: round(regrSxy(c.y, c.x), 9),
      }))
      .orderBy('g')
      .collect()
    const nothing = { corr: null, slope: null, at0: null, r2: null }
    expect(found).toStrictEqual([
      { g: 'line', n: 4, corr: 1, pop: 2.5, samp: 3.333333333, slope: 2, at0: 1, r2: 1, means: 3.5, sxx: 5, syy: 20, sxy: 10 },
      { g: 'loose', n: 3, corr: -0.995947182, pop: -29.632777778, samp: -44.449166667, slope: -4.19992126, at0: 12.793188976, r2: 0.99191079, means: 3.26, sxx: 21.166666667, syy: 376.410866667, sxy: -88.898333333 },
      { g: 'none', n: 0, pop: null, samp: null, means: null, sxx: null, syy: null, sxy: null, ...nothing },
      { g: 'one', n: 1, pop: 0, samp: null, means: 7.35, sxx: 0, syy: 0, sxy: 0, ...nothing },
      { g: 'x constant', n: 3, pop: 0, samp: 0, means: 1.3, sxx: 0, syy: 23.7536, sxy: 0, ...nothing },
      { g: 'y constant', n: 3, pop: 0, samp: 0, means: -2.566666667, sxx: 8.666666667, syy: 0, sxy: 0, corr: null, slope: 0, at0: 0.1, r2: 1 },
    ]) // biome-ignore format: rows
  })

  test('products', async () => {
    const frame = frameOf(session(), { g: 'string', v: 'double?' }, [
      ...[1.5, 2, -3, 0.25, 4, null].map((v) => ['many', v] as const),
      ...[3, 0, -7].map((v) => ['zero', v] as const),
      ...[1e300, -1e300].map((v) => ['beyond', v] as const),
      ...[1e-300, 1e-300].map((v) => ['below', v] as const),
      ['none', null],
    ])
    const found = await frame
      .groupBy('g')
      .agg((c) => ({ product: product(c.v) }))
      .orderBy('g')
      .collect()
    expect(found.map((row) => (row.product === 0 ? { ...row, product: 0 } : row))).toStrictEqual([
      { g: 'below', product: 0 },
      { g: 'beyond', product: Number.NEGATIVE_INFINITY },
      { g: 'many', product: -9 },
      { g: 'none', product: null },
      { g: 'zero', product: 0 },
    ])
  })

  gives(
    'over frames that move: what has left them leaves no rounding behind',
    { id: 'int', v: 'double?', w: 'double?' },
    [
      [1, 1e15, 1],
      [2, 0.25, 2],
      [3, null, 3],
      [4, 0.75, 5],
      [5, 1.25, 7],
    ],
    ({ id, v, w }) => {
      const ordered = Window.orderBy(id)
      const all = Window.partitionBy()
      // While the great value is in the frame, engines round it each in its own way.
      const later = <V>(column: Column<V>) => when(id.gt(3), column)
      return {
        moving: later(varPop(v).over(ordered.rowsBetween(-2, Window.currentRow))),
        sample: later(variance(v).over(ordered.rowsBetween(-1, 0))),
        pairs: later(covarPop(v, w).over(ordered.rowsBetween(-2, Window.currentRow))),
        running: round(stddev(w).over(ordered), 9),
        slope: round(regrSlope(w, id).over(all), 9),
        lean: round(skewness(w).over(all), 9),
        tails: round(kurtosis(w).over(ordered.rowsBetween(-2, 2)), 9),
        product: product(w).over(ordered),
      }
    },
    {
      moving: [null, null, null, 0.0625, 0.0625],
      sample: [null, null, null, null, 0.125],
      pairs: [null, null, null, 0.375, 0.25],
      running: [null, Number(Math.SQRT1_2.toFixed(9)), 1, 1.707825128, 2.408318916],
      slope: [1.5, 1.5, 1.5, 1.5, 1.5],
      lean: [0.403407114, 0.403407114, 0.403407114, 0.403407114, 0.403407114],
      tails: [-1.5, -1.154285714, -1.236325803, -1.426601551, -1.5],
      product: [1, 2, 6, 30, 210],
    },
  )

  describe.skipIf(database.dialect === 'sqlite')('a value that is no number', () => {
    test('makes none of all', async () => {
      const frame = frameOf(session(), PAIRS, [
        ['nan', Number.NaN, 1],
        ['nan', 2, 3],
        ['nan', 4, 4],
        ['infinite', Number.POSITIVE_INFINITY, 1],
        ['infinite', 2, 3],
        ['infinite', 4, 4],
      ])
      const found = await frame
        .groupBy('g')
        .agg((c) => ({
          std: std(c.y),
          skew: skewness(c.y),
          kurt: kurtosis(c.y),
          corr: corr(c.y, c.x),
          slope: regrSlope(c.y, c.x),
          sxx: round(regrSxx(c.y, c.x), 6),
          syy: regrSyy(c.y, c.x),
        }))
        .orderBy('g')
        .collect()
      const none = { std: Number.NaN, skew: Number.NaN, kurt: Number.NaN, corr: Number.NaN, slope: Number.NaN, sxx: 4.666667, syy: Number.NaN } // biome-ignore format: one glance
      expect(found).toStrictEqual([
        { g: 'infinite', ...none },
        { g: 'nan', ...none },
      ])
    })
  })
})
