import { setTimeout as wait } from 'node:timers/promises'
import type { FieldDef } from 'pg'
import type QueryStream from 'pg-query-stream'
import { StatementCancelled } from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import { loadDriver } from '../knex-internals.ts'
import type { Driver } from '../pooled.ts'
import type { PostgresConnection } from './client.ts'
import type { PostgresSettings } from './options.ts'
import { isLost, translatePostgresError } from './translate-error.ts'
import { valueTypes } from './value-types.ts'

const BATCH = 500

/** How long a cancelled statement may go on before it is cancelled once more. */
const CANCEL_AGAIN_MS = 100

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
      let rows: QueryStream | undefined
      try {
        const Stream = loadDriver<typeof QueryStream>('pg-query-stream')
        rows = connection.query(
          new Stream(statement.sql, [...statement.bindings], {
            rowMode: 'array',
            types: valueTypes,
            batchSize: BATCH,
          }),
        )
        closeWithConnection(rows, connection)
        let batch: unknown[][] = []
        for await (const row of rows as AsyncIterable<unknown[]>) {
          if (batch.push(row) < BATCH) continue
          yield batch
          // Between two batches nothing runs that the server could cancel.
          if (options.signal?.aborted) throw cancelled()
          batch = []
        }
        if (batch.length > 0) yield batch
      } catch (error) {
        throw failed(connection, statement, options, error)
      } finally {
        // The batch read ahead may still be running: the connection is free once the cursor is closed.
        if (rows !== undefined) await closed(rows)
        await guard.end()
      }
    },
  }
}

/** The cursor of a stream waits for the server's word that it is closed: a connection that is gone closes it as well. */
function closeWithConnection(rows: QueryStream, connection: PostgresConnection): void {
  rows._destroy = (error, callback) => {
    const done = () => {
      connection.off('end', done)
      callback(error)
    }
    if (connection.__knex__disposed !== undefined) return done()
    connection.once('end', done)
    rows.cursor.close(done)
  }
}

async function closed(rows: QueryStream): Promise<void> {
  rows.destroy()
  if (!rows.closed) await new Promise((resolve) => rows.once('close', resolve))
}

const cancelled = () => new StatementCancelled('the statement was cancelled')

/** While a statement runs, an abort of its signal stops it in the database. */
function cancelOnAbort(
  connection: PostgresConnection,
  { signal }: RunOptions,
  cancel: (connection: PostgresConnection) => Promise<unknown>,
): { end(): Promise<void> } {
  if (signal === undefined) return { end: async () => {} }
  if (signal.aborted) throw cancelled()
  const ended = new AbortController()
  let cancelling: Promise<void> | undefined
  const cancelUntilEnded = async () => {
    // The server ignores a cancel that comes before it has begun what it was sent: only the statement's end tells.
    while (!ended.signal.aborted) {
      // Where even the cancelling fails (the server is gone), the statement fails by itself.
      await cancel(connection).catch(() => undefined)
      await wait(CANCEL_AGAIN_MS, undefined, { signal: ended.signal }).catch(() => undefined)
    }
  }
  const onAbort = () => {
    cancelling = cancelUntilEnded()
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    async end() {
      signal.removeEventListener('abort', onAbort)
      ended.abort()
      // A cancel on its way must not hit the next statement of this connection.
      await cancelling
    },
  }
}
