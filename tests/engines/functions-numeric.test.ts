import {
  acos, acosh, asin, asinh, atan, atan2, atanh, bin, bitCount, cbrt, conv, cos, cosh, cot, csc, degrees, e, expm1, factorial,
  getbit, hex, hypot, lit, log, log1p, log2, pi, positive, pow, radians, rint, round, sec, shiftLeft, shiftRight,
  shiftRightUnsigned, sin, sinh, tan, tanh, unhex, widthBucket,
} from '../../src/index.ts' // biome-ignore format: one glance
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const { NaN: NAN, POSITIVE_INFINITY: INF } = Number

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)
  /** What is not a number: NULL on SQLite, which has no NaN. */
  const nan = database.dialect === 'sqlite' ? null : NAN

  gives(
    'trigonometry at its ends',
    { x: 'double?' },
    one(0, INF, null),
    ({ x }) => ({
      sin: sin(x),
      cos: cos(x),
      tan: tan(x),
      cot: cot(x),
      sec: sec(x),
      csc: csc(x),
      asin: asin(x),
      acos: acos(x),
      sinh: sinh(x),
      cosh: cosh(x),
      tanh: tanh(x),
      asinh: asinh(x),
      acosh: acosh(x),
      atanh: atanh(x),
      degrees: degrees(x),
      radians: radians(x),
      atan2: atan2(x, 0),
      hypot: hypot(x, -4),
    }),
    {
      sin: [0, nan, null],
      cos: [1, nan, null],
      tan: [0, nan, null],
      cot: [INF, nan, null],
      sec: [1, nan, null],
      csc: [INF, nan, null],
      asin: [0, nan, null],
      acos: [Math.PI / 2, nan, null],
      sinh: [0, INF, null],
      cosh: [1, INF, null],
      tanh: [0, 1, null],
      asinh: [0, INF, null],
      acosh: [nan, INF, null],
      atanh: [0, nan, null],
      degrees: [0, INF, null],
      radians: [0, INF, null],
      atan2: [0, Math.PI / 2, null],
      hypot: [4, INF, null],
    },
  )
  gives(
    'trigonometry in between, to the digits on which the mathematics of all platforms agree',
    { x: 'double' },
    one(0.5, -0.25),
    ({ x }) => {
      const some = { cos, sinh, cosh, tanh, acos, atan, atanh, degrees, radians }
      return Object.fromEntries(Object.entries(some).map(([name, fn]) => [name, round(fn(x), 9)]))
    },
    {
      cos: [0.877582562, 0.968912422],
      sinh: [0.521095305, -0.252612317],
      cosh: [1.127625965, 1.0314131],
      tanh: [0.462117157, -0.244918662],
      acos: [1.047197551, 1.823476582],
      atan: [0.463647609, -0.244978663],
      atanh: [0.549306144, -0.255412812],
      degrees: [28.647889757, -14.323944878],
      radians: [0.008726646, -0.004363323],
    },
  )
  gives(
    'inverse functions beyond their ends are no numbers',
    { x: 'double' },
    one(1.5, -2),
    ({ x }) => ({ acos: acos(x), asin: asin(x), atanh: atanh(x), acosh: acosh(x.minus(9)) }),
    { acos: [nan, nan], asin: [nan, nan], atanh: [nan, nan], acosh: [nan, nan] },
  )
  gives(
    'logarithms, powers and roots',
    { x: 'double?' },
    one(8, 0, -1, 2.5, null),
    ({ x }) => ({
      flat: log(1, x),
      lost: log(0, x),
      none: log2(x.minus(8)),
      small: log1p(x.times(0).plus(1e-20)),
      low: log1p(x.minus(9)),
      expm1: expm1(x.times(1e-20)),
      cbrt: rint(cbrt(x)),
      rint: rint(x),
      pow: pow(lit(1), INF),
      circle: rint(pi().times(100)),
      e: rint(e().times(100)),
      positive: positive(x),
    }),
    {
      flat: [INF, null, null, INF, null],
      lost: [null, null, null, null, null],
      none: [null, null, null, null, null],
      small: [1e-20, 1e-20, 1e-20, 1e-20, null],
      low: [null, null, null, null, null],
      expm1: [8e-20, 0, -1e-20, 2.5e-20, null],
      cbrt: [2, 0, -1, 1, null],
      rint: [8, 0, -1, 2, null],
      pow: [nan, nan, nan, nan, nan],
      circle: [314, 314, 314, 314, 314],
      e: [272, 272, 272, 272, 272],
      positive: [8, 0, -1, 2.5, null],
    },
  )
  gives(
    'whole numbers by their digits and bits',
    { n: 'long?', i: 'int?' },
    [[5, 5], [0, 0], [-1, -1], [21, 1 << 30], [null, null]], // biome-ignore format: one glance
    ({ n, i }) => ({
      factorial: factorial(n),
      bin: bin(n),
      hex: hex(i),
      wrapped: shiftLeft(n, 65),
      left: shiftLeft(i, 2),
      right: shiftRight(i, 1),
      unsigned: shiftRightUnsigned(i, 28),
      bits: bitCount(i),
      bit: getbit(n, 2),
      bucket: widthBucket(n, 0, 20, 4),
      down: widthBucket(n, 20, 0, 4),
      nowhere: widthBucket(n, 1, 1, 4),
    }),
    {
      factorial: [120, 1, null, null, null],
      bin: ['101', '0', '1'.repeat(64), '10101', null],
      hex: ['5', '0', 'F'.repeat(16), '40000000', null],
      wrapped: [10, 0, -2, 42, null],
      left: [20, 0, -4, 0, null],
      right: [2, 0, -1, 1 << 29, null],
      unsigned: [0, 0, 15, 4, null],
      bits: [2, 0, 64, 1, null],
      bit: [1, 0, 1, 1, null],
      bucket: [2, 1, 0, 5, null],
      down: [4, 5, 5, 0, null],
      nowhere: [null, null, null, null, null],
    },
  )
  gives(
    'hexadecimal digits',
    { s: 'string?' },
    one('é', 'FFa', 'x', '', null),
    ({ s }) => ({ hex: hex(s), bytes: hex(unhex(s)) }),
    { hex: ['C3A9', '464661', '78', '', null], bytes: [null, '0FFA', null, '', null] },
  )
  fails('a bit that the number has not', { n: 'long' }, one(1), ({ n }) => ({ bit: getbit(n, 64) }), Error, /bit 64/)
  gives(
    'digits of another base',
    { s: 'string?', to: 'int' },
    [
      ['ff', 10],
      ['-1', 36],
      ['8000000000000000', -16],
      ['-8000000000000001', 2],
      [' 00Zz ', 10],
      ['\u212a1', 10],
      ['', 10],
      ['7', 1],
      [null, 10],
    ],
    ({ s, to }) => ({ d: conv(s, 16, to), m: conv(s, 16, -36) }),
    {
      d: ['255', '3W5E11264SGSF', '-8000000000000000', '1'.repeat(64), '0', '0', null, null, null],
      m: ['73', '-1', '-1Y2P0IJ32E8E8', '-1', '0', '0', null, '7', null],
    },
  )
  fails('digits beyond 64 bits', { s: 'string' }, one('1ffffffffffffffff'), ({ s }) => ({ d: conv(s, 16, 10) }), Error)
})
