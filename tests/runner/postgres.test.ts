/** A timeout or an interruption stops the statement in the database, not only the waiting for it. */
import { expect, test } from 'vitest'
import { freshDatabase, type TestDatabase } from '../support/databases.ts'
import { finish } from './support.ts'

const database = freshDatabase('postgres')

const ENGINE = JSON.stringify(new URL('../../dist/engine/postgres/index.js', import.meta.url).href)

function sleeper({ options }: TestDatabase, timeoutMs: number): Parameters<typeof finish>[0] {
  const connect = `(await import(${ENGINE})).postgres(${JSON.stringify(options)})`
  return {
    models: {
      a: `
const engine = ${connect}
export const sleeper = Task(async ({ signal }) => {
  console.log('asleep')
  try {
    await engine.query({ sql: 'SELECT pg_sleep(600)', bindings: [] }, { signal })
  } finally {
    await engine.close()
  }
})
export const good = Task(async () => {})`,
    },
    nodes: [{ name: 'a.sleeper', timeoutMs }, { name: 'a.good' }],
    entry: `await offerApplication({ connections: { main: async () => ({ engine: ${connect} }) }, connection: 'main' })`,
  }
}

async function sleeping(): Promise<number> {
  const { rows } = await database.engine.query({
    sql: "SELECT count(*)::int FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()",
    bindings: [],
  })
  return Number(rows[0]?.[0])
}

test('a timeout', async () => {
  const done = await finish(sleeper(database, 300), { interruptible: true })
  expect(done.states).toEqual(['a.sleeper timed_out', 'a.good success'])
  expect(done.task('a.sleeper').failure).toMatchObject({
    code: 'TaskTimedOut',
    message: 'the attempt took longer than its timeout of 300 ms',
    at: expect.stringMatching(/^models\/a\.mjs:6:/),
  })
  expect(await sleeping()).toBe(0)
})

test('an interruption', async () => {
  const interrupt = new AbortController()
  let asleep = 0
  const done = await finish(sleeper(database, 600_000), {
    interruptible: true,
    signal: interrupt.signal,
    onEvent(event) {
      if (event.kind !== 'taskPrinted') return
      void expect
        .poll(async () => {
          asleep = await sleeping()
          return asleep
        })
        .toBe(1)
        .finally(() => interrupt.abort())
    },
  })
  expect(asleep).toBe(1)
  expect(done.task('a.sleeper').state).toBe('cancelled')
  expect(await sleeping()).toBe(0)
})
