import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  ConnectionFailed,
  DatabaseError,
  FatalError,
  InvalidArgument,
  SlotCrashed,
  TaskTimedOut,
  UnknownColumn,
} from '../../src/errors/index.ts'
import { isRetryable, retryDelay } from '../../src/runner/retry.ts'
import { finish } from './support.ts'

const coded = (code: string) => Object.assign(new Error('from the driver'), { code })

test.each([
  ['a deadlock', new DatabaseError('deadlock', { sqlState: '40P01', transient: true }), true],
  ['a constraint', new DatabaseError('duplicate', { sqlState: '23505' }), false],
  ['a lost connection', new ConnectionFailed('gone'), true],
  ['a timeout', new TaskTimedOut('late'), true],
  ['a crash', new SlotCrashed('gone'), true],
  ['an unknown column', new UnknownColumn('x'), false],
  ['a wrong argument', new InvalidArgument('x'), false],
  ['a fatal error', new FatalError('x'), false],
  ['an error of the user', new Error('503 from the service'), true],
  ['a failed fetch', new TypeError('fetch failed'), true],
  ['no error at all', 'text', true],
  ['a network code', coded('ECONNRESET'), true],
  ['plain Knex: serialisation', coded('40001'), true],
  ['plain Knex: shutdown', coded('57P01'), true],
  ['plain Knex: syntax', coded('42601'), false],
  ['plain Knex: permission', coded('42501'), false],
  ['plain Knex: constraint', coded('23505'), false],
  ['plain Knex: busy', coded('SQLITE_BUSY_SNAPSHOT'), true],
  ['plain Knex: full', coded('SQLITE_FULL'), false],
])('%s', (_, error, worth) => {
  expect(isRetryable(error)).toBe(worth)
})

test('delays', () => {
  const policy = { times: 9, delayMs: 100, backoff: 'fixed', jitter: false, custom: false } as const
  expect([1, 2, 3].map((attempt) => retryDelay(policy, attempt, 0))).toEqual([100, 100, 100])
  const doubling = { ...policy, backoff: 'exponential' } as const
  expect([1, 2, 3, 4].map((attempt) => retryDelay(doubling, attempt, 0))).toEqual([100, 200, 400, 800])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
      const full = retryDelay(doubling, attempt, random)
      const drawn = retryDelay({ ...doubling, jitter: true }, attempt, random)
      expect(full).toBeLessThanOrEqual(3_600_000)
      expect(drawn).toBeGreaterThanOrEqual(Math.floor(full / 2))
      expect(drawn).toBeLessThanOrEqual(full)
    }),
  )
})

const TWICE = { times: 2, delayMs: 1, backoff: 'fixed', jitter: false, custom: false } as const
const CUSTOM = { ...TWICE, custom: true } as const

test('a flaky task succeeds at last, and each failure is told and kept', async () => {
  const done = await finish({
    models: {
      a: `export const flaky = Task(async ({ attempt }) => { if (attempt < 3) throw new Error('attempt ' + attempt); console.log('made it') })`,
    },
    nodes: [{ name: 'a.flaky', retry: TWICE }],
  })
  expect(done.task('a.flaky')).toMatchObject({ state: 'success', attempts: 3, failure: undefined })
  const retried = done.events.flatMap((event) =>
    event.kind === 'taskRetried' ? [`${event.attempt} ${event.failure.message}`] : [],
  )
  expect(retried).toEqual(['1 attempt 1', '2 attempt 2'])
  expect(done.state.transitions('run-1').map(({ state, attempt }) => `${state} ${attempt}`)).toEqual([
    'running 1',
    'retrying 1',
    'running 2',
    'retrying 2',
    'running 3',
    'success 3',
  ])
})

test('attempts end with the retries, and are not made where they are useless', async () => {
  const done = await finish({
    models: {
      a: `
export const hopeless = Task(async ({ attempt }) => { throw new Error('attempt ' + attempt) })
export const fatal = Task(async () => { throw new FatalError('no use') })
export const picky = Task({ retry: { times: 2, retryOn: (error) => error.message !== 'enough' } },
  async ({ attempt }) => { throw new Error(attempt === 2 ? 'enough' : 'again') })
export const misjudged = Task({ retry: { times: 2, retryOn: () => { throw new Error('a bad judge') } } }, async () => { throw new Error('its own') })`,
    },
    nodes: [
      { name: 'a.hopeless', retry: TWICE },
      { name: 'a.fatal', retry: TWICE },
      { name: 'a.picky', retry: CUSTOM },
      { name: 'a.misjudged', retry: CUSTOM },
    ],
  })
  const told = ['hopeless', 'fatal', 'picky', 'misjudged'].map((name) => {
    const { attempts, failure } = done.task(`a.${name}`)
    return `${name} ${attempts} ${failure?.message}`
  })
  expect(told).toEqual(['hopeless 3 attempt 3', 'fatal 1 no use', 'picky 2 enough', 'misjudged 1 its own'])
})

test('crashes and timeouts are attempts too; the judge of a dead slot is asked in a fresh one', async () => {
  const done = await finish(
    {
      models: {
        a: `
const loop = () => { for (;;); }
export const crash = Task(async ({ attempt }) => { if (attempt === 1) process.exit(1) })
export const slow = Task(async ({ attempt }) => { if (attempt === 1) loop() })
export const never = Task({ retry: { times: 2, retryOn: (error) => error.code !== 'SlotCrashed' } }, async () => { process.exit(1) })
export const judged = Task({ retry: { times: 2, retryOn: (error) => error.code === 'TaskTimedOut' } }, async ({ attempt }) => { if (attempt === 1) loop() })`,
      },
      nodes: [
        { name: 'a.crash', retry: TWICE },
        { name: 'a.slow', retry: TWICE, timeoutMs: 150 },
        { name: 'a.never', retry: CUSTOM },
        { name: 'a.judged', retry: CUSTOM, timeoutMs: 150 },
      ],
    },
    { interruptible: true, graceMs: 50 },
  )
  expect(done.report.tasks.map(({ task, state, attempts }) => `${task} ${state} ${attempts}`)).toEqual([
    'a.crash success 2',
    'a.slow success 2',
    'a.never crashed 1',
    'a.judged success 2',
  ])
})
