import { describe, expect, test } from 'vitest'
import {
  bitwiseNot,
  bround,
  col,
  type Decimal,
  firstValue,
  InvalidArgument,
  lastValue,
  lit,
  maxBy,
  minBy,
  monthsBetween,
  nanvl,
  nthValue,
  pmod,
  Session,
  schema,
  sign,
  stddev,
  stddevSamp,
  trunc,
  ValueOutOfRange,
  variance,
  varSamp,
  Window,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const { NaN: NAN, POSITIVE_INFINITY: INF } = Number

onEveryEngine((database) => {
  const { gives, fails, session } = casesOn(database)

  gives(
    'bround is half to the even neighbour on the shortest decimal form',
    { d: 'double?' },
    one(0.5, 1.5, 2.5, -2.5, 8.345, 1.115, 1.125, 99.995, 1e300, INF, null),
    ({ d }) => ({ whole: bround(d), two: bround(d, 2) }),
    {
      whole: [0, 2, 2, -2, 8, 1, 1, 100, 1e300, INF, null],
      two: [0.5, 1.5, 2.5, -2.5, 8.34, 1.12, 1.12, 100, 1e300, INF, null],
    },
  )
  gives(
    'bround of decimals and of whole numbers',
    { n: 'decimal(8,3)?', l: 'long?' },
    [
      ['2.675', 15],
      ['-2.665', 25],
      ['0.005', 26],
      [null, null],
    ],
    ({ n, l }) => ({ n: bround(n, 2), l: bround(l, -1) }),
    { n: ['2.68', '-2.66', '0.00', null], l: [20, 20, 30, null] },
  )
  gives(
    'pmod',
    { a: 'long?', b: 'long?', x: 'double?', n: 'decimal(6,2)?' },
    [
      [10, 3, 10.5, '10.50'],
      [-10, 3, -10.5, '-10.50'],
      [10, -3, 0, '0.00'],
      [-10, -3, -0.5, '-0.25'],
      [7, 0, null, null],
      [null, 3, null, null],
    ],
    ({ a, b, x, n }) => ({ whole: pmod(a, b), double: pmod(x, 3), decimal: pmod(n, lit('3.00', 'decimal(3,2)')) }),
    {
      whole: [1, 2, 1, -1, null, null],
      double: [1.5, 1.5, 0, 2.5, null, null],
      decimal: ['1.50', '1.50', '0.00', '2.75', null, null],
    },
  )
  gives(
    'bits turned over, signs',
    { i: 'int?', d: 'double?' },
    [
      [0, -2.5],
      [5, 0],
      [-1, 7],
      [null, null],
    ],
    ({ i, d }) => ({ not: bitwiseNot(i), sign: sign(d) }),
    { not: [-1, -6, 0, null], sign: [-1, 0, 1, null] },
  )
  gives(
    'trunc of days',
    { d: 'date?' },
    one('2024-02-29', '2017-01-01', '0001-01-01', '9999-12-31', '1899-12-31', null),
    ({ d }) => ({ y: trunc(d, 'yyyy'), q: trunc(d, 'quarter'), m: trunc(d, 'MM'), w: trunc(d, 'week') }),
    {
      y: ['2024-01-01', '2017-01-01', '0001-01-01', '9999-01-01', '1899-01-01', null],
      q: ['2024-01-01', '2017-01-01', '0001-01-01', '9999-10-01', '1899-10-01', null],
      m: ['2024-02-01', '2017-01-01', '0001-01-01', '9999-12-01', '1899-12-01', null],
      w: ['2024-02-26', '2016-12-26', '0001-01-01', '9999-12-27', '1899-12-25', null],
    },
  )
  gives(
    'monthsBetween',
    { a: 'timestamp?', b: 'timestamp?' },
    [
      ['2024-02-29T23:59:59Z', '2024-01-31T00:00:00Z'],
      ['2024-03-30T00:00:00Z', '2024-02-29T00:00:00Z'],
      ['2024-03-20T18:30:00.500Z', '2023-11-05T06:15:00Z'],
      ['1969-12-01T00:00:01Z', '1970-01-31T12:00:00Z'],
      ['2024-03-15T12:00:00Z', '2024-01-15T00:00:00Z'],
      [null, '2024-01-15T00:00:00Z'],
    ],
    ({ a, b }) => ({ m: monthsBetween(a, b) }),
    { m: [1, 1.03225806, 4.50033602, -1.98387059, 2, null] },
  )
  gives(
    'monthsBetween, all its digits',
    { a: 'date', b: 'date' },
    [['1969-12-31', '1582-10-15']],
    ({ a, b }) => ({ m: monthsBetween(a, b, false) }),
    { m: [4646.5161290322585] },
  )
  gives(
    'timestamps as seconds and back',
    { t: 'timestamp?' },
    one('1970-01-01T00:00:01.250Z', '1969-12-31T23:59:59.999Z', '2024-02-29T00:00:00Z', null),
    ({ t }) => ({
      s: t.cast('long'),
      d: t.cast('double'),
      n: t.cast('decimal(14,3)'),
      back: t.cast('long').cast('timestamp'),
    }),
    {
      s: [1, -1, 1_709_164_800, null],
      d: [1.25, -0.001, 1_709_164_800, null],
      n: ['1.250', '-0.001', '1709164800.000', null],
      back: [new Date(1000), new Date(-1000), new Date('2024-02-29T00:00:00Z'), null],
    },
  )
  fails(
    'seconds that an int cannot hold',
    { t: 'timestamp' },
    one('2500-01-01T00:00:00Z'),
    ({ t }) => ({ i: t.cast('int') }),
    ValueOutOfRange,
  )

  describe('one value out of many', () => {
    const rows = () =>
      new Session(database.engine).createDataFrame(
        [
          { id: 1, g: 'a', v: null, d: '2024-01-01' },
          { id: 2, g: 'a', v: 'Zeta', d: null },
          { id: 3, g: 'a', v: null, d: '2024-01-03' },
          { id: 4, g: 'a', v: 'äpfel', d: '2024-01-02' },
          { id: 5, g: 'b', v: null, d: null },
        ],
        schema({ id: 'long', g: 'string', v: 'string?', d: 'date?' }),
      )

    test('of a window, NULLs skipped or not', async () => {
      const frame = rows()
      const before = Window.partitionBy(frame.g).orderBy(frame.id).rowsBetween(-2, 0)
      const found = await frame
        .select((r) => [
          r.id,
          firstValue(r.v).over(before).as('first'),
          firstValue(r.v, true).over(before).as('firstKnown'),
          lastValue(r.v, true).over(before).as('lastKnown'),
          nthValue(r.v, 2).over(before).as('second'),
          nthValue(r.v, 2, true).over(before).as('secondKnown'),
          lastValue(r.d, true).over(before).as('day'),
        ])
        .orderBy('id')
        .collect()
      expect(found.map(({ id, ...others }) => [id, ...Object.values(others)])).toEqual([
        [1, null, null, null, null, null, '2024-01-01'],
        [2, null, 'Zeta', 'Zeta', 'Zeta', null, '2024-01-01'],
        [3, null, 'Zeta', 'Zeta', 'Zeta', null, '2024-01-03'],
        [4, 'Zeta', 'Zeta', 'äpfel', null, 'äpfel', '2024-01-02'],
        [5, null, null, null, null, null, null],
      ])
    })

    test('of the row in which another is greatest or least', async () => {
      const found = await rows()
        .groupBy('g')
        .agg((r) => ({ late: maxBy(r.v, r.d), early: minBy(r.id, r.d), text: maxBy(r.id, r.v) }))
        .orderBy('g')
        .collect()
      expect(found).toEqual([
        { g: 'a', late: null, early: 1, text: 4 },
        { g: 'b', late: null, early: null, text: null },
      ])
    })

    test('over a window', async () => {
      const frame = rows()
      const wide = frame.select((r) => [r.id, maxBy(r.id, r.d).over(Window.partitionBy(r.g)).as('late')]).orderBy('id')
      expect((await wide.collect()).map((row) => row.late)).toEqual([3, 3, 3, 3, null])
    })

    test('the samples by their other names', async () => {
      const found = await rows()
        .agg((r) => ({ a: stddev(r.id), b: stddevSamp(r.id), c: variance(r.id), d: varSamp(r.id) }))
        .first()
      expect(found).toEqual({ a: Math.sqrt(2.5), b: Math.sqrt(2.5), c: 2.5, d: 2.5 })
    })
  })

  test('nanvl', async () => {
    const numbers = database.dialect === 'sqlite' ? [1.5, null] : [1.5, null, NAN]
    const frame = session().createDataFrame(
      numbers.map((x, id) => ({ id, x })),
      schema({ id: 'int', x: 'double?' }),
    )
    const found = await frame
      .select((r) => [r.id, nanvl(r.x, -1).as('y')])
      .orderBy('id')
      .collect()
    expect(found.map((row) => row.y)).toEqual(numbers.map((x) => (Number.isNaN(x) ? -1 : x)))
  })

  test('a stroke in a pattern stands before %, _ or itself', async () => {
    const frame = session().createDataFrame([{ s: 'a_c' }, { s: 'abc' }, { s: 'a\\c' }])
    const matching = async (pattern: string) => frame.filter(col('s').like(pattern)).count()
    expect(await matching('a\\_c')).toBe(1)
    expect(await matching('a\\\\c')).toBe(1)
    for (const pattern of ['a\\bc', 'abc\\', '\\\\\\b'])
      await expect(matching(pattern)).rejects.toThrow(InvalidArgument)
  })

  test('a whole number in the program takes its own digits beside a decimal', async () => {
    const frame = session().createDataFrame([{ p: '10.00' as Decimal }], schema({ p: 'decimal(10,2)' }))
    const found = await frame
      .select((r) => [r.p.times(2).as('b'), r.p.plus(lit(1, 'int')).as('d'), r.p.div(3).as('e')])
      .first()
    expect(found).toEqual({ b: '20.00', d: '11.00', e: '3.333333' })
  })
})
