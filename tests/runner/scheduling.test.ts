import { expect, test } from 'vitest'
import type { RunEvent } from '../../src/runner/events.ts'
import { finish, project } from './support.ts'

const BODIES = `
export const good = Task(async () => {})
export const also = Task(async () => {})
export const bad = Task(async () => { throw new Error('no such luck') })
export const idle = Task(async ({ skip }) => { skip('nothing new') })`

/** `start a.x` and `end a.x`, in the order in which they were told. */
function story(events: readonly RunEvent[]): string[] {
  return events.flatMap((event) => {
    if (event.kind === 'taskStarted') return `start ${event.task}`
    return event.kind === 'taskEnded' ? `end ${event.outcome.task}` : []
  })
}

test('a failure reaches its descendants, names the root, and leaves other branches alone', async () => {
  const done = await finish({
    models: { a: BODIES },
    nodes: [
      { name: 'a.bad' },
      { name: 'a.good' },
      { name: 'a.child', dependsOn: ['a.bad', 'a.good'] },
      { name: 'a.grandchild', dependsOn: ['a.child'] },
      { name: 'a.also', dependsOn: ['a.good'] },
      { name: 'a.cleanup', exportName: 'good', dependsOn: ['a.grandchild'], trigger: 'allDone' },
      { name: 'a.last', exportName: 'good', dependsOn: ['a.cleanup'] },
    ],
  })
  expect(done.states).toEqual([
    'a.bad failed',
    'a.good success',
    'a.child upstream_failed',
    'a.grandchild upstream_failed',
    'a.also success',
    'a.cleanup success',
    'a.last success',
  ])
  expect(done.task('a.grandchild')).toMatchObject({ reason: 'bad failed', attempts: 0, startedAt: undefined })
  expect(done.task('a.bad').failure).toMatchObject({ code: 'Error', message: 'no such luck', at: 'models/a.mjs:4:45' })
  expect(done.report.state).toBe('failed')
  expect(done.state.runs()).toMatchObject([{ state: 'failed' }])
})

test('a task that skips itself skips its descendants but not those that run when all is done', async () => {
  const done = await finish({
    models: { a: BODIES },
    nodes: [
      { name: 'a.idle' },
      { name: 'a.child', dependsOn: ['a.idle'] },
      { name: 'a.grandchild', dependsOn: ['a.child'] },
      { name: 'a.good', dependsOn: ['a.child'], trigger: 'allDone' },
    ],
  })
  expect(done.states).toEqual(['a.idle skipped', 'a.child skipped', 'a.grandchild skipped', 'a.good success'])
  expect(done.task('a.idle').reason).toBe('nothing new')
  expect(done.task('a.grandchild').reason).toBe('idle skipped itself: nothing new')
  expect(done.report.state).toBe('success')
})

test('kept, skipped and unselected parents satisfy their children; only the unselected leave no trace', async () => {
  const done = await finish({
    models: { a: BODIES },
    nodes: [
      { name: 'a.kept' },
      { name: 'a.monthly' },
      { name: 'a.left' },
      { name: 'a.good', dependsOn: ['a.kept', 'a.monthly', 'a.left'] },
    ],
    decisions: {
      'a.kept': { kind: 'kept', reason: 'ttl 60 min, 12 min left' },
      'a.monthly': { kind: 'skipped', reason: 'monthly: done' },
      'a.left': 'not selected',
    },
  })
  expect(done.states).toEqual(['a.kept kept', 'a.monthly skipped', 'a.good success'])
  expect(done.task('a.kept').reason).toBe('ttl 60 min, 12 min left')
  expect(done.state.outcomes('run-1').map(({ task }) => task)).toEqual(['a.kept', 'a.monthly', 'a.good'])
  expect([...done.state.definitions('main').keys()]).toContain('a.left')
  expect([...done.state.lastSuccesses('main').keys()]).toEqual(['a.good'])
})

test('an unselected task hides no failure of one before it; what it does not come after goes on', async () => {
  const done = await finish({
    models: { a: BODIES },
    nodes: [
      { name: 'a.bad' },
      { name: 'a.left', dependsOn: ['a.bad'] },
      { name: 'a.good', dependsOn: ['a.left'] },
      { name: 'a.other' },
      { name: 'a.child', exportName: 'good', dependsOn: ['a.other'] },
    ],
    decisions: { 'a.left': 'not selected', 'a.other': 'not selected' },
  })
  expect(done.states).toEqual(['a.bad failed', 'a.good upstream_failed', 'a.child success'])
  expect(done.task('a.good').reason).toBe('bad failed')
})

test('what is told is durable already', async () => {
  const made = project({ models: { a: BODIES }, nodes: [{ name: 'a.good' }, { name: 'a.bad', dependsOn: ['a.good'] }] })
  const state = made.openState()
  const seen: string[] = []
  await finish(made, {
    state,
    onEvent(event) {
      const steps = () => state.transitions('run-1').map(({ task, state: step }) => `${task} ${step}`)
      if (event.kind === 'taskStarted') seen.push(String(steps().includes(`${event.task} running`)))
      if (event.kind === 'taskEnded')
        seen.push(String(steps().includes(`${event.outcome.task} ${event.outcome.state}`)))
      if (event.kind === 'runEnded') seen.push(String(state.runs(1)[0]?.state))
    },
  })
  expect(seen).toEqual(['true', 'true', 'true', 'true', 'failed'])
})

/** `slow` ends when `deep`, a level below its sibling `quick`, has started: it does so only without the barrier. */
const RELAY = `
import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
export const quick = Task(async () => {})
export const deep = Task(async () => { writeFileSync(root + '/deep-has-run', '') })
export const slow = Task(async () => {
  while (!existsSync(root + '/deep-has-run')) await wait(5)
})
export const short = Task(async () => {})`

test('a task starts as soon as its own dependencies are done, whatever the rest of their level does', async () => {
  const done = await finish({
    models: { a: RELAY },
    nodes: [{ name: 'a.slow' }, { name: 'a.quick' }, { name: 'a.deep', dependsOn: ['a.quick'] }],
  })
  expect(done.report.state).toBe('success')
  const told = story(done.events)
  expect(told.indexOf('start a.deep')).toBeLessThan(told.indexOf('end a.slow'))
})

test('with a barrier no task starts before the whole level before has ended', async () => {
  const done = await finish(
    {
      models: { a: RELAY },
      nodes: [
        { name: 'a.quick' },
        { name: 'a.short' },
        { name: 'a.bad', exportName: 'nothing' },
        { name: 'a.deep', dependsOn: ['a.quick'] },
        { name: 'a.deepest', exportName: 'short', dependsOn: ['a.deep'] },
      ],
    },
    { barrier: true, threads: 3 },
  )
  const told = story(done.events)
  for (const name of ['a.quick', 'a.short', 'a.bad']) {
    expect(told.indexOf('start a.deep')).toBeGreaterThan(told.indexOf(`end ${name}`))
  }
  expect(done.states).toContain('a.deepest success')
  expect(done.task('a.bad').failure?.message).toContain('exports no task nothing')
})

test('no more tasks run at once than there are threads', async () => {
  // Each waits until its partner has begun: two must run at once.
  const together = `
import { existsSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
const pair = (mine, other) => Task(async () => {
  writeFileSync(root + '/begun-' + mine, '')
  while (!existsSync(root + '/begun-' + other)) await wait(5)
})
${[0, 1, 2, 3, 4, 5, 6, 7].map((n) => `export const t${n} = pair(${n}, ${n ^ 1})`).join('\n')}`
  const nodes = Array.from({ length: 8 }, (_, n) => ({ name: `a.t${n}` }))
  const done = await finish({ models: { a: together }, nodes }, { threads: 2 })
  let running = 0
  let most = 0
  for (const step of story(done.events)) {
    running += step.startsWith('start') ? 1 : -1
    most = Math.max(most, running)
  }
  expect(most).toBe(2)
  expect(done.report.tasks).toHaveLength(8)
})

test('failing fast starts nothing more and cancels what runs', async () => {
  const done = await finish(
    {
      models: {
        a: `${BODIES}
export const endless = Task(({ signal }) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))))`,
      },
      nodes: [{ name: 'a.endless' }, { name: 'a.bad' }, { name: 'a.good' }, { name: 'a.child', dependsOn: ['a.good'] }],
    },
    { failFast: true, threads: 2 },
  )
  expect(done.states).toEqual(['a.endless cancelled', 'a.bad failed', 'a.good cancelled', 'a.child cancelled'])
  expect(done.task('a.child').reason).toBe('bad failed, and the run fails fast')
  expect(done.report.state).toBe('failed')
})
