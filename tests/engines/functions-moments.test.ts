import {
  dateFromUnixDate,
  dateTrunc,
  makeTimestamp,
  timestampAdd,
  timestampDiff,
  timestampMicros,
  timestampMillis,
  timestampSeconds,
  tryMakeTimestamp,
  unixDate,
  unixMicros,
  unixMillis,
  unixSeconds,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const at = (text: string) => new Date(text)
const PARTS = { y: 'int?', mo: 'int?', d: 'int?', h: 'int?', mi: 'int?', s: 'decimal(16,6)?' } as const

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'since 1970, cut downward',
    { t: 'timestamp?' },
    one(
      '1970-01-01T00:00:00Z',
      '1969-12-31T23:59:59.9996Z',
      '2024-02-29T12:30:45.999999Z',
      '0001-01-01T00:00:00.000001Z',
      null,
    ),
    ({ t }) => ({ seconds: unixSeconds(t), millis: unixMillis(t), micros: unixMicros(t).cast('string') }),
    {
      seconds: [0, -1, 1709209845, -62135596800, null],
      millis: [0, -1, 1709209845999, -62135596800000, null],
      micros: ['0', '-400', '1709209845999999', '-62135596799999999', null],
    },
  )
  gives(
    'a moment is cast to whole seconds downward',
    { t: 'timestamp?' },
    one('1969-12-31T23:59:59.9999Z', '2024-02-29T12:30:45.9996Z', null),
    ({ t }) => ({ long: t.cast('long'), double: t.cast('double') }),
    { long: [-1, 1709209845, null], double: [-0.0001, 1709209845.9996, null] },
  )
  gives(
    'numbers since 1970',
    { n: 'long?' },
    one(0, -1, 1709209845, null),
    ({ n }) => ({
      seconds: timestampSeconds(n),
      millis: timestampMillis(n),
      micros: timestampMicros(n).cast('string'),
      day: dateFromUnixDate(n.mod(100000).cast('int')),
      back: unixDate(dateFromUnixDate(n.mod(100000).cast('int'))),
    }),
    {
      seconds: [at('1970-01-01T00:00:00Z'), at('1969-12-31T23:59:59Z'), at('2024-02-29T12:30:45Z'), null],
      millis: [at('1970-01-01T00:00:00Z'), at('1969-12-31T23:59:59.999Z'), at('1970-01-20T18:46:49.845Z'), null],
      micros: ['1970-01-01 00:00:00', '1969-12-31 23:59:59.999999', '1970-01-01 00:28:29.209845', null],
      day: ['1970-01-01', '1969-12-31', '1996-12-15', null],
      back: [0, -1, 9845, null],
    },
  )
  gives(
    'fractions of seconds since 1970',
    { d: 'double?', p: 'decimal(20,8)?' },
    [
      [1.5, '1709209845.12345600'],
      [-1.001, '-0.00000100'],
      [1.9e-6, '0.00000000'],
      [null, null],
    ],
    ({ d, p }) => ({ double: timestampSeconds(d).cast('string'), decimal: timestampSeconds(p).cast('string') }),
    {
      double: ['1970-01-01 00:00:01.5', '1969-12-31 23:59:58.999001', '1970-01-01 00:00:00.000001', null],
      decimal: ['2024-02-29 12:30:45.123456', '1969-12-31 23:59:59.999999', '1970-01-01 00:00:00', null],
    },
  )
  fails(
    'numbers that are no moment',
    { n: 'long', p: 'decimal(12,8)' },
    [[9223372036854775807n, '0.00000001']],
    ({ n, p }) => ({ seconds: timestampSeconds(n), millis: timestampMillis(n), finer: timestampSeconds(p) }),
    ValueOutOfRange,
    /./,
  )
  gives(
    'dateTrunc to less than a second, by other names, and to a unit that there is not',
    { t: 'timestamp?' },
    one('2024-02-29T23:59:59.99965Z', '2024-02-29T12:30:00Z', '2024-02-29T12:30:00.0004Z', null),
    ({ t }) => ({
      second: dateTrunc('SECOND', t).cast('string'),
      milli: dateTrunc('millisecond', t).cast('string'),
      micro: dateTrunc('microsecond', t).cast('string'),
      month: dateTrunc('mon', t),
      day: dateTrunc('DD', t),
      none: dateTrunc('fortnight' as never, t),
    }),
    {
      second: ['2024-02-29 23:59:59', '2024-02-29 12:30:00', '2024-02-29 12:30:00', null],
      milli: ['2024-02-29 23:59:59.999', '2024-02-29 12:30:00', '2024-02-29 12:30:00', null],
      micro: ['2024-02-29 23:59:59.99965', '2024-02-29 12:30:00', '2024-02-29 12:30:00.0004', null],
      month: [at('2024-02-01T00:00:00Z'), at('2024-02-01T00:00:00Z'), at('2024-02-01T00:00:00Z'), null],
      day: [at('2024-02-29T00:00:00Z'), at('2024-02-29T00:00:00Z'), at('2024-02-29T00:00:00Z'), null],
      none: [null, null, null, null],
    },
  )
  gives(
    'timestampAdd',
    { n: 'int?', t: 'timestamp?' },
    [
      [1, '2024-01-31T10:00:00.000001Z'],
      [-25, '2024-02-29T00:00:00Z'],
      [null, '2024-02-29T00:00:00Z'],
      [1, null],
    ],
    ({ n, t }) => ({
      year: timestampAdd('year', n, t).cast('string'),
      quarter: timestampAdd('QUARTER', n, t).cast('string'),
      month: timestampAdd('month', n, t).cast('string'),
      week: timestampAdd('week', n, t).cast('string'),
      hour: timestampAdd('hour', n, t).cast('string'),
      milli: timestampAdd('millisecond', n, t).cast('string'),
      micro: timestampAdd('microsecond', 63072000000000123n, t).cast('string'),
    }),
    {
      year: ['2025-01-31 10:00:00.000001', '1999-02-28 00:00:00', null, null],
      quarter: ['2024-04-30 10:00:00.000001', '2017-11-29 00:00:00', null, null],
      month: ['2024-02-29 10:00:00.000001', '2022-01-29 00:00:00', null, null],
      week: ['2024-02-07 10:00:00.000001', '2023-09-07 00:00:00', null, null],
      hour: ['2024-01-31 11:00:00.000001', '2024-02-27 23:00:00', null, null],
      milli: ['2024-01-31 10:00:00.001001', '2024-02-28 23:59:59.975', null, null],
      micro: ['4022-10-03 10:00:00.000124', '4022-11-01 00:00:00.000123', '4022-11-01 00:00:00.000123', null],
    },
  )
  gives(
    'timestampDiff',
    { a: 'timestamp?', b: 'timestamp?' },
    [
      ['2024-01-31T10:00:00Z', '2024-03-31T09:59:59.999999Z'],
      // A month from the last of January is over on the same day of the next, and there is none.
      ['2024-01-31T10:00:00Z', '2024-03-01T09:00:00Z'],
      ['2024-03-01T09:00:00Z', '2024-01-31T10:00:00Z'],
      ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
      [null, '2024-03-31T10:00:00Z'],
    ],
    ({ a, b }) => ({
      year: timestampDiff('year', a, b),
      quarter: timestampDiff('quarter', a, b),
      month: timestampDiff('month', a, b),
      week: timestampDiff('week', a, b),
      day: timestampDiff('DAY', a, b),
      hour: timestampDiff('hour', a, b),
      milli: timestampDiff('millisecond', a, b),
    }),
    {
      year: [0, 0, 0, 9998, null],
      quarter: [0, 0, 0, 39995, null],
      month: [1, 0, -1, 119987, null],
      week: [8, 4, -4, 521722, null],
      day: [59, 29, -29, 3652058, null],
      hour: [1439, 719, -719, 87649415, null],
      milli: [5183999999, 2588400000, -2588400000, 315537897599000, null],
    },
  )
  gives(
    'makeTimestamp',
    PARTS,
    [
      [2024, 2, 29, 23, 59, '59.999999'],
      [1, 1, 1, 0, 0, '0'],
      [2024, 12, 31, 23, 59, '60'],
      [2024, 2, 29, null, 59, '59'],
      [2024, 2, 29, 1, 59, null],
    ],
    ({ y, mo, d, h, mi, s }) => ({
      made: makeTimestamp(y, mo, d, h, mi, s).cast('string'),
      tried: tryMakeTimestamp(y, mo, d, h, mi, s).cast('string'),
      constants: makeTimestamp(2024, mo, 1, 12, 30, 1.5).cast('string'),
    }),
    {
      made: ['2024-02-29 23:59:59.999999', '0001-01-01 00:00:00', '2025-01-01 00:00:00', null, null],
      tried: ['2024-02-29 23:59:59.999999', '0001-01-01 00:00:00', '2025-01-01 00:00:00', null, null],
      constants: [
        '2024-02-01 12:30:01.5',
        '2024-01-01 12:30:01.5',
        '2024-12-01 12:30:01.5',
        '2024-02-01 12:30:01.5',
        '2024-02-01 12:30:01.5',
      ],
    },
  )
  const none: readonly unknown[][] = [
    [2023, 2, 29, 0, 0, '0'],
    [2024, 1, 1, 24, 0, '0'],
    [2024, 1, 1, 0, 60, '0'],
    [2024, 1, 1, 0, 0, '60.5'],
    [2024, 1, 1, 0, 0, '-1'],
    [2024, 13, 1, 0, 0, '0'],
    [2024, 0, 1, 0, 0, '0'],
  ]
  for (const parts of none) {
    fails(
      `makeTimestamp of what is in no calendar: ${parts.join(', ')}`,
      PARTS,
      [parts],
      ({ y, mo, d, h, mi, s }) => ({ made: makeTimestamp(y, mo, d, h, mi, s) }),
      ValueOutOfRange,
      /./,
    )
  }
  gives(
    'tryMakeTimestamp of what is in no calendar',
    PARTS,
    none,
    ({ y, mo, d, h, mi, s }) => ({ tried: tryMakeTimestamp(y, mo, d, h, mi, s) }),
    { tried: none.map(() => null) },
  )
})
