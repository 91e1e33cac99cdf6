import { describe, expect, test } from 'vitest'
import { type DueQuestion, decide } from '../../src/dag/due.ts'
import { Cron, Monthly } from '../../src/dag/schedule.ts'
import { node } from './support.ts'

const now = new Date('2026-11-21T09:30:00Z')
const ago = (minutes: number) => success(new Date(now.getTime() - minutes * 60_000).toISOString())
const success = (at: string) => ({ at: new Date(at), asOf: new Date(at) })
const ask = (question: Partial<DueQuestion>): unknown =>
  decide({ node: node('a.b'), lastSuccess: undefined, differences: [], now, force: false, ...question })

const hourly = node('a.b', { ttlMinutes: 60 })
const monthly = node('a.b', { schedule: Monthly() })

describe('a task runs', () => {
  test.each([
    ['without a schedule, every time', undefined, { lastSuccess: ago(0) }],
    ['if it never succeeded', 'no success yet', { node: monthly }],
    ['once its ttl is over', 'ttl 60 min is over', { node: hourly, lastSuccess: ago(60) }],
    [
      'within its ttl if its definition changed',
      'changed: code (models/a.ts)',
      { node: hourly, lastSuccess: ago(5), differences: [{ what: 'code', detail: 'models/a.ts' }] },
    ],
    ['within its ttl by force', 'forced', { node: hourly, lastSuccess: ago(5), force: true }],
    [
      'within its ttl if it was given something else',
      'other parameters than at its last success',
      { node: hourly, lastSuccess: ago(5), givenOther: 'other parameters than at its last success' },
    ],
    [
      'off its schedule too',
      'another interval than at its last success',
      { node: monthly, lastSuccess: ago(5), givenOther: 'another interval than at its last success' },
    ],
    ['if a tick was missed', 'due: monthly', { node: monthly, lastSuccess: success('2026-11-01T23:59:59Z') }],
    ['off its schedule by force', 'forced', { node: monthly, lastSuccess: ago(5), force: true }],
  ] satisfies [string, string | undefined, Partial<DueQuestion>][])('%s', (_, reason, question) => {
    expect(ask(question)).toEqual({ kind: 'run', reason })
  })
})

test('a schedule asks for the instant that a run stood for, a ttl for its end', () => {
  const lastSuccess = { at: new Date('2026-11-02T00:05:00Z'), asOf: new Date('2026-11-01T23:58:00Z') }
  const day = new Date('2026-11-02T00:10:00Z')
  expect(ask({ node: monthly, lastSuccess, now: day })).toEqual({ kind: 'run', reason: 'due: monthly' })
  expect(ask({ node: hourly, lastSuccess, now: day })).toEqual({ kind: 'kept', reason: 'ttl 60 min, 55 min left' })
})

describe('a task does not run, and says why', () => {
  test.each([
    ['ttl 60 min, 12 min left', { node: hourly, lastSuccess: ago(48) }],
    ['ttl 60 min, 30 s left', { node: hourly, lastSuccess: ago(59.5) }],
    ['ttl 1440 min, 22 h 3 min left', { node: node('a.b', { ttlMinutes: 1440 }), lastSuccess: ago(117) }],
    [
      'ttl 1440 min, 23 h 50 min left',
      {
        node: node('a.b', { ttlMinutes: 1440, schedule: Cron('25 9 * * *') }),
        lastSuccess: ago(10),
        now: new Date('2026-11-21T09:30:00Z'),
      },
    ],
  ])('kept: %s', (reason, question) => {
    expect(ask(question)).toEqual({ kind: 'kept', reason })
  })
  test.each([
    [
      'monthly: done on 2026-11-02, due 2026-12-07; --force runs it',
      { node: monthly, lastSuccess: success('2026-11-02T08:00:00Z') },
    ],
    [
      'cron 0 7 * * 1-5 (Europe/Paris): done on 2026-11-20 07:05, due 2026-11-23 07:00; --force runs it',
      {
        node: node('a.b', { schedule: Cron('0 7 * * 1-5', { timezone: 'Europe/Paris' }) }),
        lastSuccess: success('2026-11-20T06:05:00Z'),
      },
    ],
    [
      'monthly: done on 2026-11-02, due 2026-12-07; --force runs it',
      { node: monthly, lastSuccess: success('2026-11-02T08:00:00Z'), changed: true },
    ],
    ['not enabled', { node: node('a.b', { enabled: false }), force: true }],
  ])('skipped: %s', (reason, question) => {
    expect(ask(question)).toEqual({ kind: 'skipped', reason })
  })
})
