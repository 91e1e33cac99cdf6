/** Projects whose models are type-checked against a database. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { duckdb } from '../../src/engine/duckdb/index.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import type { TestDatabase } from '../support/databases.ts'
import type { Project } from './project.ts'

const PACKAGES = fileURLToPath(new URL('../../node_modules/', import.meta.url))
/** The compilers that users have. */
export const COMPILERS = {
  'TypeScript 7': join(PACKAGES, 'typescript'),
  'TypeScript 5.9': join(PACKAGES, 'typescript-5.9/node_modules/typescript'),
} as const

export const TSCONFIG = JSON.stringify({
  compilerOptions: { target: 'es2023', module: 'nodenext', strict: true, noEmit: true, skipLibCheck: true, types: [] },
  include: ['models'],
})

/** What a type checker says of a project's models; empty where all is well. */
export function compile({ root }: Project, compiler: keyof typeof COMPILERS = 'TypeScript 7'): string {
  const args = [join(COMPILERS[compiler], 'bin/tsc'), '-p', root, '--pretty', 'false']
  return spawnSync(process.execPath, args, { encoding: 'utf8', cwd: root }).stdout
}

/** Runs statements, and lets go of the database: DuckDB has one process at a time. */
export async function execute({ dialect, options }: TestDatabase, statements: readonly string[]): Promise<void> {
  const engine = 'url' in options ? postgres(options) : dialect === 'duckdb' ? duckdb(options) : sqlite(options)
  try {
    for (const sql of statements) await engine.execute({ sql, bindings: [] })
  } finally {
    await engine.close()
  }
}

/** The files of a project on a database: its connection is called `sqlite`, whatever it is. */
export const onDatabase = ({ dialect, options }: TestDatabase): Readonly<Record<string, string>> => ({
  'connections/sqlite.js': `import { ${dialect} } from 'millrace/${dialect}'
export const engine = ${dialect}(${JSON.stringify(options)})`,
  'tsconfig.json': TSCONFIG,
})
