import { expect, inject, test } from 'vitest'
import { postgres } from '../../../src/engine/postgres/index.ts'
test('lost stream', async () => {
  const o = inject('postgres')
  const engine = postgres({ ...o, database: 'postgres', pool: 1 })
  const other = postgres({ ...o, database: 'postgres', pool: 1 })
  const { rows } = await engine.query({ sql: 'SELECT pg_backend_pid()', bindings: [] })
  const read = async () => {
    for await (const _ of engine.stream({ sql: 'SELECT n, pg_sleep(n / 500) FROM generate_series(1, 100000) AS n', bindings: [] })) {
      await other.query({ sql: `SELECT pg_terminate_backend(${rows[0]?.[0]})`, bindings: [] })
    }
  }
  await expect(read()).rejects.toMatchObject({ code: 'DatabaseError', transient: true })
  expect((await engine.query({ sql: 'SELECT 1', bindings: [] })).rows).toEqual([[1]])
  await engine.close()
  await other.close()
}, 5000)
