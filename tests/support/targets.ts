import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import type { Engine } from '../../src/engine/engine.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from './databases.ts'

/** A database for the commands of a project with the repository's own connections. */
export interface Target {
  /** The variables of the commands. */
  readonly environment: Readonly<Record<string, string>>
  /** An engine of the caller's own, for one look: a DuckDB file has one process at a time. */
  open(): Engine
}

export const TARGET_NAMES = ['sqlite', 'postgresql', 'duckdb'] as const

/** A fresh database for one test of a project whose root is `root`. */
export async function freshTarget(connection: (typeof TARGET_NAMES)[number], root: string): Promise<Target> {
  const environment = { MILLRACE_CONNECTION: connection }
  if (connection === 'sqlite') return { environment, open: () => sqlite({ file: join(root, 'data/millrace.db') }) }
  if (connection === 'duckdb') {
    const file = join(root, 'data/shop.duckdb')
    return { environment: { ...environment, DUCKDB_FILE: file }, open: () => duckdb({ file }) }
  }
  const name = await createPostgresDatabase()
  onTestFinished(() => dropPostgresDatabase(name))
  const url = postgresUrl(name)
  return { environment: { ...environment, DATABASE_URL: url }, open: () => postgres({ url }) }
}
