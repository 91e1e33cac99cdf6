import type { Knex } from 'knex'
import { InvalidArgument } from '../../errors/index.ts'
import { connectionHost } from '../connection-host.ts'
import { prepareFolder } from '../file-options.ts'
import { type KnexTransactionBase, type KnexTransactionConfig, knexTransactionClass } from '../knex-internals.ts'
import { insideTransaction, writeTurn } from '../write-turn.ts'
import { hostedLink } from './hosted.ts'
import type { DuckdbFile, DuckdbLink } from './link.ts'
import { type NativeDatabase, openNative } from './native.ts'
import type { DuckdbSettings } from './options.ts'
import { duckdbPrinter } from './printer.ts'

/** A connection of the pool. Knex marks the ones that its transactions use. */
export interface DuckdbConnection {
  readonly link: DuckdbLink
  /** A statement of the transaction failed: DuckDB may have given it up. */
  failed: boolean
  /** Why the transaction must not be committed, whatever DuckDB says. */
  abandoned: unknown
  __knexTxId?: string
}

/** What the engine asks of our client besides what Knex does. */
export interface DuckdbClient {
  writerConnection(): Promise<DuckdbConnection>
}

interface KnexQuery {
  readonly sql: string
  readonly bindings?: readonly unknown[]
  response?: unknown
}

/** Statements that only read: they wait for no turn. A `with` may stand before a change. */
const READS = /^[\s(]*(select|from|values|table|explain|describe|desc|show|summarize|pivot|unpivot|with)\b/i
const CHANGES = /\b(insert|update|delete|merge)\b/i

/** Whether a statement leaves the database as it is. In doubt it does not: it then waits for its turn, and no harm is done. */
export function onlyReads(sql: string): boolean {
  return READS.test(sql) && !(/^[\s(]*with\b/i.test(sql) && CHANGES.test(sql))
}

/**
 * Knex's client for one DuckDB database, on the SQL of its PostgreSQL client.
 *
 * @param resource names the database among those that writers take turns for
 */
export function duckdbClient(settings: DuckdbSettings, resource: string): typeof Knex.Client {
  let database: NativeDatabase | undefined
  let writer: Promise<DuckdbConnection> | undefined
  const Transaction = writingTransaction(resource)
  const Base = duckdbPrinter<DuckdbConnection>()
  const file: DuckdbFile = { file: settings.file, readonly: settings.readonly }
  const connect = async (): Promise<DuckdbLink> => {
    const host = settings.memory ? undefined : connectionHost()
    prepareFolder(settings, 'DuckDB')
    if (host !== undefined) return hostedLink(host, file)
    database ??= openNative(file)
    const opened = database
    try {
      return await opened.connect()
    } catch (error) {
      // The next attempt opens it anew.
      if (database === opened) database = undefined
      await opened.close()
      throw error
    }
  }

  const Client = class extends Base {
    override async acquireRawConnection(): Promise<DuckdbConnection> {
      return { link: await connect(), failed: false, abandoned: undefined }
    }

    /** For whoever has the turn to write, beside those of the pool: these may all be held by others that wait for it. */
    writerConnection(): Promise<DuckdbConnection> {
      writer ??= this.acquireRawConnection().catch((error: unknown) => {
        writer = undefined
        throw error
      })
      return writer
    }

    override async destroyRawConnection({ link }: DuckdbConnection): Promise<void> {
      await link.close()
    }

    override async destroy(callback?: () => void): Promise<unknown> {
      const writing = writer
      writer = undefined
      await writing?.then(
        ({ link }) => link.close(),
        () => undefined,
      )
      const result = await super.destroy(callback)
      const open = database
      database = undefined
      await open?.close()
      return result
    }

    _driver(): undefined {
      return undefined
    }

    override transaction(...args: unknown[]): unknown {
      return new Transaction(...([this, ...args] as never[]))
    }

    // Plain Knex code writes too: it takes its turn like everybody else.
    override async _query(connection: DuckdbConnection, query: KnexQuery): Promise<unknown> {
      if (!query.sql) throw new InvalidArgument('the query is empty')
      const run = async () => {
        try {
          const { columns, rows, rowsChanged, kind } = await connection.link.run(query.sql, query.bindings ?? [])
          query.response = {
            command: kind.toUpperCase(),
            rows: rows.map((row) => Object.fromEntries(columns.map((name, index) => [name, row[index]]))),
            rowCount: kind === 'select' ? rows.length : rowsChanged,
            fields: columns.map((name) => ({ name })),
          }
          return query
        } catch (error) {
          connection.failed = true
          throw error
        }
      }
      if (connection.__knexTxId !== undefined || onlyReads(query.sql)) return run()
      return writeTurn(resource, undefined, run)
    }

    async _stream(connection: DuckdbConnection, query: KnexQuery, stream: NodeJS.WritableStream): Promise<void> {
      try {
        const columns = await connection.link.start(query.sql, query.bindings ?? [])
        for (let rows = await connection.link.next(); rows !== undefined; rows = await connection.link.next()) {
          for (const row of rows) {
            if (!stream.writable) return
            if (stream.write(Object.fromEntries(columns.map((name, index) => [name, row[index]])) as never)) continue
            await new Promise<void>((resolve) => {
              stream.once('drain', resolve)
              stream.once('close', resolve)
            })
          }
        }
        stream.end()
      } catch (error) {
        stream.emit('error', error)
        throw error
      } finally {
        await connection.link.stop()
      }
    }

    override async cancelQuery(connection: DuckdbConnection): Promise<void> {
      await connection.link.interrupt()
    }
  }
  Object.assign(Client.prototype, { canCancelQuery: true, driverName: '@duckdb/node-api' })
  return Client as unknown as typeof Knex.Client
}

/** Transactions that wait for their turn to write: DuckDB would fail the second of two that change the same. */
function writingTransaction(resource: string) {
  const Base = knexTransactionClass<KnexTransactionBase<DuckdbConnection>>('postgres/execution/pg-transaction')
  return class extends Base {
    override begin(connection: DuckdbConnection): Promise<unknown> {
      connection.failed = false
      connection.abandoned = undefined
      return this.query(connection, 'BEGIN TRANSACTION')
    }

    override acquireConnection<T>(
      config: KnexTransactionConfig,
      body: (connection: DuckdbConnection) => Promise<T>,
    ): Promise<T> {
      if (this.client.transacting) {
        return Promise.reject(
          new InvalidArgument('DuckDB has no savepoints: a transaction inside a transaction cannot be undone alone', {
            hint: 'use the outer transaction for everything',
          }),
        )
      }
      const client = this.client as DuckdbClient
      return writeTurn(resource, config.signal, async () =>
        super.acquireConnection({ ...config, connection: await client.writerConnection() }, body),
      )
    }

    override _onAcquire(container: (transaction: unknown) => unknown, connection: DuckdbConnection): Promise<unknown> {
      return super._onAcquire((transaction) => insideTransaction(resource, () => container(transaction)), connection)
    }

    // DuckDB answers COMMIT of a transaction that it has given up with a quiet rollback, even if the failure was caught.
    override async commit(connection: DuckdbConnection, value: unknown): Promise<unknown> {
      if (connection.abandoned !== undefined) return this.rollback(connection, connection.abandoned)
      if (connection.failed) {
        try {
          await connection.link.run('SELECT 1', [])
        } catch {
          return this.rollback(
            connection,
            new Error('a statement of the transaction failed, so DuckDB rolls it back: nothing of it was written'),
          )
        }
      }
      return super.commit(connection, value)
    }

    // After a failed COMMIT there is no transaction left to roll back.
    override async rollback(connection: DuckdbConnection, error: unknown): Promise<void> {
      this._completed = true
      await connection.link.run('ROLLBACK', []).catch(() => undefined)
      if (error === undefined) this._resolver(undefined)
      else this._rejecter(error)
    }
  }
}
