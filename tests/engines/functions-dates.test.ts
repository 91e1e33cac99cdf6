import { describe, expect, test } from 'vitest'
import {
  addMonths,
  currentDate,
  currentTimestamp,
  dateAdd,
  datediff,
  dateSub,
  dateTrunc,
  dayofmonth,
  dayofweek,
  dayofyear,
  hour,
  lastDay,
  minute,
  month,
  quarter,
  Session,
  second,
  toDate,
  weekday,
  year,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const at = (text: string) => new Date(text)

onEveryEngine((database) => {
  const { gives } = casesOn(database)

  gives(
    'parts of days',
    { d: 'date?' },
    one('2024-02-29', '2023-12-31', '0001-01-01', '9999-12-31', '1899-12-31', '2024-03-03', null),
    ({ d }) => ({
      year: year(d),
      quarter: quarter(d),
      month: month(d),
      day: dayofmonth(d),
      week: dayofweek(d),
      weekday: weekday(d),
      ofYear: dayofyear(d),
      last: lastDay(d),
    }),
    {
      year: [2024, 2023, 1, 9999, 1899, 2024, null],
      quarter: [1, 4, 1, 4, 4, 1, null],
      month: [2, 12, 1, 12, 12, 3, null],
      day: [29, 31, 1, 31, 31, 3, null],
      // 1 is Sunday, and 0 is Monday.
      week: [5, 1, 2, 6, 1, 1, null],
      weekday: [3, 6, 0, 4, 6, 6, null],
      ofYear: [60, 365, 1, 365, 365, 63, null],
      last: ['2024-02-29', '2023-12-31', '0001-01-31', '9999-12-31', '1899-12-31', '2024-03-31', null],
    },
  )
  gives(
    'parts of moments, in UTC',
    { t: 'timestamp?' },
    one('2024-02-29T23:59:58.999999Z', '1899-12-31T00:00:00.000001Z', '2024-03-10T02:30:00Z', null),
    ({ t }) => ({
      year: year(t),
      day: dayofmonth(t),
      hour: hour(t),
      minute: minute(t),
      second: second(t),
      date: toDate(t),
      week: dayofweek(t),
    }),
    {
      year: [2024, 1899, 2024, null],
      day: [29, 31, 10, null],
      hour: [23, 0, 2, null],
      minute: [59, 0, 30, null],
      second: [58, 0, 0, null],
      date: ['2024-02-29', '1899-12-31', '2024-03-10', null],
      week: [5, 1, 1, null],
    },
  )
  gives(
    'a date is its midnight where a moment is wanted',
    { d: 'date' },
    one('2024-02-29'),
    ({ d }) => ({ hour: hour(d), second: second(d), trunc: dateTrunc('month', d), date: toDate(d) }),
    { hour: [0], second: [0], trunc: [at('2024-02-01T00:00:00Z')], date: ['2024-02-29'] },
  )
  gives(
    'dateTrunc',
    { t: 'timestamp?' },
    one(
      '2024-08-29T23:59:58.999999Z',
      '1899-12-31T00:00:00.000001Z',
      '2024-01-01T00:00:00Z',
      '0001-01-01T10:00:00Z',
      null,
    ),
    ({ t }) => ({
      year: dateTrunc('year', t),
      quarter: dateTrunc('quarter', t),
      month: dateTrunc('month', t),
      week: dateTrunc('week', t),
      day: dateTrunc('day', t),
      hour: dateTrunc('hour', t),
      minute: dateTrunc('minute', t),
      second: dateTrunc('second', t),
    }),
    {
      year: [
        at('2024-01-01T00:00:00Z'),
        at('1899-01-01T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T00:00:00Z'),
        null,
      ],
      quarter: [
        at('2024-07-01T00:00:00Z'),
        at('1899-10-01T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T00:00:00Z'),
        null,
      ],
      month: [
        at('2024-08-01T00:00:00Z'),
        at('1899-12-01T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T00:00:00Z'),
        null,
      ],
      // Weeks start on Monday.
      week: [
        at('2024-08-26T00:00:00Z'),
        at('1899-12-25T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T00:00:00Z'),
        null,
      ],
      day: [
        at('2024-08-29T00:00:00Z'),
        at('1899-12-31T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T00:00:00Z'),
        null,
      ],
      hour: [
        at('2024-08-29T23:00:00Z'),
        at('1899-12-31T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T10:00:00Z'),
        null,
      ],
      minute: [
        at('2024-08-29T23:59:00Z'),
        at('1899-12-31T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T10:00:00Z'),
        null,
      ],
      second: [
        at('2024-08-29T23:59:58Z'),
        at('1899-12-31T00:00:00Z'),
        at('2024-01-01T00:00:00Z'),
        at('0001-01-01T10:00:00Z'),
        null,
      ],
    },
  )
  gives(
    'days later and earlier',
    { d: 'date?', n: 'int?' },
    [['2024-02-28', 1], ['2024-02-28', 2], ['2024-03-01', -1], ['2023-12-31', 366], ['1900-02-28', 1], ['2024-01-01', 0], [null, 1], ['2024-01-01', null]], // biome-ignore format: one glance
    ({ d, n }) => ({
      add: dateAdd(d, n),
      sub: dateSub(d, n),
      week: dateAdd(d, 7),
      before: dateSub(d, 1),
      twice: dateSub(dateAdd(d, 10), 10),
    }),
    {
      add: ['2024-02-29', '2024-03-01', '2024-02-29', '2024-12-31', '1900-03-01', '2024-01-01', null, null],
      sub: ['2024-02-27', '2024-02-26', '2024-03-02', '2022-12-30', '1900-02-27', '2024-01-01', null, null],
      week: ['2024-03-06', '2024-03-06', '2024-03-08', '2024-01-07', '1900-03-07', '2024-01-08', null, '2024-01-08'],
      before: ['2024-02-27', '2024-02-27', '2024-02-29', '2023-12-30', '1900-02-27', '2023-12-31', null, '2023-12-31'],
      twice: ['2024-02-28', '2024-02-28', '2024-03-01', '2023-12-31', '1900-02-28', '2024-01-01', null, '2024-01-01'],
    },
  )
  gives(
    'months later, clamped to the end of the month',
    { d: 'date?', n: 'int?' },
    [['2024-01-31', 1], ['2023-01-31', 1], ['2024-02-29', 12], ['2024-03-31', -1], ['2024-02-29', 1], ['2024-12-15', 1], ['2024-01-15', -13], [null, 1], ['2024-01-01', null]], // biome-ignore format: one glance
    ({ d, n }) => ({ moved: addMonths(d, n), year: addMonths(d, 12) }),
    {
      moved: [
        '2024-02-29',
        '2023-02-28',
        '2025-02-28',
        '2024-02-29',
        '2024-03-29',
        '2025-01-15',
        '2022-12-15',
        null,
        null,
      ],
      year: [
        '2025-01-31',
        '2024-01-31',
        '2025-02-28',
        '2025-03-31',
        '2025-02-28',
        '2025-12-15',
        '2025-01-15',
        null,
        '2025-01-01',
      ],
    },
  )
  gives(
    'datediff counts days, whatever the time',
    { a: 'timestamp?', b: 'date?' },
    [
      ['2024-03-01T00:00:01Z', '2024-02-28'],
      ['2024-02-28T23:59:59Z', '2024-02-28'],
      ['1899-12-31T12:00:00Z', '1900-01-01'],
      ['0001-01-01T00:00:00Z', '9999-12-31'],
      [null, '2024-01-01'],
    ],
    ({ a, b }) => ({ days: datediff(a, b), back: datediff(b, a), sum: datediff(a, b).plus(datediff(b, a)) }),
    { days: [2, 0, -1, -3652058, null], back: [-2, 0, 1, 3652058, null], sum: [0, 0, 0, 0, null] },
  )

  describe('the instant of the run', () => {
    test('is one for all statements of a session, and in all its forms', async () => {
      const session = new Session(database.engine)
      const before = Date.now()
      const frame = frameOf(session, { i: 'int' }, [[1], [2]]).select((c) => [
        c.i,
        currentTimestamp().as('at'),
        currentDate().as('day'),
        currentTimestamp().eq(currentTimestamp()).as('same'),
        toDate(currentTimestamp()).eq(currentDate()).as('sameDay'),
      ])
      const [first, second] = await frame.orderBy('i').collect()
      const again = await frame.orderBy('i').collect()
      expect(first?.at).toBeInstanceOf(Date)
      expect(Math.abs((first?.at.getTime() ?? 0) - before)).toBeLessThan(60_000)
      expect(second?.at).toStrictEqual(first?.at)
      expect(again[0]?.at).toStrictEqual(first?.at)
      expect(first?.day).toBe(first?.at.toISOString().slice(0, 10))
      expect([first?.same, first?.sameDay]).toStrictEqual([true, true])
    })
    test('can be given', async () => {
      const now = at('2024-02-29T23:59:59.123Z')
      const session = new Session(database.engine, { now })
      const [row] = await frameOf(session, { i: 'int' }, [[1]])
        .select(currentTimestamp().as('at'), currentDate().as('day'))
        .collect()
      expect(row).toStrictEqual({ at: now, day: '2024-02-29' })
    })
  })
})
