import type BetterSqlite3 from 'better-sqlite3'
import { StatementCancelled } from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import type { Driver } from '../pooled.ts'
import type { SqliteConnection } from './client.ts'
import type { SqliteSettings } from './options.ts'
import { translateSqliteError } from './translate-error.ts'

const BATCH = 500

/**
 * Statements on better-sqlite3.
 *
 * Rows arrive as arrays; INTEGER as bigint, REAL as number, TEXT as string, BLOB as Buffer, NULL as null.
 * Bindings: bigint is bound as INTEGER, number as REAL (also 7), boolean as 1 or 0.
 * A running statement cannot be stopped in its own thread: a signal is looked at before it starts and between the
 * batches of a stream.
 */
export function sqliteDriver(settings: SqliteSettings): Driver<SqliteConnection> {
  const run = async <T>(
    connection: SqliteConnection,
    statement: Statement,
    options: RunOptions,
    body: (prepared: BetterSqlite3.Statement, bindings: unknown[]) => T,
  ): Promise<T> => {
    refuseCancelled(options)
    try {
      const prepared = connection.prepare(statement.sql)
      return body(prepared, statement.bindings.map(binding))
    } catch (error) {
      throw translateSqliteError(settings, error, statement)
    }
  }

  return {
    query: (connection, statement, options) =>
      run(connection, statement, options, (prepared, bindings) => {
        if (!prepared.reader) {
          prepared.run(...bindings)
          return { columns: [], rows: [] }
        }
        return { columns: prepared.columns().map((column) => column.name), rows: allRows(prepared, bindings) }
      }),

    execute: (connection, statement, options) =>
      run(connection, statement, options, (prepared, bindings) => {
        if (prepared.reader) return { rowsAffected: allRows(prepared, bindings).length }
        return { rowsAffected: prepared.run(...bindings).changes }
      }),

    async *stream(connection, statement, options) {
      refuseCancelled(options)
      // An open iterator makes its connection unusable for anything else: where there is but one, read all at once.
      if (settings.memory || connection.inTransaction) {
        const rows = await run(connection, statement, options, allRows)
        for (let from = 0; from < rows.length; from += BATCH) yield rows.slice(from, from + BATCH)
        return
      }
      try {
        const prepared = connection.prepare(statement.sql).raw().safeIntegers()
        let batch: unknown[][] = []
        for (const row of prepared.iterate(...statement.bindings.map(binding)) as IterableIterator<unknown[]>) {
          if (batch.push(row) < BATCH) continue
          yield batch
          refuseCancelled(options)
          batch = []
        }
        if (batch.length > 0) yield batch
      } catch (error) {
        throw translateSqliteError(settings, error, statement)
      }
    },
  }
}

/** Rows as arrays, integers as bigint. */
function allRows(prepared: BetterSqlite3.Statement, bindings: readonly unknown[]): unknown[][] {
  return prepared
    .raw()
    .safeIntegers()
    .all(...bindings) as unknown[][]
}

/** SQLite has no booleans; everything else is bound as it is. */
export function binding(value: unknown): unknown {
  return typeof value === 'boolean' ? (value ? 1n : 0n) : value
}

function refuseCancelled(options: RunOptions): void {
  if (options.signal?.aborted) throw new StatementCancelled('the statement was cancelled')
}
