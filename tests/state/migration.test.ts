import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { readState } from '../../src/state/open.ts'
import { SCHEMA_VERSION } from '../../src/state/schema.ts'
import { node, opened, outcome, start, temporaryFolder } from './support.ts'

/** Makes of a state file what the first Millrace would have written. */
function firstVersion(file: string): void {
  const database = new Sqlite(file)
  database.exec('ALTER TABLE successes DROP COLUMN compiled_sql; DROP TABLE batches')
  database.pragma('user_version = 1')
  database.close()
}

test('a state of the first version is read as it is, and brought up to date by the next run', () => {
  const file = join(temporaryFolder(), 'state.db')
  const before = opened(file)
  start(before, 'r1', [node('a.x')])
  before.tasksEnded('r1', [outcome('a.x')])
  before.runEnded('r1', 'success', new Date())
  before.close()
  firstVersion(file)

  const reader = readState({ file, warn: (message) => expect.unreachable(message) })
  expect(reader.lastSuccesses('sqlite').get('a.x')?.runId).toBe('r1')
  expect(reader.compiledSql('sqlite', 'a.x')).toBeUndefined()
  expect(reader.batches('sqlite', 'a.x')).toEqual(new Map())
  reader.close()

  const after = opened(file)
  expect(after.warnings).toEqual([])
  expect(after.lastSuccesses('sqlite').get('a.x')?.runId).toBe('r1')
  start(after, 'r2', [node('a.x')])
  after.tasksEnded('r2', [outcome('a.x', { compiledSql: 'select 1' })])
  expect(after.compiledSql('sqlite', 'a.x')).toBe('select 1')
  after.batchEnded('r2', 'a.x', new Date(0), true)
  expect(after.batches('sqlite', 'a.x')).toEqual(new Map([[0, { runId: 'r2', done: true }]]))
  after.close()
  const database = new Sqlite(file, { readonly: true })
  expect(database.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION)
  database.close()
})

test('the SQL of a model is kept while its plan is the same, and forgotten with it', () => {
  const state = opened(join(temporaryFolder(), 'state.db'))
  const run = (runId: string, fingerprint: string, compiledSql?: string): string | undefined => {
    start(state, runId, [node('a.x', { resourceType: 'model', fingerprint })])
    state.tasksEnded(runId, [outcome('a.x', { compiledSql })])
    return state.compiledSql('sqlite', 'a.x')
  }
  expect(run('r1', 'one', 'select 1')).toBe('select 1')
  expect(run('r2', 'one')).toBe('select 1')
  expect(state.compiledSql('postgres', 'a.x')).toBeUndefined()
  expect(run('r3', 'two')).toBeUndefined()
  expect(run('r4', 'two', 'select 2')).toBe('select 2')
})
