import { expect, test } from 'vitest'
import {
  convertTimezone,
  fromUtcTimestamp,
  InvalidArgument,
  lit,
  makeTimestamp,
  Session,
  toUtcTimestamp,
  UnsupportedOnDialect,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'fromUtcTimestamp by a region and by a distance',
    { t: 'timestamp?' },
    one('2024-07-01T12:00:00.123456Z', '2024-03-31T01:00:00Z', '2024-10-27T00:30:00Z', '1850-01-01T00:00:00Z', null),
    ({ t }) => ({
      berlin: fromUtcTimestamp(t, 'Europe/Berlin').cast('string'),
      howe: fromUtcTimestamp(t, 'Australia/Lord_Howe').cast('string'),
      india: fromUtcTimestamp(t, '+05:30').cast('string'),
      west: fromUtcTimestamp(t, 'GMT-8').cast('string'),
    }),
    {
      berlin: ['2024-07-01 14:00:00.123456', '2024-03-31 03:00:00', '2024-10-27 02:30:00', '1850-01-01 00:53:28', null],
      howe: ['2024-07-01 22:30:00.123456', '2024-03-31 12:00:00', '2024-10-27 11:30:00', '1850-01-01 10:36:20', null],
      india: ['2024-07-01 17:30:00.123456', '2024-03-31 06:30:00', '2024-10-27 06:00:00', '1850-01-01 05:30:00', null],
      west: ['2024-07-01 04:00:00.123456', '2024-03-30 17:00:00', '2024-10-26 16:30:00', '1849-12-31 16:00:00', null],
    },
  )
  gives(
    'toUtcTimestamp: what clocks show twice is the first, what they skip lies after the gap',
    { t: 'timestamp?' },
    one(
      '2024-10-27T02:30:00Z',
      '2024-10-27T03:00:00Z',
      '2024-10-27T01:59:59Z',
      '2024-03-31T02:30:00Z',
      '2024-03-31T03:00:00Z',
      '2024-07-01T12:00:00.123456Z',
      null,
    ),
    ({ t }) => ({
      berlin: toUtcTimestamp(t, 'Europe/Berlin').cast('string'),
      // Half an hour, twice from 1:30 on.
      howe: toUtcTimestamp(lit('2024-04-07T01:45:00Z', 'timestamp'), 'Australia/Lord_Howe').cast('string'),
      // Its winter is what the law calls the exception.
      dublin: toUtcTimestamp(lit('2024-03-31T01:30:00Z', 'timestamp'), 'Europe/Dublin').cast('string'),
      dublinTwice: toUtcTimestamp(lit('2024-10-27T01:30:00Z', 'timestamp'), 'Europe/Dublin').cast('string'),
      // A day that there was not.
      apia: toUtcTimestamp(lit('2011-12-30T12:00:00Z', 'timestamp'), 'Pacific/Apia').cast('string'),
      east: toUtcTimestamp(t, '+0530').cast('string'),
    }),
    {
      berlin: [
        '2024-10-27 00:30:00', '2024-10-27 02:00:00', '2024-10-26 23:59:59', '2024-03-31 01:30:00',
        '2024-03-31 01:00:00', '2024-07-01 10:00:00.123456', null,
      ],
      howe: Array(7).fill('2024-04-06 14:45:00'),
      dublin: Array(7).fill('2024-03-31 01:30:00'),
      dublinTwice: Array(7).fill('2024-10-27 00:30:00'),
      apia: Array(7).fill('2011-12-30 22:00:00'),
      east: [
        '2024-10-26 21:00:00', '2024-10-26 21:30:00', '2024-10-26 20:29:59', '2024-03-30 21:00:00',
        '2024-03-30 21:30:00', '2024-07-01 06:30:00.123456', null,
      ],
    }, // biome-ignore format: one glance
  )
  const zones = ['UTC', 'Europe/London', 'GMT+2', '-5', '+5:30', '+05', 'Z', 'EST', 'PST', 'Etc/GMT+3', null]
  gives(
    'zones in a column',
    { t: 'timestamp', z: 'string?' },
    zones.map((zone) => ['2024-07-01T12:00:00Z', zone]),
    ({ t, z }) => ({ from: fromUtcTimestamp(t, z).cast('string'), to: toUtcTimestamp(t, z).cast('string') }),
    {
      from: ['12:00', '13:00', '14:00', '07:00', '17:30', '17:00', '12:00', '07:00', '05:00', '09:00', null].map(
        (time) => (time === null ? null : `2024-07-01 ${time}:00`),
      ),
      to: ['12:00', '11:00', '10:00', '17:00', '06:30', '07:00', '12:00', '17:00', '19:00', '15:00', null].map(
        (time) => (time === null ? null : `2024-07-01 ${time}:00`),
      ),
    },
  )
  for (const zone of ['Nowhere/Atall', 'europe/berlin', 'GMT+19', 'CET', '', 'UTC+2:00:00x', '+530']) {
    fails(
      `a column with the zone ${JSON.stringify(zone)}`,
      { t: 'timestamp', z: 'string' },
      [['2024-07-01T12:00:00Z', zone]],
      ({ t, z }) => ({ from: fromUtcTimestamp(t, z), to: toUtcTimestamp(t, z) }),
      ValueOutOfRange,
      /./,
    )
  }
  gives(
    'convertTimezone, and makeTimestamp in a zone',
    { t: 'timestamp?' },
    one('2024-07-01T12:00:00Z', '2024-03-31T02:30:00Z', null),
    ({ t }) => ({
      tokyo: convertTimezone('Europe/Berlin', 'Asia/Tokyo', t).cast('string'),
      made: makeTimestamp(2024, 7, 1, 12, 30, 1.5, 'America/New_York').cast('string'),
    }),
    {
      tokyo: ['2024-07-01 19:00:00', '2024-03-31 10:30:00', null],
      made: Array(3).fill('2024-07-01 16:30:01.5'),
    },
  )
  test('a column whose name the statement uses itself', async () => {
    const session = new Session(database.engine)
    const rows = frameOf(session, { moment: 'timestamp', zone: 'string', given: 'timestamp', earlier: 'timestamp' }, [
      ['2024-07-01T12:00:00Z', 'Europe/Berlin', '2024-07-01T13:00:00Z', '2024-10-27T02:30:00Z'],
    ])
    const found = await rows
      .select((r) => [
        toUtcTimestamp(r.given, r.zone).as('a'),
        toUtcTimestamp(r.earlier, 'Europe/Berlin').as('b'),
        fromUtcTimestamp(r.moment, r.zone).as('c'),
      ])
      .collect()
    expect(found).toEqual([
      {
        a: new Date('2024-07-01T11:00:00Z'),
        b: new Date('2024-10-27T00:30:00Z'),
        c: new Date('2024-07-01T14:00:00Z'),
      },
    ])
  })
  test('a zone that there is not fails before any SQL', () => {
    const session = new Session(database.engine)
    const rows = frameOf(session, { t: 'timestamp' }, [])
    const asked = (zone: string) => () => rows.select((r) => [fromUtcTimestamp(r.t, zone).as('x')]).toSQL()
    expect(asked('Europe/Berln')).toThrow(InvalidArgument)
    expect(asked('Europe/Berln')).toThrow(/there is no time zone "Europe\/Berln"/)
    expect(asked('CET')).toThrow(UnsupportedOnDialect)
  })
})
