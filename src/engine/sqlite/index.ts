import knexModule, { type Knex } from 'knex'
import type { Engine } from '../engine.ts'
import { ACQUIRE_TIMEOUT, quietLog } from '../knex-options.ts'
import { connectionOver, type Pool, pooledOr, poolOf, runTransaction } from '../pooled.ts'
import { refuseInside } from '../write-turn.ts'
import {
  describeSqliteQuery,
  describeSqliteTables,
  listSqliteTables,
  sqliteSchemaExists,
  sqliteTableInfo,
} from './catalogue.ts'
import { type SqliteClient, type SqliteConnection, sqliteClient } from './client.ts'
import { sqliteDependents, sqliteNaming } from './dependents.ts'
import { sqliteDriver } from './driver.ts'
import { type SqliteOptions, sqliteSettings } from './options.ts'
import { translateSqliteError, translateSqliteOpenError } from './translate-error.ts'
import { writingInTurn } from './writing-in-turn.ts'

export type { SqliteOptions } from './options.ts'

/** In-memory databases are told apart by number: each engine has its own. */
let memoryDatabases = 0

/**
 * An SQLite database: a file, or `:memory:`. Loads its driver and opens the file when it is first used.
 *
 * The file gets a write-ahead log, so that readers see the last commit while somebody writes; writers wait for each
 * other. Values are exact: 64-bit integers stay integers. Millrace's own functions (`millrace_upper` …) are there in its
 * connections alone.
 *
 * A statement that runs cannot be stopped from its own thread: a signal is looked at before each statement and between
 * the batches of a stream.
 *
 * @throws InvalidArgument if `file` is not a path. Connecting throws ConnectionFailed.
 * @example const engine = sqlite({ file: 'data/shop.db' })
 */
export function sqlite(options: SqliteOptions): Engine {
  const settings = sqliteSettings(options)
  memoryDatabases += settings.memory ? 1 : 0
  const resource = settings.memory ? `:memory:${memoryDatabases}` : settings.file
  let instance: Knex | undefined
  const knex = (): Knex => {
    instance ??= knexModule({
      client: sqliteClient(settings, resource),
      connection: { filename: settings.file },
      useNullAsDefault: true,
      acquireConnectionTimeout: ACQUIRE_TIMEOUT,
      // An in-memory database lives as long as its one connection.
      pool: { min: 0, max: settings.pool, ...(settings.memory ? { idleTimeoutMillis: 2 ** 31 - 1 } : {}) },
      log: quietLog,
    })
    return instance
  }
  const connecting = (error: unknown) => translateSqliteOpenError(settings, error)
  const pool = (): Pool<SqliteConnection> => {
    // With one connection, a statement beside an open transaction would wait for it until the pool gives up.
    if (settings.memory) refuseInside(resource)
    return poolOf(knex())
  }
  const driver = sqliteDriver(settings)
  const pooled = connectionOver(pool, driver, connecting)
  const own = settings.memory
    ? pooled
    : writingInTurn(pooled, settings, resource, driver, () => knex().client as SqliteClient)
  const translate = (error: unknown) => translateSqliteError(settings, error)

  return {
    ...own,
    dialect: 'sqlite',
    interruptible: false,
    get knex() {
      return knex()
    },
    transaction: (body, options = {}) => runTransaction(knex(), { driver, connecting, translate }, options, body),
    tableInfo: (name, on = own) => sqliteTableInfo(name, on),
    listTables: (schema, on = own) => listSqliteTables(schema, on),
    schemaExists: (name, on = own) => sqliteSchemaExists(name, on),
    describeTables: (on = own) => describeSqliteTables(on),
    dependents: sqliteDependents,
    naming: sqliteNaming,
    describeQuery: (statement, on) => describeSqliteQuery(settings, statement, pooledOr(on, pooled)),
    async describe() {
      const { rows } = await own.query({
        sql: 'SELECT sqlite_version() FROM (SELECT count(*) FROM sqlite_schema)',
        bindings: [],
      })
      return { engine: 'SQLite', version: String(rows[0]?.[0]), database: settings.file, user: undefined }
    },
    async close() {
      const open = instance
      instance = undefined
      await open?.destroy()
    },
  }
}
