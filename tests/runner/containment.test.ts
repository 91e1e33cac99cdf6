import { expect, test } from 'vitest'
import { finish } from './support.ts'

/** Beside the task that goes wrong there is always one that must not notice. */
const GOOD = `export const good = Task(async () => { console.log('well') });`

/** An endless statement: no row of it is ever found. */
const ENDLESS_SQL = `
export const endless = Task(async () => {
  console.log('begun')
  new Sqlite(':memory:').prepare('WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n WHERE i < 0').get()
});`

const GLUTTON = `
export const glutton = Task(async () => {
  console.log('hungry')
  const eaten = []
  for (;;) eaten.push(new Array(1000).fill(eaten.length))
});`

// A process is used for a task with a timeout on SQLite, else a thread.
const IN_A_PROCESS = { timeoutMs: 60_000 }

test.each([
  ['thread', {}],
  ['process', IN_A_PROCESS],
])('process.exit() in a %s fails its task alone, with its place', async (_, slot) => {
  const done = await finish(
    {
      models: {
        a: `${GOOD}
export const quitter = Task(async () => {
  console.log('last words')
  process.exit(0)
})`,
      },
      nodes: [
        { name: 'a.quitter', ...slot },
        { name: 'a.child', dependsOn: ['a.quitter'] },
        { name: 'a.good', ...slot },
        { name: 'a.after', exportName: 'good', dependsOn: ['a.good'], ...slot },
      ],
    },
    { threads: 1 },
  )
  expect(done.states).toEqual(['a.quitter crashed', 'a.child upstream_failed', 'a.good success', 'a.after success'])
  expect(done.task('a.quitter').failure).toMatchObject({
    code: 'SlotCrashed',
    message: 'the task called process.exit(0), which ends only its slot',
    at: 'models/a.mjs:4:11',
  })
  expect(done.task('a.child').reason).toBe('quitter crashed')
  expect(done.printed('a.quitter')).toBe('last words\n')
})

test.each([
  ['thread', {}],
  ['process', IN_A_PROCESS],
])(
  'running out of memory in a %s fails its task alone',
  async (kind, slot) => {
    const done = await finish(
      {
        models: { a: GOOD + GLUTTON },
        nodes: [
          { name: 'a.glutton', ...slot },
          { name: 'a.good', ...slot },
        ],
      },
      { threads: 1, memoryMb: 64 },
    )
    expect(done.states).toEqual(['a.glutton crashed', 'a.good success'])
    expect(done.task('a.glutton').failure?.message).toBe(
      `the task crashed: its ${kind} ran out of memory (the limit is 64 MiB)`,
    )
    expect(done.printed('a.glutton')).toContain('hungry\n')
  },
  30_000,
)

test('a fault in native code fails its task alone', async () => {
  const done = await finish(
    {
      models: {
        a: `${GOOD}
export const fault = Task(async () => { console.log('before'); process.kill(process.pid, 'SIGSEGV'); await new Promise(() => setInterval(() => {}, 1000)) })
export const abort = Task(async () => { process.abort() })`,
      },
      nodes: [
        { name: 'a.fault', ...IN_A_PROCESS },
        { name: 'a.abort', ...IN_A_PROCESS },
        { name: 'a.good', ...IN_A_PROCESS },
      ],
    },
    { threads: 1 },
  )
  expect(done.states).toEqual(['a.fault crashed', 'a.abort crashed', 'a.good success'])
  expect(done.task('a.fault').failure?.message).toBe('the task crashed: its process was ended by SIGSEGV')
  expect(done.printed('a.fault')).toBe('before\n')
  expect(done.task('a.abort').failure?.message).toContain('process.abort()')
})

test('an endless loop in a thread is stopped when its time is over', async () => {
  const done = await finish(
    {
      models: { a: `${GOOD} export const loop = Task(async () => { console.log('begun'); for (;;); })` },
      nodes: [{ name: 'a.loop', timeoutMs: 200 }, { name: 'a.good' }],
    },
    // The engine decides: one that can cancel keeps its tasks in threads.
    { threads: 1, interruptible: true, graceMs: 100 },
  )
  expect(done.states).toEqual(['a.loop timed_out', 'a.good success'])
  expect(done.task('a.loop').failure).toMatchObject({
    code: 'TaskTimedOut',
    message: 'the attempt took longer than its timeout of 200 ms',
  })
  expect(done.printed('a.loop')).toBe('begun\n')
})

test('an endless SQLite statement is killed when its time is over', async () => {
  const done = await finish(
    { models: { a: GOOD + ENDLESS_SQL }, nodes: [{ name: 'a.endless', timeoutMs: 200 }, { name: 'a.good' }] },
    { threads: 1, graceMs: 100 },
  )
  expect(done.states).toEqual(['a.endless timed_out', 'a.good success'])
  expect(done.printed('a.endless')).toBe('begun\n')
  const { startedAt, endedAt } = done.task('a.endless')
  expect((endedAt?.getTime() ?? 0) - (startedAt?.getTime() ?? 0)).toBeLessThan(5000)
})

test('a task that heeds its signal ends by itself, and says where it was', async () => {
  const done = await finish({
    models: {
      a: `
export const polite = Task(async ({ signal }) => {
  await new Promise((_, reject) => signal.addEventListener('abort', () => {
    console.log(signal.reason.code)
    reject(new Error('stopped'))
  }))
})`,
    },
    nodes: [{ name: 'a.polite', timeoutMs: 100 }],
  })
  expect(done.states).toEqual(['a.polite timed_out'])
  expect(done.task('a.polite').failure).toMatchObject({ code: 'TaskTimedOut', at: 'models/a.mjs:5:12' })
  expect(done.printed('a.polite')).toBe('TaskTimedOut\n')
})

test('an entry that does not load fails the tasks with its own message', async () => {
  const nodes = [{ name: 'a.good' }, { name: 'a.child', dependsOn: ['a.good'] }]
  const broken = await finish({
    models: { a: GOOD },
    nodes,
    entry: `throw new Error('no password for postgres://me:hunter2@db')`,
  })
  expect(broken.states).toEqual(['a.good failed', 'a.child upstream_failed'])
  expect(broken.task('a.good').failure?.message).toBe('no password for postgres://me:***@db')
  const silent = await finish({ models: { a: GOOD }, nodes, entry: '' })
  expect(silent.task('a.good').failure?.message).toContain('did not call app(…)')
  const other = await finish({ models: { a: GOOD }, nodes }, { connectionName: 'maim' })
  expect(other.task('a.good').failure).toMatchObject({
    code: 'UsageError',
    message: 'no connection "maim": there is main',
    hint: 'Did you mean "main"?',
  })
})

test('what the entry does after app() happens in the main process alone', async () => {
  const done = await finish({
    models: { a: GOOD },
    nodes: [{ name: 'a.good' }],
    entry: `await offerApplication({ connections: { main: async () => ({ engine: { dialect: 'sqlite', async close() {} } }) }, connection: 'main' }); process.exit(1)`,
  })
  expect(done.states).toEqual(['a.good success'])
})

test('a run that is interrupted while a slot is still loading does not wait for it', async () => {
  const interrupt = new AbortController()
  const finishing = finish(
    { models: { a: GOOD }, nodes: [{ name: 'a.good' }], entry: 'await new Promise(() => setInterval(() => {}, 1000))' },
    {
      signal: interrupt.signal,
      onEvent(event) {
        if (event.kind === 'runStarted') setImmediate(() => interrupt.abort())
      },
    },
  )
  const done = await finishing
  expect(done.task('a.good')).toMatchObject({ state: 'cancelled', attempts: 0, startedAt: undefined })
})
