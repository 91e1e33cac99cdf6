import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readState } from '../../src/state/open.ts'
import { node, opened, outcome, start, temporaryFolder } from './support.ts'

test('definitions are those of the latest run on the connection', () => {
  const state = opened(join(temporaryFolder(), '.millrace', 'state.db'))
  start(state, 'r1', [node('sales.raw'), node('sales.old')])
  start(state, 'r2', [node('sales.raw', { owner: 'ann' })])
  start(state, 'r3', [node('sales.other')], { connection: 'postgresql' })
  expect([...state.definitions('sqlite').values()]).toEqual([
    JSON.parse(JSON.stringify(node('sales.raw', { owner: 'ann' }))),
  ])
  expect([...state.definitions('postgresql').keys()]).toEqual(['sales.other'])
  expect(state.definitions('mssql').size).toBe(0)
})

test('a success is kept with the definition it had, and a later failure leaves it alone', () => {
  const state = opened(join(temporaryFolder(), 'state.db'))
  start(state, 'r1', [node('sales.raw')], { now: new Date('2026-01-31T23:59:58Z') })
  state.tasksEnded('r1', [outcome('sales.raw')])
  start(state, 'r2', [node('sales.raw', { ttlMinutes: 5 })])
  state.tasksEnded('r2', [outcome('sales.raw', { state: 'failed' })])
  const success = state.lastSuccesses('sqlite').get('sales.raw')
  expect(success).toMatchObject({ runId: 'r1', asOf: new Date('2026-01-31T23:59:58Z') })
  // Five seconds into the run, on the run's own clock.
  expect(success?.at).toEqual(new Date('2026-02-01T00:00:03Z'))
  expect(success?.definition.ttlMinutes).toBeUndefined()
  expect(state.lastSuccesses('postgresql').size).toBe(0)
})

test('the last outcome outlives runs that left the task out', () => {
  const state = opened(join(temporaryFolder(), 'state.db'))
  start(state, 'r1', [node('a.x'), node('a.y')])
  state.tasksEnded('r1', [outcome('a.x', { state: 'failed' }), outcome('a.y')])
  start(state, 'r2', [node('a.x'), node('a.y')])
  state.tasksEnded('r2', [outcome('a.y', { state: 'timed_out' })])
  const last = state.lastOutcomes('sqlite')
  expect(last.get('a.x')).toEqual({ state: 'failed', runId: 'r1', endedAt: new Date('2026-11-02T10:00:05Z') })
  expect(last.get('a.y')?.state).toBe('timed_out')
})

test('an outcome comes back as it was told, without credentials', () => {
  const file = join(temporaryFolder(), 'state.db')
  const state = opened(file)
  start(state, 'r1', [node('a.x')])
  const failure = {
    code: 'ConnectionFailed',
    message: 'cannot reach postgres://me:hunter2secret@db/x',
    hint: 'try password=hunter2secret again',
    at: 'models/a.ts:3:4',
    stack: ['at x (models/a.ts:3:4)'],
    sql: "SELECT dblink('password=hunter2secret')",
    bindings: ["'postgres://me:hunter2secret@db/x'"],
  }
  state.attemptStarted('r1', 'a.x', 1, new Date('2026-11-02T10:00:01Z'))
  state.attemptFailed('r1', 'a.x', 1, new Date('2026-11-02T10:00:02Z'))
  state.attemptStarted('r1', 'a.x', 2, new Date('2026-11-02T10:00:03Z'))
  state.tasksEnded('r1', [outcome('a.x', { state: 'failed', failure, attempts: 2, rowsWritten: 7 })])
  state.runEnded('r1', 'failed', new Date('2026-11-02T10:00:06Z'))

  const [read] = state.outcomes('r1')
  expect(read).toMatchObject({ task: 'a.x', state: 'failed', attempts: 2, rowsWritten: 7 })
  expect(read?.failure?.message).toBe('cannot reach postgres://me:***@db/x')
  expect(state.transitions('r1').map((step) => `${step.state} ${step.attempt}`)).toEqual([
    'running 1',
    'retrying 1',
    'running 2',
    'failed 2',
  ])
  expect(state.runs()).toMatchObject([{ runId: 'r1', state: 'failed', endedAt: new Date('2026-11-02T10:00:06Z') }])
  state.close()
  expect(readFileSync(file).includes('hunter2secret')).toBe(false)
})

test('reading beside a run sees what is durable and takes no lock', () => {
  const file = join(temporaryFolder(), 'state.db')
  const warnings: string[] = []
  const warn = (message: string) => void warnings.push(message)
  expect(readState({ file, warn }).runs()).toEqual([])
  const state = opened(file)
  start(state, 'r1', [node('a.x')])
  state.attemptStarted('r1', 'a.x', 1, new Date())
  const reader = readState({ file, warn })
  expect(reader.runs()).toMatchObject([{ runId: 'r1', state: 'running' }])
  expect(reader.transitions('r1')).toHaveLength(1)
  state.tasksEnded('r1', [outcome('a.x')])
  expect(reader.lastOutcomes('sqlite').get('a.x')?.state).toBe('success')
  reader.close()
  expect(warnings).toEqual([])
})
