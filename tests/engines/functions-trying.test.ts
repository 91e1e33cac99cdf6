import {
  lit,
  raiseError,
  tryAdd,
  tryDivide,
  tryMod,
  tryMultiply,
  trySubtract,
  UnsupportedOnDialect,
  when,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const MAX_LONG = '9223372036854775807'
const MIN_LONG = '-9223372036854775808'

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)
  gives(
    'what has no room in a long is NULL',
    { a: 'long?', b: 'long?' },
    [
      [MAX_LONG, '1'],
      [MIN_LONG, '1'],
      [7, -2],
      [7, 0],
      [null, 1],
    ],
    ({ a, b }) => ({
      sum: tryAdd(a, b).cast('string'),
      difference: trySubtract(a, b).cast('string'),
      product: tryMultiply(a, 2).cast('string'),
      quotient: tryDivide(b, a.times(0).plus(b)),
      byZero: tryDivide(a, b.minus(b)),
      rest: tryMod(a, b),
    }),
    {
      sum: [null, '-9223372036854775807', '5', '7', null],
      difference: ['9223372036854775806', null, '9', '7', null],
      product: [null, null, '14', '14', null],
      quotient: [1, 1, 1, null, null],
      byZero: [null, null, null, null, null],
      rest: [0, 0, 1, null, null],
    },
  )
  gives(
    'in the range of ints',
    { i: 'int' },
    [[-2147483648], [2147483647], [5]],
    ({ i }) => ({ down: trySubtract(i, lit(1, 'int')), up: trySubtract(i, lit(-1, 'int')) }),
    { down: [null, 2147483646, 4], up: [-2147483647, null, 6] },
  )
  gives(
    'doubles and decimals',
    { d: 'double', n: 'decimal(6,2)', m: 'decimal(6,2)' },
    [
      [7.5, '7.50', '0.00'],
      [-7.5, '-7.50', '2.00'],
    ],
    ({ d, n, m }) => ({
      minus: trySubtract(d, 0.5),
      less: trySubtract(n, m),
      ratio: tryDivide(d, 2),
      share: tryDivide(n, m),
      rest: tryMod(d, 2),
      left: tryMod(n, m),
    }),
    {
      minus: [7, -8],
      less: ['7.50', '-9.50'],
      ratio: [3.75, -3.75],
      share: [null, '-3.750000000'],
      rest: [1.5, -1.5],
      left: [null, '-1.50'],
    },
  )
  if (database.dialect === 'postgres') {
    gives(
      'decimals that have no room are NULL',
      { a: 'decimal(38,2)', b: 'decimal(38,2)' },
      [
        ['999999999999999999999999999999999999.99', '0.01'],
        ['1.25', '2.00'],
      ],
      ({ a, b }) => ({ sum: tryAdd(a, b), product: tryMultiply(a, a), difference: trySubtract(a, b) }),
      {
        sum: [null, '3.25'],
        product: [null, '1.5625'],
        difference: ['999999999999999999999999999999999999.98', '-0.75'],
      },
    )
  }
  if (database.dialect === 'duckdb') {
    fails(
      'decimals that may have no room',
      { a: 'decimal(38,2)', b: 'decimal(38,2)' },
      [],
      ({ a, b }) => ({ sum: tryAdd(a, b), product: tryMultiply(a, b), difference: trySubtract(a, b) }),
      UnsupportedOnDialect,
      /38 digits/,
    )
  }
  fails(
    'raiseError raises where it is evaluated',
    { n: 'int' },
    [[1], [-1]],
    ({ n }) => ({ checked: when(n.gt(0), n).otherwise(raiseError('a negative number')) }),
    Error,
    /a negative number/,
  )
  gives(
    'and nowhere else',
    { n: 'int' },
    [[1], [2]],
    ({ n }) => ({ checked: when(n.gt(0), n).otherwise(raiseError('a negative number')) }),
    { checked: [1, 2] },
  )
})
