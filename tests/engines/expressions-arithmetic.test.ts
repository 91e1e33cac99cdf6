import { describe } from 'vitest'
import { abs, type Decimal, intDiv, lit, negate, ValueOutOfRange } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const MAX_LONG = '9223372036854775807'
const MIN_LONG = '-9223372036854775808'

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'whole numbers',
    { a: 'long?', b: 'long?' },
    [
      [7, 2],
      [-7, 2],
      [7, -2],
      [7, 0],
      [7, null],
      [null, 2],
    ],
    ({ a, b }) => ({
      plus: a.plus(b),
      minus: a.minus(b),
      times: a.times(b),
      div: a.div(b),
      mod: a.mod(b),
      whole: intDiv(a, b),
      chain: a.minus(b).minus(a.minus(b)),
      order: a.plus(b).times(2).minus(a.div(2)),
      negative: negate(a).minus(-1),
    }),
    {
      plus: [9, -5, 5, 7, null, null],
      minus: [5, -9, 9, 7, null, null],
      times: [14, -14, -14, 0, null, null],
      div: [3.5, -3.5, -3.5, null, null, null],
      mod: [1, -1, 1, null, null, null],
      whole: [3, -3, -3, null, null, null],
      chain: [0, 0, 0, 0, null, null],
      order: [14.5, -6.5, 6.5, 10.5, null, null],
      negative: [-6, 8, -6, -6, -6, null],
    },
  )
  gives(
    'doubles',
    { a: 'double?', b: 'double?' },
    [
      [7.5, 2],
      [-7.5, 2],
      [7.5, -2],
      [0.1, 0.2],
      [7.5, 0],
      [null, 1],
    ],
    ({ a, b }) => ({ plus: a.plus(b), minus: a.minus(b), times: a.times(b), div: a.div(b), mod: a.mod(b) }),
    {
      plus: [9.5, -5.5, 5.5, 0.30000000000000004, 7.5, null],
      minus: [5.5, -9.5, 9.5, -0.1, 7.5, null],
      times: [15, -15, -15, 0.020000000000000004, 0, null],
      div: [3.75, -3.75, -3.75, 0.5, null, null],
      mod: [1.5, -1.5, 1.5, 0.1, null, null],
    },
  )
  gives(
    'the remainder of doubles is that of their binary digits',
    { a: 'double?', b: 'double?' },
    [
      [-1, 0.1],
      [1e300, 7],
      [5e-324, 1],
      [3, 5e-324],
      [2.5, 1e300],
      [-9007199254740991, 2],
      [7.5, Number.POSITIVE_INFINITY],
      [Number.POSITIVE_INFINITY, null],
      [0, 3],
    ],
    ({ a, b }) => ({ mod: a.mod(b) }),
    { mod: [-1 % 0.1, 1e300 % 7, 5e-324, 0, 2.5, -1, 7.5, null, 0] },
  )
  gives(
    'the least whole number has a remainder by -1',
    { a: 'long', i: 'int', b: 'long', j: 'int' },
    [
      [MIN_LONG, -2147483648, -1, -1],
      [MIN_LONG, -2147483648, 0, 0],
      [7, 7, -1, -1],
    ],
    ({ a, i, b, j }) => ({ long: a.mod(b), int: i.mod(j), written: a.mod(-1), ten: a.mod(10) }),
    { long: [0, null, 0], int: [0, null, 0], written: [0, 0, 0], ten: [-8, -8, 7] },
  )
  gives(
    'a plain value stands on the other side with the type that it reads as',
    { i: 'int', d: 'double', n: 'decimal(6,2)' },
    [[7, 0.5, '1.25']],
    ({ i, d, n }) => ({
      half: i.times(0.5),
      quarter: i.div(4),
      whole: i.plus(1),
      big: i.plus(9_000_000_000),
      bigint: i.minus(7n),
      double: d.plus(1),
      decimal: n.plus(1),
      digits: n.times('2.5' as Decimal),
      fraction: n.plus(0.5),
    }),
    {
      half: [3.5],
      quarter: [1.75],
      whole: [8],
      big: [9_000_000_007],
      bigint: [0],
      double: [1.5],
      decimal: ['2.25'],
      digits: ['3.125'],
      fraction: [1.75],
    },
  )

  describe('decimals follow the rules of precision', () => {
    gives(
      'scales',
      { a: 'decimal(6,2)?', b: 'decimal(5,3)?', i: 'int?' },
      [
        ['12.50', '0.004', 3],
        ['-1.00', '3.000', -7],
        ['0.10', '0.000', 0],
        [null, '1.000', 1],
      ],
      ({ a, b, i }) => ({
        plus: a.plus(b),
        minus: a.minus(b),
        times: a.times(b),
        div: a.div(b),
        mod: a.mod(b),
        byInt: a.div(i),
        plusInt: a.plus(i),
        literal: a.times(3),
      }),
      {
        plus: ['12.504', '2.000', '0.100', null],
        minus: ['12.496', '-4.000', '0.100', null],
        times: ['0.05000', '-3.00000', '0.00000', null],
        div: ['3125.00000000', '-0.33333333', null, null],
        mod: ['0.000', '-1.000', null, null],
        byInt: ['4.1666666666667', '0.1428571428571', null, null],
        plusInt: ['15.50', '-8.00', '0.10', null],
        literal: ['37.50', '-3.00', '0.30', null],
      },
    )
    gives(
      'the remainder of decimals is that of their digits',
      { a: 'decimal(10,2)', b: 'decimal(10,2)' },
      [
        ['10.00', '0.01'],
        ['99999999.99', '0.99'],
        ['-5.55', '0.10'],
      ],
      ({ a, b }) => ({ mod: a.mod(b) }),
      { mod: ['0.00', '0.00', '-0.05'] },
    )
    gives(
      'a sum of tenths is exact',
      { a: 'decimal(10,1)' },
      [['0.1'], ['0.7']],
      ({ a }) => ({
        three: a.plus(a).plus(a),
        same: a.times(3).eq(a.plus(a).plus(a)),
        fraction: a.plus(a).plus(a).eq('0.3'),
      }),
      { three: ['0.3', '2.1'], same: [true, true], fraction: [true, false] },
    )
    gives(
      'products and chains have room for all of their digits',
      { a: 'decimal(15,6)', b: 'decimal(15,6)' },
      [['1500.500000', '1200.500000']],
      ({ a, b }) => ({
        product: a.times(b),
        whole: a.times(1_000_000_000),
        sum: a.times(b).plus(a.times(b)),
        rest: lit(1).minus(a).times(b),
      }),
      {
        product: ['1801350.250000000000' as Decimal],
        whole: ['1500500000000.000000' as Decimal],
        sum: ['3602700.500000000000' as Decimal],
        rest: ['-1800149.750000000000' as Decimal],
      },
    )
    // SQLite refuses decimals of more than 15 digits.
    if (database.dialect !== 'sqlite') {
      gives(
        '38 digits are all kept, compared and added',
        { n: 'decimal(38,0)?', f: 'decimal(38,37)?' },
        [
          ['99999999999999999999999999999999999998', '1.2345678901234567890123456789012345678'],
          ['-99999999999999999999999999999999999999', '-9.9999999999999999999999999999999999999'],
          [null, null],
        ],
        ({ n, f }) => ({
          next: n.plus(1),
          same: f,
          great: n.gt('99999999999999999999999999999999999997' as Decimal),
          negative: f.lt(0),
        }),
        {
          next: [
            '99999999999999999999999999999999999999' as Decimal,
            '-99999999999999999999999999999999999998' as Decimal,
            null,
          ],
          same: [
            '1.2345678901234567890123456789012345678' as Decimal,
            '-9.9999999999999999999999999999999999999' as Decimal,
            null,
          ],
          great: [true, false, null],
          negative: [false, true, null],
        },
      )
    }
    gives(
      'a decimal and a double are a double',
      { a: 'decimal(10,2)', d: 'double' },
      [['0.10', 0.2]],
      ({ a, d }) => ({ plus: a.plus(d), times: a.times(0.5) }),
      { plus: [0.30000000000000004], times: [0.05] },
    )
  })

  describe('overflow of integers raises', () => {
    fails(
      'long',
      { top: 'long', low: 'long' },
      [[MAX_LONG, MIN_LONG]],
      ({ top, low }) => ({
        plus: top.plus(1),
        minus: low.minus(1),
        times: top.times(top),
        negate: negate(low),
        abs: abs(low),
        text: top.plus(1).cast('string'),
        double: low.minus(1).cast('double'),
        whole: intDiv(low, -1),
      }),
      ValueOutOfRange,
    )
    fails(
      'int, short and byte, each in its own range',
      { i: 'int', s: 'short', b: 'byte' },
      [[2147483647, 32767, 127]],
      ({ i, s, b }) => ({
        plus: i.plus(i),
        times: i.times(i),
        short: s.plus(s),
        byte: b.plus(b),
        text: b.plus(b).cast('string'),
        literal: i.plus(lit(1, 'int')),
      }),
      ValueOutOfRange,
    )
    gives(
      'and what fits a wider type is asked for by a cast',
      { i: 'int' },
      [[2147483647]],
      ({ i }) => ({
        wide: i.cast('long').plus(i),
        literal: i.plus(1),
        divided: intDiv(negate(i).minus(lit(1, 'int')), lit(-1, 'int')),
      }),
      { wide: [4294967294], literal: [2147483648], divided: [2147483648] },
    )
  })

  fails(
    'decimals that leave their precision raise where it is asked for',
    { n: 'decimal(6,2)' },
    [['9999.99']],
    ({ n }) => ({ cast: n.plus(1).cast('decimal(6,2)'), scale: n.cast('decimal(5,2)') }),
    ValueOutOfRange,
  )
  fails(
    'a cast that raises inside a condition raises, too',
    { s: 'string' },
    [['x']],
    ({ s }) => ({ compared: s.cast('int').gt(1), added: s.cast('double').plus(1) }),
    ValueOutOfRange,
    /x/,
  )
})
