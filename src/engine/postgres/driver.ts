import type { FieldDef } from 'pg'
import { StatementCancelled } from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import { loadDriver } from '../knex-internals.ts'
import type { Driver } from '../pooled.ts'
import type { PostgresConnection } from './client.ts'
import type { PostgresSettings } from './options.ts'
import { isLost, translatePostgresError } from './translate-error.ts'
import { valueTypes } from './value-types.ts'

const BATCH = 500

type QueryStreamClass = typeof import('pg-query-stream')

/**
 * Statements on pg: rows as arrays, values as `value-types.ts` says.
 *
 * @param cancel stops what runs on a connection, by a connection of its own
 */
export function postgresDriver(
  settings: PostgresSettings,
  cancel: (connection: PostgresConnection) => Promise<unknown>,
): Driver<PostgresConnection> {
  const run = async <T>(
    connection: PostgresConnection,
    statement: Statement,
    options: RunOptions,
    body: () => Promise<T>,
  ): Promise<T> => {
    const guard = cancelOnAbort(connection, options, cancel)
    try {
      return await body()
    } catch (error) {
      throw failed(connection, statement, options, error)
    } finally {
      await guard.end()
    }
  }
  const failed = (
    connection: PostgresConnection,
    statement: Statement,
    options: RunOptions,
    error: unknown,
  ): unknown => {
    // The server says that it ends the session before it hangs up: the pool must not hand it out in between.
    if (isLost(error)) connection.__knex__disposed = error
    return translatePostgresError(settings, error, statement, options)
  }
  const ask = (connection: PostgresConnection, statement: Statement) =>
    connection.query({ text: statement.sql, values: [...statement.bindings], rowMode: 'array', types: valueTypes })

  return {
    query: (connection, statement, options) =>
      run(connection, statement, options, async () => {
        const result = await ask(connection, statement)
        return { columns: result.fields.map((field: FieldDef) => field.name), rows: result.rows as unknown[][] }
      }),

    execute: (connection, statement, options) =>
      run(connection, statement, options, async () => ({
        rowsAffected: (await ask(connection, statement)).rowCount ?? 0,
      })),

    async *stream(connection, statement, options) {
      const guard = cancelOnAbort(connection, options, cancel)
      try {
        const QueryStream = loadDriver<QueryStreamClass>('pg-query-stream')
        const rows = connection.query(
          new QueryStream(statement.sql, [...statement.bindings], {
            rowMode: 'array',
            types: valueTypes,
            batchSize: BATCH,
          }),
        )
        let batch: unknown[][] = []
        for await (const row of rows as AsyncIterable<unknown[]>) {
          if (batch.push(row) < BATCH) continue
          yield batch
          batch = []
        }
        if (batch.length > 0) yield batch
      } catch (error) {
        throw failed(connection, statement, options, error)
      } finally {
        await guard.end()
      }
    },
  }
}

/** While a statement runs, an abort of its signal stops it in the database. */
function cancelOnAbort(
  connection: PostgresConnection,
  { signal }: RunOptions,
  cancel: (connection: PostgresConnection) => Promise<unknown>,
): { end(): Promise<void> } {
  if (signal === undefined) return { end: async () => {} }
  if (signal.aborted) throw new StatementCancelled('the statement was cancelled')
  let cancelling: Promise<unknown> | undefined
  const onAbort = () => {
    // Where even the cancelling fails (the server is gone), the statement fails by itself.
    cancelling = cancel(connection).catch(() => undefined)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    async end() {
      signal.removeEventListener('abort', onAbort)
      // A cancel on its way must not hit the next statement of this connection.
      await cancelling
    },
  }
}
