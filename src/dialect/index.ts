import { UnsupportedOnDialect } from '../errors/index.ts'
import type { Dialect } from './dialect.ts'
import { duckdb } from './duckdb/index.ts'
import { mssql } from './mssql/index.ts'
import { postgres } from './postgres/index.ts'
import { sqlite } from './sqlite/index.ts'

const DIALECTS: ReadonlyMap<string, Dialect> = new Map(
  [sqlite, postgres, duckdb, mssql].map((dialect) => [dialect.name, dialect]),
)

/** The dialect of an engine. @throws UnsupportedOnDialect for an engine that frames cannot be compiled for. */
export function dialectOf(name: string): Dialect {
  const dialect = DIALECTS.get(name)
  if (dialect) return dialect
  throw new UnsupportedOnDialect(`frames are not compiled for ${name} yet`, {
    hint: `they are for ${[...DIALECTS.values()].map((one) => one.title).join(' and ')}; plain SQL works through engine.knex`,
  })
}
