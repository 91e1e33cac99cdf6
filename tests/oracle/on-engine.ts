/** What tests of recorded answers share: where those are, and an engine to put them to. */
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../../src/engine/engine.ts'
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from '../support/databases.ts'
import { type EngineName, openEngine } from './engines.ts'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

/** The folder of recorded answers; undefined on machines that have none. */
export function recordedFolder(
  name: 'spark-oracle/functions' | 'spark-oracle/relations' | 'dbt-oracle',
): string | undefined {
  const folder = join(root, '..', 'shared', 'data', name)
  return existsSync(folder) ? folder : undefined
}

/** Asks an engine on an empty database of the run's own, which is gone afterwards. */
export async function onEngine<T>(name: EngineName, ask: (engine: Engine) => Promise<T>): Promise<T> {
  let database: string | undefined
  const { engine, close } = await openEngine(name, async () => {
    database = await createPostgresDatabase()
    return postgresUrl(database)
  })
  try {
    return await ask(engine)
  } finally {
    await close()
    if (database !== undefined) await dropPostgresDatabase(database)
  }
}
