import { describe } from 'vitest'
import {
  abs,
  ceil,
  exp,
  floor,
  intDiv,
  lit,
  ln,
  log10,
  negate,
  pow,
  round,
  signum,
  sqrt,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const { NaN: NAN, POSITIVE_INFINITY: INF } = Number

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)
  /** What is not a number: NULL on SQLite, which has no NaN. */
  const nan = database.dialect === 'sqlite' ? null : NAN

  gives(
    'round is half away from zero on the shortest decimal form',
    { d: 'double?' },
    one(2.675, 1.005, 0.5, -0.5, 2.5, -1.5, 123456.789, 1e300, 1e-7, INF, -INF, null),
    ({ d }) => ({ whole: round(d), two: round(d, 2), tens: round(d, -1) }),
    {
      whole: [3, 1, 1, -1, 3, -2, 123457, 1e300, 0, INF, -INF, null],
      two: [2.68, 1.01, 0.5, -0.5, 2.5, -1.5, 123456.79, 1e300, 0, INF, -INF, null],
      tens: [0, 0, 0, 0, 0, 0, 123460, 1e300, 0, INF, -INF, null],
    },
  )
  gives(
    'round of decimals and of whole numbers',
    { n: 'decimal(8,3)?', i: 'int?', l: 'long?' },
    [
      ['2.675', 15, 25],
      ['-2.675', -15, -25],
      ['0.005', 14, 4_999_999_999],
      [null, null, null],
    ],
    ({ n, i, l }) => ({
      n0: round(n),
      n2: round(n, 2),
      n5: round(n, 5),
      i: round(i),
      tens: round(i, -1),
      l: round(l, -1),
      h: round(l, 3),
    }),
    {
      n0: ['3', '-3', '0', null],
      n2: ['2.68', '-2.68', '0.01', null],
      n5: ['2.675', '-2.675', '0.005', null],
      i: [15, -15, 14, null],
      tens: [20, -20, 10, null],
      l: [30, -30, 5_000_000_000, null],
      h: [25, -25, 4_999_999_999, null],
    },
  )
  gives(
    'ceil and floor',
    { d: 'double?', n: 'decimal(8,3)?', i: 'int?' },
    [
      [1.2, '1.200', 5],
      [-1.2, '-1.200', -5],
      [3, '3.000', 0],
      [-0.5, '-0.500', 1],
      [null, null, null],
    ],
    ({ d, n, i }) => ({ cd: ceil(d), fd: floor(d), cn: ceil(n), fn: floor(n), ci: ceil(i), fi: floor(i) }),
    {
      cd: [2, -1, 3, 0, null],
      fd: [1, -2, 3, -1, null],
      cn: ['2', '-1', '3', '0', null],
      fn: ['1', '-2', '3', '-1', null],
      ci: [5, -5, 0, 1, null],
      fi: [5, -5, 0, 1, null],
    },
  )
  gives(
    'ceil and floor to digits are decimals',
    { d: 'double?', n: 'decimal(8,3)?', i: 'int?' },
    [
      [2.675, '2.675', 17],
      [-0.30000000000000004, '-0.301', -17],
      [0, '0.000', 0],
      [null, null, null],
    ],
    ({ d, n, i }) => ({
      cd: ceil(d, 1),
      fd: floor(d, 1),
      cn: ceil(n, 2),
      fn: floor(n, 2),
      ci: ceil(i, -1),
      fi: floor(i, -1),
      same: floor(n, 5),
    }),
    {
      cd: ['2.7', '-0.3', '0.0', null],
      fd: ['2.6', '-0.3', '0.0', null],
      cn: ['2.68', '-0.30', '0.00', null],
      fn: ['2.67', '-0.31', '0.00', null],
      ci: ['20', '-10', '0', null],
      fi: ['10', '-20', '0', null],
      same: ['2.675', '-0.301', '0.000', null],
    },
  )
  gives(
    'ceil and floor of what no long holds are its ends',
    { d: 'double' },
    one(1e300, -1e300, INF, -INF),
    ({ d }) => ({ ceil: ceil(d).cast('string'), floor: floor(d).cast('string') }),
    {
      ceil: ['9223372036854775807', '-9223372036854775808', '9223372036854775807', '-9223372036854775808'],
      floor: ['9223372036854775807', '-9223372036854775808', '9223372036854775807', '-9223372036854775808'],
    },
  )
  gives(
    'abs, negate, signum',
    { d: 'double?', i: 'int?', n: 'decimal(6,2)?' },
    [
      [-1.5, -3, '-1.50'],
      [2.5, 4, '2.50'],
      [INF, 0, '0.00'],
      [null, null, null],
    ],
    ({ d, i, n }) => ({
      ad: abs(d),
      ai: abs(i),
      an: abs(n),
      nd: negate(d),
      nn: negate(n),
      sd: signum(d),
      si: signum(i),
      sn: signum(n),
    }),
    {
      ad: [1.5, 2.5, INF, null],
      ai: [3, 4, 0, null],
      an: ['1.50', '2.50', '0.00', null],
      nd: [1.5, -2.5, -INF, null],
      nn: ['1.50', '-2.50', '0.00', null],
      sd: [-1, 1, 1, null],
      si: [-1, 1, 0, null],
      sn: [-1, 1, 0, null],
    },
  )
  gives(
    'roots and logarithms',
    { x: 'double?' },
    one(4, 1, 0, -1, INF, null),
    ({ x }) => ({ sqrt: sqrt(x), ln: ln(x), log10: log10(x) }),
    {
      sqrt: [2, 1, 0, nan, INF, null],
      ln: [Math.log(4), 0, null, null, INF, null],
      log10: [Math.log10(4), 0, null, null, INF, null],
    },
  )
  gives(
    'they take any number',
    { i: 'int', n: 'decimal(6,2)' },
    [[100, '2.25']],
    ({ i, n }) => ({ sqrt: sqrt(n), log: log10(i), pow: pow(i, 2), half: pow(n, 0.5) }),
    { sqrt: [1.5], log: [2], pow: [10000], half: [1.5] },
  )
  describe('where a double has no room', () => {
    gives('exp', { x: 'double?' }, one(0, 710, -746, INF, -INF, null), ({ x }) => ({ exp: exp(x) }), {
      exp: [1, INF, 0, INF, 0, null],
    })
    gives(
      'pow',
      { x: 'double?', y: 'double?' },
      [
        [2, 10], [2, -1], [0, 0], [0, 2], [0, -1], [-2, 3], [-2, 2], [-8, 1 / 3], [10, 309], [-10, 309], [10, -400], [-10, 310],
        [INF, 1], [2, INF], [0.5, INF], [null, 1], [1, null],
      ], // biome-ignore format: one glance
      ({ x, y }) => ({ pow: pow(x, y) }),
      {
        pow: [1024, 0.5, 1, 0, INF, -8, 4, nan, INF, -INF, 0, INF, INF, INF, 0, null, null],
      },
    )
  })
  gives(
    'intDiv is whole, and NULL by zero',
    { a: 'int?', b: 'long?' },
    [
      [7, 2],
      [-7, 2],
      [7, 0],
      [null, 1],
      [7, null],
    ],
    ({ a, b }) => ({ q: intDiv(a, b), two: intDiv(a, 2), zero: intDiv(a, 0), under: intDiv(lit(100), a) }),
    {
      q: [3, -3, null, null, null],
      two: [3, -3, 3, null, 3],
      zero: [null, null, null, null, null],
      under: [14, -14, 14, null, 14],
    },
  )
  fails(
    'rounding beyond long raises',
    { l: 'long' },
    [['9223372036854775807']],
    ({ l }) => ({ l: round(l, -1) }),
    ValueOutOfRange,
  )
})
