import knexModule, { type Knex } from 'knex'
import type { Engine, Transaction } from '../engine.ts'
import { ACQUIRE_TIMEOUT, quietLog } from '../knex-options.ts'
import { connectionOver, type Pool, poolOf, runTransaction } from '../pooled.ts'
import { writeTurn } from '../write-turn.ts'
import {
  describeDuckdbQuery,
  describeDuckdbTables,
  duckdbComments,
  duckdbSchemaExists,
  duckdbTableInfo,
  listDuckdbTables,
} from './catalogue.ts'
import { type DuckdbClient, type DuckdbConnection, duckdbClient, onlyReads } from './client.ts'
import { duckdbDependents, duckdbNaming } from './dependents.ts'
import { duckdbDriver } from './driver.ts'
import { type DuckdbOptions, duckdbSettings } from './options.ts'
import { translateDuckdbError, translateDuckdbOpenError } from './translate-error.ts'

export type { DuckdbOptions } from './options.ts'

/** In-memory databases are told apart by number: each engine has its own. */
let memoryDatabases = 0

/**
 * A DuckDB database: a file, or `:memory:`. Loads its driver and opens the file when it is first used.
 *
 * DuckDB lets one process open a file. Inside a run all tasks, in whatever thread or process, use the runner's one
 * instance; engines of one thread on one file share theirs. Writers wait for each other, readers see the last commit.
 * Sessions are pinned to UTC, and no extension is fetched from the network. A signal interrupts the statement.
 *
 * @throws InvalidArgument if `file` is not a path. Connecting throws ConnectionFailed, which names who holds the file.
 * @example const engine = duckdb({ file: 'data/shop.duckdb' })
 */
export function duckdb(options: DuckdbOptions): Engine {
  const settings = duckdbSettings(options)
  memoryDatabases += settings.memory ? 1 : 0
  const resource = settings.memory ? `duckdb:memory:${memoryDatabases}` : settings.file
  let instance: Knex | undefined
  const knex = (): Knex => {
    instance ??= knexModule({
      client: duckdbClient(settings, resource),
      connection: { filename: settings.file } as Knex.StaticConnectionConfig,
      acquireConnectionTimeout: ACQUIRE_TIMEOUT,
      pool: { min: 0, max: settings.pool },
      log: quietLog,
    })
    return instance
  }
  const connecting = (error: unknown) => translateDuckdbOpenError(settings, error)
  const translate = (error: unknown) => translateDuckdbError(settings, error)
  const driver = duckdbDriver(settings)
  const pooled = connectionOver(() => poolOf<DuckdbConnection>(knex()), driver, connecting)
  const writer: Pool<DuckdbConnection> = {
    acquireConnection: () => (knex().client as DuckdbClient).writerConnection(),
    // It stays the writer's.
    releaseConnection: async () => undefined,
  }
  const writing = connectionOver(() => writer, driver, connecting)
  const own: typeof pooled = {
    query: (statement, given = {}) =>
      onlyReads(statement.sql)
        ? pooled.query(statement, given)
        : writeTurn(resource, given.signal, () => writing.query(statement, given)),
    execute: (statement, given = {}) => writeTurn(resource, given.signal, () => writing.execute(statement, given)),
    stream: pooled.stream,
  }

  return {
    ...own,
    dialect: 'duckdb',
    interruptible: true,
    get knex() {
      return knex()
    },
    transaction: (body, given = {}) =>
      runTransaction(knex(), { driver, connecting, translate }, given, async (transaction) => {
        const raw = await poolOf<DuckdbConnection>(transaction.knex).acquireConnection()
        const whole: Transaction = {
          ...transaction,
          abandon(reason) {
            raw.abandoned = reason
          },
        }
        return body(whole)
      }),
    tableInfo: (name, on = own) => duckdbTableInfo(name, on),
    listTables: (schema, on = own) => listDuckdbTables(schema, on),
    schemaExists: (name, on = own) => duckdbSchemaExists(name, on),
    describeTables: (on = own) => describeDuckdbTables(on),
    dependents: duckdbDependents,
    naming: duckdbNaming,
    comments: duckdbComments,
    describeQuery: (statement, on = own) => describeDuckdbQuery(statement, on),
    async describe() {
      const { rows } = await own.query({ sql: 'SELECT version()', bindings: [] })
      return {
        engine: 'DuckDB',
        version: String(rows[0]?.[0]).replace(/^v/, ''),
        database: settings.file,
        user: undefined,
      }
    },
    async close() {
      const open = instance
      instance = undefined
      await open?.destroy()
    },
  }
}
