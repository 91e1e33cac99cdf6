import { describe, expect, test } from 'vitest'
import { intervalAt, intervalBetween } from '../../src/dag/interval.ts'
import { parseInstant } from '../../src/dag/models/instant.ts'
import { Cron, Daily, Monthly, MonthlyLastOpenDay, type Schedule, SemiMonthly, Weekly } from '../../src/dag/schedule.ts'
import { thrownBy } from './support.ts'

const paris = { timezone: 'Europe/Paris' }

describe('a task stands for the last whole period', () => {
  test.each<[string, Schedule | undefined, string, string, string]>([
    ['without a schedule: a day', undefined, '2026-11-21T09:30:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['at midnight', undefined, '2026-11-21T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['daily', Daily(), '2026-11-21T09:30:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['daily, at the tick', Daily(), '2026-11-21T00:00:00Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['daily, just before', Daily(), '2026-11-20T23:59:59.999Z', '2026-11-19T00:00:00Z', '2026-11-20T00:00:00Z'],
    ['daily in a zone', Daily(paris), '2026-11-21T23:30:00Z', '2026-11-20T23:00:00Z', '2026-11-21T23:00:00Z'],
    ['a day of 23 hours', Daily(paris), '2026-03-29T22:00:00Z', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'],
    ['a day of 25 hours', Daily(paris), '2026-10-26T00:00:00Z', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z'],
    ['weekly', Weekly('friday'), '2026-11-21T09:30:00Z', '2026-11-13T00:00:00Z', '2026-11-20T00:00:00Z'],
    ['semi-monthly', SemiMonthly(), '2026-11-21T09:30:00Z', '2026-11-02T00:00:00Z', '2026-11-16T00:00:00Z'],
    ['monthly', Monthly(1), '2026-11-21T09:30:00Z', '2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    ['monthly on the 31st', Monthly(31), '2026-03-31T00:00:00Z', '2026-02-28T00:00:00Z', '2026-03-31T00:00:00Z'],
    ['the last open day', MonthlyLastOpenDay(), '2026-11-21T09:30:00Z', '2026-09-30T00:00:00Z', '2026-10-30T00:00:00Z'],
    [
      'working days: Monday morning looks back to Friday morning',
      Cron('0 7 * * 1-5', paris),
      '2026-11-23T06:00:00Z',
      '2026-11-20T06:00:00Z',
      '2026-11-23T06:00:00Z',
    ],
    ['every second', Cron('* * * * * *'), '2026-11-23T06:00:00.5Z', '2026-11-23T05:59:59Z', '2026-11-23T06:00:00Z'],
    ['every hour', Cron('15 * * * *'), '2026-11-23T06:14:59Z', '2026-11-23T04:15:00Z', '2026-11-23T05:15:00Z'],
  ])('%s', (_, schedule, now, start, end) => {
    expect(intervalAt(schedule, new Date(now))).toEqual({ start: new Date(start), end: new Date(end) })
  })

  test('one ends where the next begins', () => {
    const schedule = Cron('0 7 * * 1-5', paris)
    let before = intervalAt(schedule, new Date('2026-03-20T12:00:00Z'))
    for (let hour = 0; hour < 24 * 14; hour++) {
      const now = new Date(Date.parse('2026-03-20T12:00:00Z') + hour * 3_600_000)
      const next = intervalAt(schedule, now)
      expect(next.end <= now).toBe(true)
      if (next.end.getTime() !== before.end.getTime()) expect(next.start).toEqual(before.end)
      before = next
    }
  })
})

test.each([
  ['2026-01-01', '2026-02-01', '2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z'],
  ['2026-01-01T08:00', '2026-01-01T09:30:00.250', '2026-01-01T08:00:00Z', '2026-01-01T09:30:00.250Z'],
  ['2026-01-01T08:00:00+02:00', '2026-01-01', '2026-01-01T06:00:00Z', undefined],
])('%s to %s', (start, end, from, to) => {
  if (to === undefined) expect(() => intervalBetween(start, end, 'interval')).toThrow('is not before')
  else expect(intervalBetween(start, end, 'interval')).toEqual({ start: new Date(from), end: new Date(to) })
})

test.each([
  ['2026-01-01', '2026-01-01', 'interval: 2026-01-01 is not before 2026-01-01'],
  ['2026-01-01', 'soon', 'interval: "soon" is neither a day nor an instant'],
  ['2026-02-30', '2026-03-05', 'interval: "2026-02-30" is neither'],
  ['', '2026-03-05', 'interval: "" is neither'],
])('not from %j to %j', (start, end, message) => {
  const error = thrownBy(() => intervalBetween(start, end, 'interval'))
  expect([error.name, error.message]).toEqual(['InvalidArgument', expect.stringContaining(message)])
  expect(error.hint).toContain('2026-01-01 and 2026-02-01')
})

test.each([
  ['2024-02-29', '2024-02-29T00:00:00Z'],
  ['2026-01-31 08:00', '2026-01-31T08:00:00Z'],
  ['2026-02-29', undefined],
  ['2026-02-30T10:00:00Z', undefined],
  ['0000-01-01', undefined],
])('an instant: %s', (text, instant) => {
  expect(parseInstant(text)).toEqual(instant === undefined ? undefined : new Date(instant))
})
