import { expect, onTestFinished, test } from 'vitest'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { finish, type NodeSpec, project } from './support.ts'

const DUCKDB = JSON.stringify(new URL('../../dist/engine/duckdb/index.js', import.meta.url).href)
const HANDOVER = JSON.stringify(new URL('../../dist/runner/handover.js', import.meta.url).href)

/** A project whose one connection is a DuckDB file. */
function onDuckdb(model: string, nodes: readonly NodeSpec[]) {
  const made = project({
    models: { m: model },
    nodes,
    entry: `
      const { offerApplication: offer } = await import(${HANDOVER})
      const root = new URL('.', import.meta.url).pathname
      const connect = async () => ({ engine: (await import(${DUCKDB})).duckdb({ file: root + 'data.db' }) })
      offer({ connections: { main: connect }, connection: 'main' })`,
  })
  return { ...made, options: { ...made.options, interruptible: true } }
}

/** What a fresh engine finds in the file when the run is over. */
async function ask(root: string, sql: string): Promise<unknown[][]> {
  const engine = duckdb({ file: `${root}/data.db` })
  onTestFinished(() => engine.close())
  const { rows } = await engine.query({ sql, bindings: [] })
  return rows.map((row) => row.map(Number))
}

test('no row is lost between tasks in several threads and processes that write one file', async () => {
  const model = `
    export const start = Task(async ({ session }) => { await session.execute\`create table t (task text, n bigint)\` })
    const writer = (name) => Task({ dependsOn: [start] }, async ({ session }) => {
      for (let n = 0; n < 40; n++) {
        if (n % 4 === 0) await session.createDataFrame([{ task: name, n }]).write('t', { mode: 'append' })
        else if (n % 4 === 1) await session.engine.knex('t').insert({ task: name, n })
        else await session.execute\`insert into t values (\${name}, \${n})\`
      }
    })
    export const a = writer('a'), b = writer('b'), c = writer('c'), d = writer('d'), e = writer('e'), f = writer('f')`
  const writers = ['a', 'b', 'c', 'd', 'e', 'f']
  const made = onDuckdb(model, [
    { name: 'm.start' },
    // With a timeout, an engine whose statements cannot be stopped gets a process.
    ...writers.map((name, index) => ({
      name: `m.${name}`,
      dependsOn: ['m.start'],
      timeoutMs: index < 2 ? 60_000 : undefined,
    })),
  ])
  const { states } = await finish(made, { threads: 6, interruptible: false })
  expect(states).toEqual(['m.start success', ...writers.map((name) => `m.${name} success`)])
  expect(await ask(made.root, 'select count(*), count(distinct task || n) from t')).toEqual([[240, 240]])
}, 60_000)

test('a task that is killed inside its transaction leaves nothing of it, and others go on', async () => {
  const model = `
    export const start = Task(async ({ session }) => { await session.execute\`create table t (n bigint)\` })
    export const stuck = Task(async ({ session }) => {
      await session.transaction(async (tx) => { await tx.execute\`insert into t values (1)\`; for (;;) {} })
    })
    export const next = Task(async ({ session }) => { await session.execute\`insert into t values (2)\` })`
  const made = onDuckdb(model, [
    { name: 'm.start' },
    { name: 'm.stuck', dependsOn: ['m.start'], timeoutMs: 300 },
    { name: 'm.next', dependsOn: ['m.start'] },
  ])
  const { states } = await finish(made, { graceMs: 300 })
  expect(states).toEqual(['m.start success', 'm.stuck timed_out', 'm.next success'])
  expect(await ask(made.root, 'select n from t')).toEqual([[2]])
})

test('a timeout interrupts the statement, and the slot serves the next task', async () => {
  const model = `
    export const slow = Task(async ({ session }) => {
      await session.sql\`select count(*) as n from range(100000) a, range(100000000) b where a.range + b.range = 7\`.collect()
    })
    export const next = Task(async ({ session }) => { await session.execute\`create table t as select 1 as n\` })`
  const made = onDuckdb(model, [{ name: 'm.slow', timeoutMs: 300 }, { name: 'm.next' }])
  const { states, task } = await finish(made, { threads: 1 })
  expect(states).toEqual(['m.slow timed_out', 'm.next success'])
  expect(task('m.slow').failure?.message).toContain('300 ms')
  expect(task('m.slow').failure?.hint).toBeUndefined()
})

test('a file that cannot be opened is told by each task as the engine tells it', async () => {
  const made = onDuckdb('export const a = Task(async ({ session }) => { await session.execute`select 1` })', [
    { name: 'm.a' },
  ])
  const { writeFileSync } = await import('node:fs')
  writeFileSync(`${made.root}/data.db`, 'no database at all, but long enough to be read as one'.repeat(200))
  const { task } = await finish(made)
  expect(task('m.a').failure).toMatchObject({
    code: 'ConnectionFailed',
    message: expect.stringContaining('is not a DuckDB database'),
  })
})
