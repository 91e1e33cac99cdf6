import knexModule, { type Knex } from 'knex'
import type { Engine, Statement } from '../engine.ts'
import type { KnexClientBase } from '../knex-internals.ts'
import { ACQUIRE_TIMEOUT, quietLog } from '../knex-options.ts'
import { connectionOver, pooledOr, poolOf, runTransaction } from '../pooled.ts'
import {
  describePostgresQuery,
  describePostgresTables,
  listPostgresTables,
  postgresComments,
  postgresSchemaExists,
  postgresTableInfo,
} from './catalogue.ts'
import { postgresClaims } from './claims.ts'
import { type PostgresConnection, postgresClient } from './client.ts'
import { postgresDependents, postgresReaders } from './dependents.ts'
import { postgresDriver } from './driver.ts'
import { type PostgresOptions, postgresSettings } from './options.ts'
import { translatePostgresConnectError, translatePostgresError } from './translate-error.ts'
import { valueTypes } from './value-types.ts'

export type { PostgresOptions } from './options.ts'

/**
 * A PostgreSQL database, 12 or newer. Loads its driver and connects when it is first used; what the options leave out
 * comes from the PG* variables.
 *
 * Sessions are pinned to UTC. Values arrive exact, as `value-types.ts` says: int8 and numeric as text. A signal stops the
 * statement in the server (`pg_cancel_backend`, on a connection of its own).
 *
 * @throws InvalidArgument for a URL that is none. Connecting throws ConnectionFailed, which never holds the password.
 * @example const engine = postgres({ url: process.env.DATABASE_URL })
 */
export function postgres(options: PostgresOptions = {}): Engine {
  const settings = postgresSettings(options)
  let instance: Knex | undefined
  const knex = (): Knex => {
    instance ??= knexModule({
      client: postgresClient(),
      connection: { ...settings.connection, types: valueTypes } as Knex.PgConnectionConfig,
      acquireConnectionTimeout: ACQUIRE_TIMEOUT,
      pool: { min: 0, max: settings.pool },
      log: quietLog,
    })
    return instance
  }
  const connecting = (error: unknown) => translatePostgresConnectError(settings, error)
  const translate = (error: unknown, statement?: Statement) => translatePostgresError(settings, error, statement)
  const driver = postgresDriver(settings, (connection) =>
    (knex().client as KnexClientBase<PostgresConnection>).cancelQuery(connection),
  )
  const own = connectionOver(() => poolOf<PostgresConnection>(knex()), driver, connecting)

  const claims = postgresClaims(() => knex().client as KnexClientBase<PostgresConnection>, connecting)

  return {
    ...own,
    claims,
    dialect: 'postgres',
    interruptible: true,
    get knex() {
      return knex()
    },
    transaction: (body, options = {}) => runTransaction(knex(), { driver, connecting, translate }, options, body),
    tableInfo: (name, on = own) => postgresTableInfo(name, on),
    listTables: (schema, on = own) => listPostgresTables(schema, on),
    schemaExists: (name, on = own) => postgresSchemaExists(name, on),
    describeTables: (on = own) => describePostgresTables(on),
    dependents: postgresDependents,
    readers: postgresReaders,
    comments: postgresComments,
    describeQuery: (statement, on) => describePostgresQuery(statement, pooledOr(on, own), connecting, translate),
    async describe() {
      const { rows } = await own.query({
        sql: `SELECT current_setting('server_version'), current_database(), current_user`,
        bindings: [],
      })
      const [version, database, user] = (rows[0] ?? []).map(String)
      return { engine: 'PostgreSQL', version: version ?? '', database: database ?? '', user }
    },
    async close() {
      const open = instance
      instance = undefined
      await claims.end()
      await open?.destroy()
    },
  }
}
