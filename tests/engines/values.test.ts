import { describe, expect, test } from 'vitest'
import type { TypeName } from '../../src/column/values.ts'
import { InvalidValue, left, lit, Session, schema, substring, sum, UnsafeInteger } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { frameOf, type Types } from './cases.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const at = (text: string) => new Date(text)

/** A type, values as they go in, and the same values as they come out. */
interface RoundTrip {
  readonly type: Types[string]
  readonly given: readonly unknown[]
  readonly back?: readonly unknown[]
}

const TRIPS: readonly RoundTrip[] = [
  { type: 'boolean?', given: [true, false, null] },
  { type: 'byte?', given: [-128, 127, 0, null, 5n, '-7'], back: [-128, 127, 0, null, 5, -7] },
  { type: 'short?', given: [-32768, 32767, null] },
  { type: 'int?', given: [-2147483648, 2147483647, 0, null] },
  {
    type: 'long?',
    given: [9007199254740991, -9007199254740991, 0, null, 12n, '42', '-9007199254740991'],
    back: [9007199254740991, -9007199254740991, 0, null, 12, 42, -9007199254740991],
  },
  {
    type: 'float?',
    given: [0.5, -1.25, 0.1, 16777217, Number.POSITIVE_INFINITY, null],
    back: [0.5, -1.25, Math.fround(0.1), 16777216, Number.POSITIVE_INFINITY, null],
  },
  {
    type: 'double?',
    given: [
      0.1,
      1 / 3,
      5e-324,
      1.7976931348623157e308,
      -2.5,
      1e21,
      1e-7,
      123456789012345.67,
      3,
      9007199254740992,
      null,
    ],
  },
  { type: 'double?', given: [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, null] },
  {
    type: 'decimal(12,2)?',
    given: ['12.5', '-0.01', '9999999999.99', '-9999999999.99', '0', 7, 1.25, 3n, null, '1.250', '-0.00', '.5'],
    back: [
      '12.50', '-0.01', '9999999999.99', '-9999999999.99', '0.00', '7.00', '1.25', '3.00', null, '1.25', '0.00', '0.50',
    ], // biome-ignore format: beside what went in
  },
  { type: 'decimal(15,0)?', given: ['999999999999999', '-1', null] },
  { type: 'decimal(15,15)?', given: ['0.123456789012345', '-0.000000000000001', null] },
  {
    type: 'string?',
    given: [
      '', ' ', 'plain', 'trailing  ', ' leading', 'ÄÖÜ äöü ß', 'é', 'e\u0301', '日本語', '😀', '👩‍👩‍👧', '\u0130ı',
      "it's", '"quoted"', '[x]', '`', '?', '$1', ':name', "'; DROP TABLE t; --", '\\', '%_', '\t\n\r', '\u2028', 'NULL',
      'null', '{}', 'x'.repeat(10_000), null,
    ], // biome-ignore format: one glance
  },
  {
    type: 'binary?',
    given: [bytes(), bytes(0), bytes(0, 255, 128, 10), bytes(...Array.from({ length: 256 }, (_, i) => i)), null],
  },
  {
    type: 'date?',
    given: [
      '0001-01-01', '9999-12-31', '1582-10-04', '1582-10-15', '1899-12-31', '1900-02-28', '1969-12-31', '1970-01-01',
      '2000-02-29', '2024-02-29', '2100-02-28', null,
    ], // biome-ignore format: one glance
  },
  {
    type: 'timestamp?',
    given: [
      at('2024-02-29T12:30:00Z'),
      at('0001-01-01T00:00:00Z'),
      at('9999-12-31T23:59:59.999Z'),
      at('1899-12-31T23:59:59.001Z'),
      at('1969-12-31T23:59:59.999Z'),
      // Hours that do not exist, or exist twice, in some zones.
      at('2024-03-10T02:30:00Z'),
      at('2024-11-03T01:30:00Z'),
      '2024-02-29T12:30:00.123456Z',
      '2024-02-29T12:30:00+02:00',
      '2024-02-29 12:30',
      '2024-02-29',
      null,
    ],
    back: [
      at('2024-02-29T12:30:00Z'),
      at('0001-01-01T00:00:00Z'),
      at('9999-12-31T23:59:59.999Z'),
      at('1899-12-31T23:59:59.001Z'),
      at('1969-12-31T23:59:59.999Z'),
      at('2024-03-10T02:30:00Z'),
      at('2024-11-03T01:30:00Z'),
      at('2024-02-29T12:30:00.123Z'),
      at('2024-02-29T10:30:00Z'),
      at('2024-02-29T12:30:00Z'),
      at('2024-02-29T00:00:00Z'),
      null,
    ],
  },
  {
    type: 'json?',
    given: [{ a: 1, b: [true, null, 'x'] }, [], {}, 'text', 12.5, true, { 'ключ "x"': '😀' }, null],
  },
]

onEveryEngine((database) => {
  const session = () => new Session(database.engine)

  describe.each(TRIPS)('$type', ({ type, given, back = given }) => {
    const types = { at: 'int', v: type } as const
    const rows = given.map((value, index) => [index, value])
    const expected = back.map((v, at) => ({ at, v }))

    test('rows come back as they went in', async () => {
      const frame = frameOf(session(), types, rows)
      expect(await frame.orderBy('at').collect()).toStrictEqual(expected)
    })

    test('a table gives them back, too, and knows their type', async () => {
      const name = `trip ${type} ${given.length}`
      await frameOf(session(), types, rows).write(name, { mode: 'overwrite' })
      const table = session().table(name)
      expect(await table.orderBy('at').collect()).toStrictEqual(expected)
    })

    test.skipIf(type === 'json?')('a literal of the type equals its value', async () => {
      const frame = frameOf(session(), types, rows)
      const plain = type.slice(0, -1) as TypeName
      for (const [index, value] of given.entries()) {
        if (value === null) continue
        const same = await frame.filter(frame.col('v').eq(lit(value as never, plain) as never)).collect()
        const places = same.map((row) => row.at)
        expect(places, String(value)).toContain(index)
      }
    })
  })

  test('integers beyond 2^53-1 are never rounded: reading one names the column', async () => {
    const frame = frameOf(session(), { big: 'long' }, [['9007199254740993']])
    await expect(frame.collect()).rejects.toThrow(UnsafeInteger)
    await expect(frame.collect()).rejects.toThrow(/"big".*9007199254740993/)
    await frame.write('beyond', { mode: 'overwrite' })
    const stored = session().table('beyond')
    await expect(stored.collect()).rejects.toThrow(UnsafeInteger)
    expect(await stored.select((c) => [c.big.cast('string').as('big')]).collect()).toStrictEqual([
      { big: '9007199254740993' },
    ])
  })

  test('both ends of long are held', async () => {
    const ends = ['9223372036854775807', '-9223372036854775808', 9007199254740993n]
    const frame = frameOf(
      session(),
      { at: 'int', big: 'long' },
      ends.map((end, index) => [index, end]),
    )
    const texts = await frame
      .select((c) => [c.at, c.big.cast('string').as('text')])
      .orderBy('at')
      .collect()
    expect(texts.map((row) => row.text)).toStrictEqual([
      '9223372036854775807',
      '-9223372036854775808',
      '9007199254740993',
    ])
    expect(await frame.filter((c) => c.big.eq(9223372036854775807n)).count()).toBe(1)
  })

  test('negative zero equals zero and is one group with it', async () => {
    const frame = frameOf(session(), { v: 'double' }, [[-0], [0]])
    expect(await frame.filter((c) => c.v.eq(0)).count()).toBe(2)
    expect(await frame.distinct().count()).toBe(1)
  })

  test('NaN is a value on PostgreSQL and refused on SQLite', async () => {
    const frame = () =>
      frameOf(session(), { at: 'int', v: 'double?' }, [
        [1, Number.NaN],
        [2, 1],
      ])
    if (database.dialect === 'sqlite') {
      await expect(frame().collect()).rejects.toThrow(InvalidValue)
      await expect(frame().collect()).rejects.toThrow(/"v".*NaN/)
    } else {
      expect(await frame().orderBy('at').collect()).toStrictEqual([
        { at: 1, v: Number.NaN },
        { at: 2, v: 1 },
      ])
      await frame().write('nans', { mode: 'overwrite' })
      expect(await session().table('nans').orderBy('at').collect()).toStrictEqual([
        { at: 1, v: Number.NaN },
        { at: 2, v: 1 },
      ])
    }
  })

  test('NUL in text: a value on SQLite, refused before any SQL on PostgreSQL', async () => {
    const frame = () => frameOf(session(), { v: 'string' }, [['a\0b']])
    if (database.dialect === 'postgres') {
      await expect(frame().collect()).rejects.toThrow(InvalidValue)
      await expect(frame().collect()).rejects.toThrow(/"v".*NUL/)
      const plain = frameOf(session(), { v: 'string' }, [['ab']])
      await expect(plain.filter((c) => c.v.eq('a\0b')).collect()).rejects.toThrow(InvalidValue)
    } else {
      expect(await frame().collect()).toStrictEqual([{ v: 'a\0b' }])
      await frame().write('nul', { mode: 'overwrite' })
      const stored = session().table('nul', schema({ v: 'string' }))
      expect(await stored.collect()).toStrictEqual([{ v: 'a\0b' }])
      expect(await stored.filter((c) => c.v.eq('a\0b')).count()).toBe(1)
      expect(await stored.filter((c) => c.v.isin(['a\0b'])).count()).toBe(1)
      expect(await stored.filter((c) => c.v.startsWith('a\0c')).count()).toBe(0)
      for (const [pattern, found] of [
        ['a%b', 1],
        ['a_b', 1],
        ['%\0%', 1],
        ['a', 0],
      ] as const)
        expect(await stored.filter((c) => c.v.like(pattern)).count(), pattern).toBe(found)
      const parts = stored.select((c) => [substring(c.v, 2, 2).as('middle'), left(c.v, 3).as('all')])
      expect(await parts.collect()).toStrictEqual([{ middle: '\0b', all: 'a\0b' }])
    }
  })

  test('decimals are summed exactly', async () => {
    const cents = Array.from({ length: 1000 }, (_, index) => [`${index % 10}.1${index % 7}`])
    const frame = frameOf(session(), { v: 'decimal(10,2)' }, cents)
    // 4,500 whole, 100 of tenths, and hundredths: 142 times 0 to 6, and 0 to 5 once more.
    expect(await frame.agg((c) => ({ total: sum(c.v) })).collect()).toStrictEqual([{ total: '4629.97' }])
  })

  describe('a value that its type cannot hold is refused, with column and value', () => {
    test.each([
      ['byte', 128, /"v".*128.*byte/],
      ['short', -32769, /"v"/],
      ['int', 2147483648, /2147483648.*int/],
      ['int', 1.5, /1\.5.*int/],
      ['long', 2 ** 53, /long/],
      ['long', '9223372036854775808', /long/],
      ['long', 'twelve', /"twelve".*long/],
      ['long', true, /true.*long/],
      ['double', 'one', /"one".*double/],
      ['decimal(5,2)', '1000', /"1000".*decimal\(5,2\)/],
      ['decimal(5,2)', '1.234', /1\.234/],
      ['decimal(5,2)', 'abc', /abc/],
      ['boolean', 1, /boolean/],
      ['boolean', 'true', /boolean/],
      ['string', 5, /5.*string/],
      ['date', '2023-02-29', /2023-02-29/],
      ['date', '2024-13-01', /2024-13-01/],
      ['date', '0000-01-01', /0000-01-01/],
      ['date', '29.2.2024', /29\.2\.2024/],
      ['timestamp', '2024-02-30T00:00:00Z', /2024-02-30/],
      ['timestamp', new Date(Number.NaN), /"v"/],
      ['timestamp', 'yesterday', /yesterday/],
      ['binary', 'text', /binary/],
    ] as const)('%s %s', async (type, value, message) => {
      const frame = frameOf(session(), { v: type }, [[value]])
      await expect(frame.collect()).rejects.toThrow(InvalidValue)
      await expect(frame.collect()).rejects.toThrow(message)
    })
  })
})
