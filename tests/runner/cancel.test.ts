import { expect, test } from 'vitest'
import { finish, project } from './support.ts'

const BODIES = `
export const heeds = Task(async ({ signal }) => {
  console.log('begun')
  await new Promise((_, reject) => signal.addEventListener('abort', () => { console.log(signal.reason.message); reject(signal.reason) }))
})
export const deaf = Task(async () => { console.log('begun'); for (;;); })
export const finishes = Task(async ({ signal }) => {
  console.log('begun')
  await new Promise((resolve) => signal.addEventListener('abort', resolve))
})
export const good = Task(async () => {})`

/** Aborts when a task of that name has printed. */
function whenBegun(name: string) {
  const controller = new AbortController()
  return {
    controller,
    onEvent(event: { kind: string; task?: string }) {
      if (event.kind === 'taskPrinted' && event.task === name) controller.abort()
    },
  }
}

test('an interrupted run starts nothing more, lets tasks end, and says so', async () => {
  const { controller, onEvent } = whenBegun('a.heeds')
  const done = await finish(
    {
      models: { a: BODIES },
      nodes: [
        { name: 'a.heeds' },
        { name: 'a.good' },
        { name: 'a.child', dependsOn: ['a.heeds'] },
        { name: 'a.last', dependsOn: ['a.child'], trigger: 'allDone' },
      ],
    },
    { signal: controller.signal, onEvent, threads: 1 },
  )
  expect(done.states).toEqual(['a.heeds cancelled', 'a.good cancelled', 'a.child cancelled', 'a.last cancelled'])
  expect(done.printed('a.heeds')).toBe('begun\nthe run was interrupted\n')
  expect(done.task('a.heeds')).toMatchObject({ attempts: 1, reason: 'the run was interrupted', failure: undefined })
  expect(done.task('a.good')).toMatchObject({ attempts: 0, reason: 'the run was interrupted' })
  expect(done.report.state).toBe('cancelled')
  expect(done.state.runs(1)).toMatchObject([{ state: 'cancelled' }])
})

test('a task that ends well in spite of the interruption has succeeded', async () => {
  const { controller, onEvent } = whenBegun('a.finishes')
  const done = await finish(
    { models: { a: BODIES }, nodes: [{ name: 'a.finishes' }, { name: 'a.child', dependsOn: ['a.finishes'] }] },
    { signal: controller.signal, onEvent },
  )
  expect(done.states).toEqual(['a.finishes success', 'a.child cancelled'])
})

test('a task that does not heed its signal is killed after the grace', async () => {
  const { controller, onEvent } = whenBegun('a.deaf')
  const done = await finish(
    { models: { a: BODIES }, nodes: [{ name: 'a.deaf' }] },
    { signal: controller.signal, onEvent, graceMs: 50 },
  )
  expect(done.states).toEqual(['a.deaf cancelled'])
})

test('the second signal kills without grace', async () => {
  const first = new AbortController()
  const second = new AbortController()
  const begun = performance.now()
  const done = await finish(
    { models: { a: BODIES }, nodes: [{ name: 'a.deaf' }] },
    {
      signal: first.signal,
      killSignal: second.signal,
      graceMs: 600_000,
      onEvent(event) {
        if (event.kind !== 'taskPrinted') return
        first.abort()
        second.abort()
      },
    },
  )
  expect(done.states).toEqual(['a.deaf cancelled'])
  expect(done.report.state).toBe('cancelled')
  expect(performance.now() - begun).toBeLessThan(10_000)
})

test('a run that was interrupted before it began runs nothing', async () => {
  const done = await finish({ models: { a: BODIES }, nodes: [{ name: 'a.good' }] }, { signal: AbortSignal.abort() })
  expect(done.states).toEqual(['a.good cancelled'])
})

test('no further attempt is made, and no delay is waited out, once the run is interrupted', async () => {
  const controller = new AbortController()
  const retry = { times: 5, delayMs: 600_000, backoff: 'fixed', jitter: false, custom: false } as const
  const done = await finish(
    {
      models: { a: `export const bad = Task(async () => { throw new Error('no') })` },
      nodes: [{ name: 'a.bad', retry }],
    },
    {
      signal: controller.signal,
      onEvent(event) {
        if (event.kind === 'taskRetried') controller.abort()
      },
    },
  )
  expect(done.task('a.bad')).toMatchObject({ state: 'cancelled', attempts: 1 })
})

test('a state that can no longer be written ends the run with its error', async () => {
  const made = project({ models: { a: BODIES }, nodes: [{ name: 'a.good' }, { name: 'a.deaf' }] })
  const state = made.openState()
  const failing = finish(made, {
    state,
    onEvent(event) {
      if (event.kind === 'taskPrinted') state.close()
    },
    signal: AbortSignal.timeout(2000),
    graceMs: 50,
  })
  await expect(failing).rejects.toThrow(/cannot write the state .*not open/)
})
