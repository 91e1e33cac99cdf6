import { once } from 'node:events'
import type { Request } from 'tedious'
import { StatementCancelled } from '../../errors/index.ts'
import type { RunOptions, Statement } from '../engine.ts'
import { loadDriver } from '../knex-internals.ts'
import type { Driver } from '../pooled.ts'
import type { MssqlClient, MssqlConnection } from './client.ts'
import type { MssqlSettings } from './options.ts'
import { translateMssqlError } from './translate-error.ts'

const BATCH = 500

type Tedious = typeof import('tedious')

/** A request under way: its rows, and its end. */
interface Running {
  readonly request: Request
  readonly columns: string[]
  readonly rows: unknown[][]
  /** Resolves with the number of rows, rejects with the driver's error. */
  readonly done: Promise<number>
  end(): void
}

/**
 * Statements on tedious; placeholders are `@p0`, `@p1` …
 *
 * bigint arrives as text and is exact; decimal arrives as a rounded number (cast it to varchar where that matters);
 * datetime2 arrives as a Date in UTC. Bindings: bigint as bigint, number as float, text as nvarchar, Date as datetime2.
 */
export function mssqlDriver(settings: MssqlSettings, client: () => MssqlClient): Driver<MssqlConnection> {
  const start = (connection: MssqlConnection, statement: Statement, { signal }: RunOptions): Running => {
    if (signal?.aborted) throw new StatementCancelled('the statement was cancelled')
    const { Request: NewRequest, TYPES } = loadDriver<Tedious>('tedious')
    const columns: string[] = []
    const rows: unknown[][] = []
    let settle: (error: Error | null | undefined, count?: number) => void = () => {}
    const done = new Promise<number>((resolve, reject) => {
      settle = (error, count) => (error ? reject(error) : resolve(count ?? 0))
    })
    // A stream may be left before it looks at the end.
    done.catch(() => undefined)
    const request = new NewRequest(statement.sql, (error, count) => settle(error, count))
    statement.bindings.forEach((value, index) => {
      const { type, bound } = binding(TYPES, value)
      request.addParameter(`p${index}`, type, bound)
    })
    request.on('columnMetadata', (metadata) => {
      columns.push(...Object.values(metadata).map((column) => column.colName))
    })
    request.on('row', (row: { value: unknown }[]) => {
      rows.push(row.map((column) => column.value))
    })
    const onAbort = () => connection.cancel()
    signal?.addEventListener('abort', onAbort, { once: true })
    client()._enqueueRequest(request, connection)
    return { request, columns, rows, done, end: () => signal?.removeEventListener('abort', onAbort) }
  }

  const finish = async <T>(
    statement: Statement,
    options: RunOptions,
    running: Running,
    answer: (count: number) => T,
  ): Promise<T> => {
    try {
      return answer(await running.done)
    } catch (error) {
      throw translateMssqlError(settings, error, statement, options)
    } finally {
      running.end()
    }
  }

  return {
    async query(connection, statement, options) {
      const running = start(connection, statement, options)
      return finish(statement, options, running, () => ({ columns: running.columns, rows: running.rows }))
    },

    async execute(connection, statement, options) {
      return finish(statement, options, start(connection, statement, options), (rowsAffected) => ({ rowsAffected }))
    },

    async *stream(connection, statement, options) {
      const running = start(connection, statement, options)
      const { request, rows } = running
      let over = false
      const ended = running.done.then(
        () => undefined,
        () => undefined,
      )
      void ended.then(() => {
        over = true
      })
      try {
        while (!over) {
          // The server sends no more than somebody reads.
          if (rows.length >= BATCH) {
            request.pause()
            yield rows.splice(0, BATCH)
            request.resume()
          }
          if (!over) await Promise.race([once(request, 'row').catch(() => undefined), ended])
        }
        await finish(statement, options, running, () => undefined)
        while (rows.length > 0) yield rows.splice(0, BATCH)
      } finally {
        if (!over) {
          request.resume()
          connection.cancel()
          await ended
        }
        running.end()
      }
    },
  }
}

function binding(types: Tedious['TYPES'], value: unknown): { type: Tedious['TYPES']['Int']; bound: unknown } {
  if (typeof value === 'bigint') return { type: types.BigInt, bound: value }
  if (typeof value === 'number') return { type: types.Float, bound: value }
  if (typeof value === 'boolean') return { type: types.Bit, bound: value }
  if (value instanceof Date) return { type: types.DateTime2, bound: value }
  if (value instanceof Uint8Array) return { type: types.VarBinary, bound: Buffer.from(value) }
  return { type: types.NVarChar, bound: value }
}
