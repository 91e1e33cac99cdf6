import type knexModule from 'knex'
import type { Knex } from 'knex'
import type { DialectName } from '../plan/dialect-name.ts'
import { duckdbPrinter } from './duckdb/printer.ts'
import { knexClientClass, loadDriver } from './knex-internals.ts'

const CLIENTS: Readonly<Record<DialectName, () => typeof Knex.Client>> = {
  sqlite: () => knexClientClass<Knex.Client>('better-sqlite3') as typeof Knex.Client,
  postgres: () => knexClientClass<Knex.Client>('postgres') as typeof Knex.Client,
  duckdb: () => duckdbPrinter() as unknown as typeof Knex.Client,
  mssql: () => knexClientClass<Knex.Client>('mssql') as typeof Knex.Client,
}

const instances = new Map<string, Knex>()

/** A Knex that prints a dialect's statements, and has no database. Loads no driver. */
export function printingKnex(dialect: DialectName): Knex {
  let instance = instances.get(dialect)
  // Only now: who asks for no SQL waits for no Knex. Without a connection Knex looks for no driver.
  instance ??= loadDriver<typeof knexModule>('knex')({ client: CLIENTS[dialect](), useNullAsDefault: true })
  instances.set(dialect, instance)
  return instance
}
