import { expect, test } from 'vitest'
import {
  addMonths,
  dateAdd,
  datePart,
  extract,
  InvalidArgument,
  makeDate,
  nextDay,
  trunc,
  ValueOutOfRange,
  weekofyear,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'weeks of ISO 8601',
    { d: 'date?' },
    one('2024-12-30', '2021-01-03', '2020-12-31', '0001-01-01', '9999-12-31', '2015-12-28', null),
    ({ d }) => ({ week: weekofyear(d), year: datePart('yearofweek', d), day: datePart('dow_iso', d) }),
    {
      week: [1, 53, 53, 1, 52, 53, null],
      year: [2025, 2020, 2020, 1, 9999, 2015, null],
      day: [1, 7, 4, 1, 5, 1, null],
    },
  )
  gives(
    'parts of a moment by name',
    { t: 'timestamp?' },
    one('2024-02-29T23:59:59.999999Z', '1899-12-31T00:00:00Z', null),
    ({ t }) => ({
      year: datePart('year', t), quarter: extract('quarter', t), month: datePart('month', t), week: datePart('week', t),
      day: datePart('day', t), doy: datePart('doy', t), dow: datePart('dow', t), hour: datePart('hour', t),
      minute: datePart('minute', t), second: datePart('second', t),
    }), // biome-ignore format: one glance
    {
      year: [2024, 1899, null],
      quarter: [1, 4, null],
      month: [2, 12, null],
      week: [9, 52, null],
      day: [29, 31, null],
      doy: [60, 365, null],
      dow: [5, 1, null],
      hour: [23, 0, null],
      minute: [59, 0, null],
      second: ['59.999999', '0.000000', null],
    },
  )
  test('a part that a moment has not', () => {
    expect(() => datePart('yaer' as 'year', makeDate(1, 2, 3))).toThrow(/no "yaer"/)
    expect(() => datePart('century' as 'year', makeDate(1, 2, 3))).toThrow(InvalidArgument)
  })
  gives(
    'the next day of the week is never the same day',
    { d: 'date?' },
    one('2024-02-29', '2024-03-03', '2024-03-04', '0001-01-01', null),
    ({ d }) => ({ monday: nextDay(d, 'Mon'), thursday: nextDay(d, 'TH'), sunday: nextDay(d, 'sunday') }),
    {
      monday: ['2024-03-04', '2024-03-04', '2024-03-11', '0001-01-08', null],
      thursday: ['2024-03-07', '2024-03-07', '2024-03-07', '0001-01-04', null],
      sunday: ['2024-03-03', '2024-03-10', '2024-03-10', '0001-01-07', null],
    },
  )
  fails(
    'no day of the week',
    { d: 'date' },
    one('2024-02-29'),
    ({ d }) => ({ x: nextDay(d, 'Someday' as 'Sunday') }),
    ValueOutOfRange,
    /Someday/,
  )
  gives(
    'days made of numbers',
    { y: 'int?', m: 'int?', d: 'long?' },
    [
      [2024, 2, 29],
      [1, 1, 1],
      [9999, 12, 31],
      [null, 1, 1],
      [2024, null, 1],
      [2024, 1, null],
    ],
    ({ y, m, d }) => ({
      made: makeDate(y, m, d),
      next: dateAdd(makeDate(2023, 12, d), 1),
      year: trunc(makeDate(y, 5, 6), 'year'),
    }),
    {
      made: ['2024-02-29', '0001-01-01', '9999-12-31', null, null, null],
      next: ['2023-12-30', '2023-12-02', '2024-01-01', '2023-12-02', '2023-12-02', null],
      year: ['2024-01-01', '0001-01-01', '9999-01-01', null, '2024-01-01', '2024-01-01'],
    },
  )
  fails(
    'days behind the end of the calendar',
    { d: 'date', n: 'int' },
    [['9999-12-31', 1]],
    ({ d, n }) => ({ later: dateAdd(d, n), months: addMonths(d, n), next: nextDay(d, 'Mon') }),
    ValueOutOfRange,
    /years 1 to 9999/,
  )
  for (const [y, m, d] of [
    [2023, 2, 29],
    [2024, 13, 1],
    [2024, 0, 1],
    [2024, 4, 31],
    [2024, 12, 0],
    [0, 1, 1],
    [-1, 1, 1],
    [10000, 1, 1],
  ]) {
    fails(
      `there is no day ${y}-${m}-${d}`,
      { y: 'int', m: 'int', d: 'int' },
      [[y, m, d]],
      (c) => ({ made: makeDate(c.y, c.m, c.d) }),
      ValueOutOfRange,
    )
  }
})
