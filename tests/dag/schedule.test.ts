import { describe, expect, test } from 'vitest'
import {
  Cron,
  Daily,
  describeSchedule,
  Monthly,
  MonthlyLastOpenDay,
  type Schedule,
  SemiMonthly,
  Weekly,
} from '../../src/dag/schedule.ts'
import { latestTick, nextTick } from '../../src/dag/ticks.ts'
import { thrownBy } from './support.ts'

const paris = { timezone: 'Europe/Paris' }
const at = (text: string): Date => new Date(text)

describe('ticks around an instant', () => {
  const cases: [string, Schedule, string, string, string][] = [
    ['daily', Daily(), '2026-11-21T09:30:00Z', '2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['daily, at the tick', Daily(), '2026-11-21T00:00:00Z', '2026-11-21T00:00:00Z', '2026-11-22T00:00:00Z'],
    ['daily, just before', Daily(), '2026-11-20T23:59:59.999Z', '2026-11-20T00:00:00Z', '2026-11-21T00:00:00Z'],
    ['daily in a zone', Daily(paris), '2026-11-21T23:30:00Z', '2026-11-21T23:00:00Z', '2026-11-22T23:00:00Z'],
    [
      'daily on the day the clocks go forward',
      Daily(paris),
      '2026-03-29T12:00:00Z',
      '2026-03-28T23:00:00Z',
      '2026-03-29T22:00:00Z',
    ],
    [
      'daily on the day they go back',
      Daily(paris),
      '2026-10-25T12:00:00Z',
      '2026-10-24T22:00:00Z',
      '2026-10-25T23:00:00Z',
    ],
    [
      'daily where midnight is skipped',
      Daily({ timezone: 'America/Sao_Paulo' }),
      '2018-11-04T12:00:00Z',
      '2018-11-04T03:00:00Z',
      '2018-11-05T02:00:00Z',
    ],
    [
      'daily where midnight comes twice',
      Daily({ timezone: 'America/Havana' }),
      '2026-11-01T12:00:00Z',
      '2026-11-01T04:00:00Z',
      '2026-11-02T05:00:00Z',
    ],
    ['weekly', Weekly(), '2026-11-21T09:30:00Z', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z'],
    [
      'weekly on friday',
      Weekly('friday', paris),
      '2026-11-21T09:30:00Z',
      '2026-11-19T23:00:00Z',
      '2026-11-26T23:00:00Z',
    ],
    ['semi-monthly', SemiMonthly(), '2026-11-21T09:30:00Z', '2026-11-16T00:00:00Z', '2026-12-07T00:00:00Z'],
    ['monthly is the first monday', Monthly(), '2026-11-21T09:30:00Z', '2026-11-02T00:00:00Z', '2026-12-07T00:00:00Z'],
    [
      'monthly on the first friday',
      Monthly('friday'),
      '2026-11-21T09:30:00Z',
      '2026-11-06T00:00:00Z',
      '2026-12-04T00:00:00Z',
    ],
    ['monthly on a day', Monthly(15), '2026-11-21T09:30:00Z', '2026-11-15T00:00:00Z', '2026-12-15T00:00:00Z'],
    ['monthly on the 31st', Monthly(31), '2026-12-01T00:00:00Z', '2026-11-30T00:00:00Z', '2026-12-31T00:00:00Z'],
    [
      'monthly on the 30th in february',
      Monthly(30),
      '2026-03-01T00:00:00Z',
      '2026-02-28T00:00:00Z',
      '2026-03-30T00:00:00Z',
    ],
    [
      'monthly on the 29th of a leap year',
      Monthly(29),
      '2028-03-01T00:00:00Z',
      '2028-02-29T00:00:00Z',
      '2028-03-29T00:00:00Z',
    ],
    [
      'last open day before a weekend',
      MonthlyLastOpenDay(),
      '2027-01-31T12:00:00Z',
      '2027-01-29T00:00:00Z',
      '2027-02-26T00:00:00Z',
    ],
    ['last open day', MonthlyLastOpenDay(), '2026-12-30T12:00:00Z', '2026-11-30T00:00:00Z', '2026-12-31T00:00:00Z'],
    ['cron', Cron('0 7 * * 1-5', paris), '2026-11-21T09:30:00Z', '2026-11-20T06:00:00Z', '2026-11-23T06:00:00Z'],
    [
      'cron, once in four years',
      Cron('0 0 29 2 *'),
      '2026-11-21T09:30:00Z',
      '2024-02-29T00:00:00Z',
      '2028-02-29T00:00:00Z',
    ],
  ]
  test.each(cases)('%s', (_, schedule, now, latest, next) => {
    expect(latestTick(schedule, at(now))).toEqual(at(latest))
    expect(nextTick(schedule, at(now))).toEqual(at(next))
  })
  test('a schedule survives JSON', () => {
    const schedule = Weekly('friday', paris)
    expect(JSON.parse(JSON.stringify(schedule))).toEqual(schedule)
  })
})

test.each([
  [Daily(), 'daily'],
  [Weekly('friday'), 'weekly on friday'],
  [SemiMonthly(), 'semi-monthly'],
  [Monthly(), 'monthly'],
  [Monthly('friday', paris), 'monthly on first friday (Europe/Paris)'],
  [Monthly(15), 'monthly on day 15'],
  [MonthlyLastOpenDay(), 'monthly on last open day'],
  [Cron('0 7 * * 1-5', paris), 'cron 0 7 * * 1-5 (Europe/Paris)'],
])('%j reads %s', (schedule, words) => {
  expect(describeSchedule(schedule)).toBe(words)
})

describe('mistakes', () => {
  test.each([
    [() => Weekly('fryday' as 'friday'), '"fryday" is not a day of the week', 'Did you mean "friday"'],
    [() => Weekly(5 as never), '5 is not a day of the week', 'friday'],
    [() => Monthly(32), 'no such day of the month', '1 to 31'],
    [() => Daily({ timezone: 'Europe/Pariss' }), 'there is no time zone "Europe/Pariss"', 'IANA'],
    [() => Daily({ timeZone: 'UTC' } as never), 'unknown option "timeZone"', 'Did you mean "timezone"'],
    [() => Cron('every day'), 'is not a cron expression', 'five fields'],
    [() => Cron('0 0 30 2 *'), 'never comes', undefined],
  ])('%s', (body, message, hint) => {
    const error = thrownBy(body)
    expect(error.name).toBe('InvalidArgument')
    expect(error.message).toContain(message)
    if (hint !== undefined) expect(error.hint).toContain(hint)
  })
})
