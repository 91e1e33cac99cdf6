import { describe } from 'vitest'
import { lit, TypeMismatch, ValueOutOfRange } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, type Types } from './cases.ts'

type TypeName = Parameters<ReturnType<typeof lit>['cast']>[0]
interface Casts {
  readonly from: Types[string]
  readonly to: TypeName
  /** Values that can be cast, and what they become. */
  readonly good: readonly (readonly [unknown, unknown])[]
  /** Values that raise in `cast` and are NULL in `tryCast`. */
  readonly bad: readonly unknown[]
}

const moment = (text: string) => new Date(text)

const CASTS: readonly Casts[] = [
  {
    from: 'string?',
    to: 'int',
    good: [['12', 12], [' 12 ', 12], ['-0', 0], ['+5', 5], ['00012', 12], ['\t8\n', 8], ['-2147483648', -2147483648], [null, null]],
    bad: ['', '12abc', '1e3', '3.7', '5.', '.5', '2147483648', '0x1F', '1_000', '٣', 'true', '--1', 'NaN', '1d', "'"],
  },
  {
    from: 'string?',
    to: 'long',
    good: [['9007199254740991', 9007199254740991], ['-1', -1]],
    bad: ['9223372036854775808', '1.0', ''],
  },
  { from: 'string?', to: 'byte', good: [['127', 127], ['-128', -128]], bad: ['128', '-129', 'x'] },
  { from: 'string?', to: 'short', good: [['32767', 32767]], bad: ['32768', ''] },
  {
    from: 'string?',
    to: 'double',
    good: [
      ['12', 12], [' 1.5 ', 1.5], ['1e3', 1000], ['1E-2', 0.01], ['.5', 0.5], ['5.', 5], ['-3.7', -3.7],
      ['1e400', Number.POSITIVE_INFINITY], ['-1e400', Number.NEGATIVE_INFINITY], ['1e-400', 0],
      ['Infinity', Number.POSITIVE_INFINITY], ['-inf', Number.NEGATIVE_INFINITY], ['5e-324', 5e-324],
      ['1.7976931348623157e308', Number.MAX_VALUE], ['0.1', 0.1], ['9007199254740993', 9007199254740992], [null, null],
    ],
    bad: ['', ' ', '12abc', '0x1F', '1_000', '1d', '1f', '--1', 'e5', '٣', 'true'],
  },
  {
    from: 'string?',
    to: 'decimal(6,2)',
    good: [['12', '12.00'], [' 1.5 ', '1.50'], ['1e3', '1000.00'], ['2.675', '2.68'], ['-2.675', '-2.68'], ['1E-2', '0.01'], ['0.001', '0.00'], [null, null]],
    bad: ['', '10000', '9999.999', 'abc', 'NaN', 'Infinity', '1_0', '0x1'],
  },
  {
    from: 'string?',
    to: 'boolean',
    good: [['true', true], ['F', false], [' yes ', true], ['No', false], ['1', true], ['0', false], ['t', true], ['n', false], [null, null]],
    bad: ['', '2', 'on', 'tru', '1.0', '-1'],
  },
  {
    from: 'string?',
    to: 'date',
    good: [
      ['2024-02-29', '2024-02-29'], ['2024-2-9', '2024-02-09'], [' 2024-01-01 ', '2024-01-01'], ['2024', '2024-01-01'],
      ['2024-05', '2024-05-01'], ['2024-01-01T10:11:12', '2024-01-01'], ['2024-01-01 anything', '2024-01-01'],
      ['0001-01-01', '0001-01-01'], ['9999-12-31', '9999-12-31'], [null, null],
    ],
    bad: ['', '2023-02-29', '2024-13-01', '2024-00-01', '20240101', '01/02/2024', 'today', 'epoch', 'infinity', '2024-01-01abc', '24-01-01'],
  },
  {
    from: 'string?',
    to: 'timestamp',
    good: [
      ['2024-02-29 12:34:56', moment('2024-02-29T12:34:56Z')],
      ['2024-02-29T12:34:56.789Z', moment('2024-02-29T12:34:56.789Z')],
      ['2024-02-29T12:34:56.7899999', moment('2024-02-29T12:34:56.789Z')],
      ['2024-01-01', moment('2024-01-01T00:00:00Z')],
      ['2024', moment('2024-01-01T00:00:00Z')],
      ['2024-01-01T10:00:00+02:00', moment('2024-01-01T08:00:00Z')],
      ['2024-01-01 10:00:00 -0530', moment('2024-01-01T15:30:00Z')],
      ['2024-01-01 10:00:00 UTC', moment('2024-01-01T10:00:00Z')],
      ['2024-01-01 1:2:3', moment('2024-01-01T01:02:03Z')],
      ['2024-01-01 10:00', moment('2024-01-01T10:00:00Z')],
      ['2024-01-01T10', moment('2024-01-01T10:00:00Z')],
      ['0001-01-01 00:00:00', moment('0001-01-01T00:00:00Z')],
      [null, null],
    ],
    bad: ['', '2024-01-01 24:00:00', '2024-01-01 23:59:60', '2024-01-01 10h', 'now', 'nonsense', '2023-02-29 00:00:00', '1700000000', '2024-05 10:00'],
  },
  { from: 'string?', to: 'json', good: [['{"a": [1, null]}', { a: [1, null] }], ['"x"', 'x'], ['12.5', 12.5], [null, null]], bad: ['', '{', "{'a': 1}", 'x'] },
  {
    from: 'double?',
    to: 'int',
    good: [[0.5, 0], [-0.5, 0], [1.5, 1], [2.5, 2], [-2.9, -2], [2147483647.9, 2147483647], [1e-7, 0], [null, null]],
    bad: [2147483648, -2147483649, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY],
  },
  { from: 'double?', to: 'long', good: [[1e15, 1e15], [-9007199254740991, -9007199254740991], [123456.789, 123456]], bad: [1e19, -1e19, 2 ** 63] },
  { from: 'double?', to: 'byte', good: [[127.9, 127], [-128.9, -128]], bad: [128, -129] },
  {
    from: 'double?',
    to: 'decimal(6,2)',
    good: [[2.675, '2.68'], [1.005, '1.01'], [-0.005, '-0.01'], [0.1, '0.10'], [1e-7, '0.00'], [Number.POSITIVE_INFINITY, null], [null, null]],
    bad: [10000, 1e300, -9999.999],
  },
  {
    from: 'double?',
    to: 'string',
    good: [
      [0, '0.0'], [1, '1.0'], [-1.5, '-1.5'], [0.1, '0.1'], [0.30000000000000004, '0.30000000000000004'], [1e-7, '1.0E-7'],
      [0.001, '0.001'], [0.00099, '9.9E-4'], [9999999, '9999999.0'], [1e7, '1.0E7'], [12345678.9, '1.23456789E7'],
      [1e21, '1.0E21'], [1.7976931348623157e308, '1.7976931348623157E308'], [1e-300, '1.0E-300'],
      [Number.POSITIVE_INFINITY, 'Infinity'], [Number.NEGATIVE_INFINITY, '-Infinity'], [null, null],
    ],
    bad: [],
  },
  { from: 'float?', to: 'string', good: [[0.1, '0.1'], [16777216, '1.6777216E7'], [0.5, '0.5'], [1 / 3, '0.33333334'], [null, null]], bad: [] },
  { from: 'float?', to: 'double', good: [[0.1, 0.10000000149011612], [0.5, 0.5]], bad: [] },
  { from: 'double?', to: 'float', good: [[0.1, Math.fround(0.1)], [16777217, 16777216], [null, null]], bad: [] },
  { from: 'double?', to: 'boolean', good: [[0, false], [0.1, true], [-1, true], [null, null]], bad: [] },
  { from: 'long?', to: 'int', good: [[5, 5], [-2147483648, -2147483648], [null, null]], bad: [2147483648, -2147483649, '9223372036854775807'] },
  { from: 'long?', to: 'byte', good: [[127, 127], [-128, -128], [null, null]], bad: [128, -129, 1000] },
  { from: 'int?', to: 'byte', good: [[7, 7]], bad: [200] },
  { from: 'long?', to: 'string', good: [['9223372036854775807', '9223372036854775807'], [-5, '-5'], [null, null]], bad: [] },
  { from: 'long?', to: 'double', good: [[5, 5], ['9007199254740993', 9007199254740992], [null, null]], bad: [] },
  { from: 'long?', to: 'decimal(6,2)', good: [[12, '12.00'], [-9999, '-9999.00'], [null, null]], bad: [10000] },
  { from: 'long?', to: 'boolean', good: [[0, false], [2, true], [-1, true], [null, null]], bad: [] },
  { from: 'decimal(10,4)?', to: 'int', good: [['2.6750', 2], ['-2.9999', -2], ['0.0000', 0], [null, null]], bad: [] },
  { from: 'decimal(10,4)?', to: 'byte', good: [['127.9999', 127]], bad: ['128.0000', '-129.0000'] },
  { from: 'decimal(10,4)?', to: 'decimal(6,2)', good: [['2.6750', '2.68'], ['-0.0050', '-0.01'], ['0.1249', '0.12'], [null, null]], bad: ['99999.9999'] },
  { from: 'decimal(10,4)?', to: 'string', good: [['2.6750', '2.6750'], ['-0.0001', '-0.0001'], ['0.0000', '0.0000'], [null, null]], bad: [] },
  { from: 'decimal(10,4)?', to: 'double', good: [['0.1000', 0.1], ['-12.5000', -12.5]], bad: [] },
  { from: 'boolean?', to: 'string', good: [[true, 'true'], [false, 'false'], [null, null]], bad: [] },
  { from: 'boolean?', to: 'int', good: [[true, 1], [false, 0], [null, null]], bad: [] },
  { from: 'boolean?', to: 'double', good: [[true, 1], [false, 0]], bad: [] },
  { from: 'boolean?', to: 'decimal(3,1)', good: [[true, '1.0'], [false, '0.0'], [null, null]], bad: [] },
  { from: 'date?', to: 'string', good: [['2024-02-29', '2024-02-29'], ['0001-01-01', '0001-01-01'], [null, null]], bad: [] },
  { from: 'date?', to: 'timestamp', good: [['2024-02-29', moment('2024-02-29T00:00:00Z')], [null, null]], bad: [] },
  {
    from: 'timestamp?',
    to: 'string',
    good: [['2024-02-29T12:00:00Z', '2024-02-29 12:00:00'], ['2024-02-29T12:00:00.120Z', '2024-02-29 12:00:00.12'], ['0001-01-01T00:00:00.000001Z', '0001-01-01 00:00:00.000001'], [null, null]],
    bad: [],
  },
  { from: 'timestamp?', to: 'date', good: [['2024-02-29T23:59:59.999Z', '2024-02-29'], ['1899-12-31T23:59:59.999Z', '1899-12-31'], [null, null]], bad: [] },
  { from: 'binary?', to: 'string', good: [[new TextEncoder().encode('Straße 😀'), 'Straße 😀'], [null, null]], bad: [] },
  { from: 'string?', to: 'binary', good: [['é', Uint8Array.of(0xc3, 0xa9)], ['', Uint8Array.of()], [null, null]], bad: [] },
  { from: 'json?', to: 'string', good: [[{ bb: [1, 'x', null], a: true }, '{"a": true, "bb": [1, "x", null]}'], [null, null]], bad: [] },
  { from: 'array<long>?', to: 'string', good: [[[1, null, -3], '[1, null, -3]'], [[], '[]'], [[null], '[null]'], [null, null]], bad: [] },
  { from: 'array<double>?', to: 'string', good: [[[0.5, 1e7, null], '[0.5, 1.0E7, null]']], bad: [] },
  { from: 'array<string>?', to: 'string', good: [[['a, b', '', 'null', null], '[a, b, , null, null]']], bad: [] },
  { from: 'array<boolean>?', to: 'string', good: [[[true, null, false], '[true, null, false]']], bad: [] },
  { from: 'array<decimal(6,2)>?', to: 'string', good: [[['1.50', null], '[1.50, null]']], bad: [] },
  { from: 'array<long>?', to: 'array<string>', good: [[[1, null, -3], ['1', null, '-3']], [[], []], [null, null]], bad: [] },
  { from: 'array<long>?', to: 'array<boolean>', good: [[[1, null, 0], [true, null, false]]], bad: [] },
  { from: 'array<int>?', to: 'array<long>', good: [[[1, null], [1, null]]], bad: [] },
  { from: 'array<double>?', to: 'array<int>', good: [[[1.9, -1.9, null], [1, -1, null]]], bad: [] },
  { from: 'array<string>?', to: 'array<date>', good: [[['2024', null], ['2024-01-01', null]]], bad: [] },
] // biome-ignore format: a table

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  for (const { from, to, good, bad } of CASTS) {
    describe(`${from.replace('?', '')} to ${to}`, () => {
      gives(
        'good values',
        { v: from },
        good.map(([value]) => [value]),
        ({ v }) => ({ cast: v.cast(to), tryCast: v.tryCast(to) }),
        { cast: good.map(([, cast]) => cast), tryCast: good.map(([, cast]) => cast) },
      )
      if (bad.length === 0) return
      gives(
        'bad values are NULL for tryCast',
        { v: from },
        bad.map((value) => [value]),
        ({ v }) => ({ tryCast: v.tryCast(to) }),
        { tryCast: bad.map(() => null) },
      )
      for (const value of bad) {
        fails(
          `${JSON.stringify(value) ?? String(value)} raises`,
          { v: from },
          [[value]],
          ({ v }) => ({ v: v.cast(to) }),
          ValueOutOfRange,
        )
      }
    })
  }

  gives(
    'casts of values that were computed, and casts of casts',
    { a: 'int', s: 'string' },
    [[5, '7']],
    ({ a, s }) => ({
      sum: a.plus(1).cast('string'),
      parsed: s.cast('int').plus(a).cast('string'),
      literal: lit('12', 'string').cast('int'),
      compared: a.gt(4).cast('string'),
      twice: s.cast('double').cast('string'),
      number: a.cast('double').div(2).cast('int'),
    }),
    { sum: ['6'], parsed: ['12'], literal: [12], compared: ['true'], twice: ['7.0'], number: [2] },
  )
  gives(
    'an element that cannot be cast is NULL for tryCast',
    { v: 'array<string>' },
    [[['1', 'x', null]], [['7']]],
    ({ v }) => ({ tried: v.tryCast('array<int>') }),
    { tried: [[1, null, null], [7]] },
  )
  fails(
    'and raises in cast',
    { v: 'array<string>' },
    [[['1', 'x']]],
    ({ v }) => ({ v: v.cast('array<int>') }),
    ValueOutOfRange,
    /x/,
  )
  gives(
    'a list whose column has a name that engines use inside',
    { value: 'array<long>', key: 'array<long>', e1: 'array<long>', place: 'array<long>', list: 'array<long>' },
    [[[1], [2], [3], [4], [5]]],
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, column]) => [name, column.cast('array<string>').cast('string')]),
      ),
    { value: ['[1]'], key: ['[2]'], e1: ['[3]'], place: ['[4]'], list: ['[5]'] },
  )
  fails(
    'bytes and documents inside of a list have no text',
    { b: 'array<binary>', j: 'array<json>' },
    [],
    ({ b, j }) => ({ b: b.cast('string'), j: j.cast('string') }),
    TypeMismatch,
    /cannot be cast to string/,
  )
})
