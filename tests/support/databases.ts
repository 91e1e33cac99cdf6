import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, inject } from 'vitest'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { noteUses } from '../matrix/uses.ts'

/** Engines that every machine of ours has. */
export const DIALECTS = ['sqlite', 'postgres', 'duckdb'] as const
export type TestDialect = (typeof DIALECTS)[number]

/** One fresh database for the tests of a suite. */
export interface TestDatabase {
  readonly dialect: TestDialect
  /** An engine on it, the same one each time; closed with the suite. Only inside tests and hooks. */
  readonly engine: Engine
  /** How another process reaches it: options for `sqlite(…)`, `postgres(…)` or `duckdb(…)`. */
  readonly options: { readonly file: string } | { readonly url: string }
}

/** An empty folder that is gone after the suite. Call it at the top of a `describe` or a file. */
export function temporaryFolder(): { readonly path: string } {
  const folder = { path: '' }
  beforeAll(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'millrace-test-'))
  })
  afterAll(() => rmSync(folder.path, { recursive: true, force: true }))
  return folder
}

/** The URL of a database on this run's server. */
export function postgresUrl(database: string): string {
  const { host, port, user } = inject('postgres')
  return `postgres://${user}@${host}:${port}/${database}`
}

/** Makes a new, empty PostgreSQL database; its name is the result. */
export async function createPostgresDatabase(): Promise<string> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`CREATE DATABASE ${name}`)
  return name
}

/** Drops a database, also from under open connections. */
export async function dropPostgresDatabase(name: string): Promise<void> {
  await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

async function onServer(sql: string): Promise<void> {
  const server = postgres({ url: postgresUrl('postgres'), pool: 1 })
  try {
    await server.execute({ sql, bindings: [] })
  } finally {
    await server.close()
  }
}

/** A fresh database of one kind for the suite in which it is called. */
export function freshDatabase(dialect: TestDialect): TestDatabase {
  let folder: string | undefined
  let name: string | undefined
  let made: { engine: Engine; options: TestDatabase['options'] } | undefined
  beforeAll(async () => {
    if (dialect !== 'postgres') {
      folder = mkdtempSync(join(tmpdir(), 'millrace-test-'))
      const options = { file: join(folder, 'test.db') }
      made = { engine: dialect === 'sqlite' ? sqlite(options) : duckdb(options), options }
    } else {
      name = await createPostgresDatabase()
      const options = { url: postgresUrl(name) }
      made = { engine: postgres(options), options }
    }
  })
  afterAll(async () => {
    await made?.engine.close()
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
    if (name !== undefined) await dropPostgresDatabase(name)
  })
  const ready = () => {
    if (made === undefined) throw new Error('the database exists inside tests and hooks alone')
    return made
  }
  return {
    dialect,
    get engine() {
      return ready().engine
    },
    get options() {
      return ready().options
    },
  }
}

/**
 * Runs the same cases on every engine, each with a database of its own.
 *
 * @example
 * onEveryEngine((database) => {
 *   test('counts', async () => { await database.engine.query({ sql: 'SELECT 1', bindings: [] }) })
 * })
 */
export function onEveryEngine(cases: (database: TestDatabase) => void): void {
  for (const dialect of DIALECTS) {
    describe(dialect, () => {
      noteUses(dialect)
      cases(freshDatabase(dialect))
    })
  }
}
