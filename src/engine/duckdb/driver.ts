import { StatementCancelled } from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import type { Driver } from '../pooled.ts'
import type { DuckdbConnection } from './client.ts'
import type { DuckdbSettings } from './options.ts'
import { translateDuckdbError } from './translate-error.ts'

/** Statements on a DuckDB connection: rows as arrays, values as `values.ts` says. A signal stops them in the database. */
export function duckdbDriver(settings: DuckdbSettings): Driver<DuckdbConnection> {
  const guarded = async <T>(
    connection: DuckdbConnection,
    statement: Statement,
    options: RunOptions,
    body: () => Promise<T>,
  ): Promise<T> => {
    const guard = interruptOnAbort(connection, options)
    try {
      return await body()
    } catch (error) {
      connection.failed = true
      throw translateDuckdbError(settings, error, statement, options)
    } finally {
      await guard.end()
    }
  }
  const run = (connection: DuckdbConnection, statement: Statement, options: RunOptions) =>
    guarded(connection, statement, options, () => connection.link.run(statement.sql, statement.bindings))

  return {
    async query(connection, statement, options) {
      const { columns, rows } = await run(connection, statement, options)
      return { columns, rows }
    },

    async execute(connection, statement, options) {
      const { kind, rows, rowsChanged } = await run(connection, statement, options)
      return { rowsAffected: kind === 'select' ? rows.length : rowsChanged }
    },

    async *stream(connection, statement, options) {
      const { link } = connection
      await guarded(connection, statement, options, () => link.start(statement.sql, statement.bindings))
      try {
        for (;;) {
          const rows = await guarded(connection, statement, options, () => link.next())
          if (rows === undefined) return
          yield rows
        }
      } finally {
        await link.stop()
      }
    },
  }
}

/** While a statement runs, an abort of its signal interrupts it. */
function interruptOnAbort({ link }: DuckdbConnection, { signal }: RunOptions): { end(): Promise<void> } {
  if (signal === undefined) return { end: async () => {} }
  if (signal.aborted) throw new StatementCancelled('the statement was cancelled')
  let interrupting: Promise<unknown> | undefined
  const onAbort = () => {
    interrupting = link.interrupt().catch(() => undefined)
  }
  signal.addEventListener('abort', onAbort, { once: true })
  return {
    async end() {
      signal.removeEventListener('abort', onAbort)
      // An interruption on its way must not hit the next statement of this connection.
      await interrupting
    },
  }
}
