import knexModule, { type Knex } from 'knex'
import { UnsupportedOnDialect } from '../../errors/index.ts'
import type { Engine } from '../engine.ts'
import { ACQUIRE_TIMEOUT, quietLog } from '../knex-options.ts'
import { connectionOver, poolOf, runTransaction } from '../pooled.ts'
import { type MssqlClient, type MssqlConnection, mssqlClient } from './client.ts'
import { mssqlDriver } from './driver.ts'
import { type MssqlOptions, mssqlSettings } from './options.ts'
import { translateMssqlConnectError, translateMssqlError } from './translate-error.ts'

export type { MssqlOptions } from './options.ts'

/**
 * A SQL Server database. Loads its driver and connects when it is first used.
 *
 * What works: `describe`, plain SQL through `query`, `execute`, `stream` and `transaction`, and `engine.knex`. Frames need
 * the catalogue, which this engine does not have: they are refused with UnsupportedOnDialect.
 *
 * @throws InvalidArgument for a URL that is none. Connecting throws ConnectionFailed, which never holds the password.
 * @example const engine = mssql({ url: process.env.MSSQL_URL })
 */
export function mssql(options: MssqlOptions): Engine {
  const settings = mssqlSettings(options)
  let instance: Knex | undefined
  const knex = (): Knex => {
    instance ??= knexModule({
      client: mssqlClient(),
      connection: settings.connection,
      acquireConnectionTimeout: ACQUIRE_TIMEOUT,
      pool: { min: 0, max: settings.pool },
      log: quietLog,
    })
    return instance
  }
  const connecting = (error: unknown) => translateMssqlConnectError(settings, error)
  const translate = (error: unknown) => translateMssqlError(settings, error)
  const driver = mssqlDriver(settings, () => knex().client as MssqlClient)
  const own = connectionOver(() => poolOf<MssqlConnection>(knex()), driver, connecting)

  return {
    ...own,
    dialect: 'mssql',
    interruptible: true,
    get knex() {
      return knex()
    },
    transaction: (body, options = {}) => runTransaction(knex(), { driver, connecting, translate }, options, body),
    tableInfo: async () => refuse('reading its tables as frames'),
    listTables: async () => refuse('listing its tables'),
    schemaExists: async () => refuse('looking for its schemas'),
    describeTables: async () => refuse('types of its tables'),
    dependents: async () => refuse('writing frames'),
    describeQuery: async () => refuse('frames over its queries'),
    async describe() {
      const { rows } = await own.query({
        sql: `SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128)), DB_NAME(), SUSER_SNAME()`,
        bindings: [],
      })
      const [version, database, user] = (rows[0] ?? []).map(String)
      return { engine: 'SQL Server', version: version ?? '', database: database ?? '', user }
    },
    async close() {
      const open = instance
      instance = undefined
      await open?.destroy()
    },
  }
}

function refuse(what: string): never {
  throw new UnsupportedOnDialect(`SQL Server does not have ${what}`, {
    hint: 'engine.query, engine.execute and engine.knex run plain SQL; for frames use SQLite or PostgreSQL',
  })
}
