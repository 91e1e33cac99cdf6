/** Each query twice: as Millrace compiles it, and as the specification's text was adapted to the engine by hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Engine, Statement } from '../../src/engine/engine.ts'
import { type DataFrame, Session } from '../../src/index.ts'
import { QUERIES } from '../../tests/tpch/queries/index.ts'
import { type Tables, tablesOf } from '../../tests/tpch/tables.ts'

export interface Contest {
  readonly name: string
  readonly compiled: Statement
  readonly byHand: Statement
  /** What compiling took, in milliseconds. */
  readonly compileTime: number
}

/** The queries as statements of one engine. `folder` holds the texts written by hand. */
export function contestsOn(engine: Engine, folder: string): readonly Contest[] {
  const tables = tablesOf(new Session(engine))
  const queries: [string, (tables: Tables) => Pick<DataFrame, 'toSQL'>][] = Object.entries(QUERIES)
  return queries.map(([name, query]) => {
    // Once before: the first of all compiles the compiler.
    query(tables).toSQL()
    const start = performance.now()
    const compiled = query(tables).toSQL()
    const compileTime = performance.now() - start
    return { name, compiled, byHand: { sql: textByHand(folder, engine.dialect, name), bindings: [] }, compileTime }
  })
}

/** PostgreSQL and DuckDB read the specification's own words; SQLite has no others for dates. */
function textByHand(folder: string, dialect: string, name: string): string {
  const own = join(folder, dialect, `${name}.sql`)
  return readFileSync(existsSync(own) ? own : join(folder, `${name}.sql`), 'utf8')
}
