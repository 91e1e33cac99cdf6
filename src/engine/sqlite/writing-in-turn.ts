import type { Connection } from '../engine.ts'
import { connectionOver, type Driver, onConnectionOf, type Pool } from '../pooled.ts'
import { writeTurn } from '../write-turn.ts'
import type { SqliteClient, SqliteConnection } from './client.ts'
import type { SqliteSettings } from './options.ts'
import { translateSqliteError, translateSqliteOpenError } from './translate-error.ts'

/**
 * Statements outside of transactions: those that write wait for their turn and run on the writer's connection, the
 * others run on the pool at once.
 */
export function writingInTurn(
  pooled: Connection,
  settings: SqliteSettings,
  resource: string,
  driver: Driver<SqliteConnection>,
  client: () => SqliteClient,
): Connection {
  const connecting = (error: unknown) => translateSqliteOpenError(settings, error)
  const writer: Pool<SqliteConnection> = {
    acquireConnection: () => client().writerConnection(),
    // It stays the writer's.
    releaseConnection: async () => undefined,
  }
  const writing = connectionOver(() => writer, driver, connecting)
  return {
    async query(statement, options = {}) {
      // Only SQLite knows which statements write: `WITH … INSERT … RETURNING` is one.
      const reads = await onConnectionOf(pooled, connecting, async (raw: SqliteConnection) => {
        try {
          return raw.prepare(statement.sql).readonly
        } catch (error) {
          throw translateSqliteError(settings, error, statement)
        }
      })
      return reads
        ? pooled.query(statement, options)
        : writeTurn(resource, options.signal, () => writing.query(statement, options))
    },
    execute: (statement, options = {}) =>
      writeTurn(resource, options.signal, () => writing.execute(statement, options)),
    stream: pooled.stream,
  }
}
