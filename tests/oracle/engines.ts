/** The engines that the oracle asks. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from '../../src/engine/engine.ts'

/** An engine on a new, empty database. */
export interface OracleEngine {
  readonly name: string
  readonly engine: Engine
  close(): Promise<void>
}

/** Where a PostgreSQL server takes new tables, asked for when it is needed. */
export type PostgresUrl = () => Promise<string>

export const ENGINE_NAMES = ['sqlite', 'postgres', 'duckdb'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/** Opens an engine on an empty database of its own. */
export async function openEngine(name: EngineName, postgresUrl: PostgresUrl): Promise<OracleEngine> {
  // A module by its name: who asks one engine waits for no other's.
  const module = (await import(`../../src/engine/${name}/index.ts`)) as Record<string, (options: object) => Engine>
  const open = module[name] as (options: object) => Engine
  if (name === 'postgres') {
    const engine = open({ url: await postgresUrl() })
    return { name, engine, close: () => engine.close() }
  }
  const folder = mkdtempSync(join(tmpdir(), 'millrace-oracle-'))
  const engine = open({ file: join(folder, 'oracle.db') })
  const close = async () => {
    await engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { name, engine, close }
}
