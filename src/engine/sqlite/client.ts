import { setTimeout as delay } from 'node:timers/promises'
import type BetterSqlite3 from 'better-sqlite3'
import type { Knex } from 'knex'
import { prepareFolder } from '../file-options.ts'
import {
  type KnexClientBase,
  type KnexTransactionBase,
  type KnexTransactionConfig,
  knexClientClass,
  knexTransactionClass,
} from '../knex-internals.ts'
import { insideTransaction, refuseInside, writeTurn } from '../write-turn.ts'
import { sqliteAggregates } from './aggregates.ts'
import { sqliteFunctions } from './functions.ts'
import type { SqliteSettings } from './options.ts'

/** A connection of the pool. Knex marks the ones that its transactions use. */
export type SqliteConnection = BetterSqlite3.Database & { __knexTxId?: string }

/** What the engine asks of our client besides what Knex does. */
export interface SqliteClient {
  writerConnection(): Promise<SqliteConnection>
}

/** How long a connection waits for another process's lock, in milliseconds. */
const BUSY_TIMEOUT = 5000

/**
 * Knex's client for one SQLite database: connections with our settings, and transactions that take the write lock when
 * they begin. A transaction that reads first and writes later could not get the lock once another has written: it
 * would fail, whatever the busy timeout.
 */
export function sqliteClient(settings: SqliteSettings, resource: string): typeof Knex.Client {
  let writer: Promise<SqliteConnection> | undefined
  const Transaction = writingTransaction(settings, resource)
  const Base = knexClientClass<KnexClientBase<SqliteConnection>>('better-sqlite3')
  const Client = class extends Base {
    override async acquireRawConnection(): Promise<SqliteConnection> {
      prepareFolder(settings, 'SQLite')
      const Database = this.driver as typeof BetterSqlite3
      const database = new Database(settings.file, { readonly: settings.readonly, timeout: BUSY_TIMEOUT })
      try {
        await configure(database, settings)
      } catch (error) {
        database.close()
        throw error
      }
      return database
    }

    /**
     * The connection for whoever has the turn to write, beside those of the pool: these may all be held by others that
     * wait for the turn. An in-memory database has one connection, which is the turn.
     */
    writerConnection(): Promise<SqliteConnection> {
      writer ??= this.acquireRawConnection().catch((error: unknown) => {
        writer = undefined
        throw error
      })
      return writer
    }

    override async destroy(callback?: () => void): Promise<unknown> {
      const open = writer
      writer = undefined
      await open?.then(
        (connection) => connection.close(),
        () => undefined,
      )
      return super.destroy(callback)
    }

    // Knex writes a literal question mark as \\? and, on SQLite, forgets to take the stroke away again.
    override positionBindings(sql: string): string {
      return sql.replaceAll('\\?', '?')
    }

    override transaction(...args: unknown[]): unknown {
      return new Transaction(...([this, ...args] as never[]))
    }

    // Plain Knex code writes too: it takes its turn like everybody else.
    override async _query(connection: SqliteConnection, query: { readonly sql: string }): Promise<unknown> {
      const run = () => super._query(connection, query)
      if (connection.__knexTxId !== undefined || connection.inTransaction) return run()
      if (settings.memory || connection.prepare(query.sql).readonly) return run()
      return writeTurn(resource, undefined, run)
    }
  }
  return Client as unknown as typeof Knex.Client
}

async function configure(database: SqliteConnection, settings: SqliteSettings): Promise<void> {
  database.pragma('foreign_keys = ON')
  if (!settings.memory && !settings.readonly) await useWriteAheadLog(database)
  // FULL: what a run has recorded as done must survive a power cut. Commits are few and large, so it costs little.
  database.pragma('synchronous = FULL')
  for (const { name, options, fn } of sqliteFunctions) {
    // The driver would count the parameters of `fn`, which takes them as a rest: the spellings know how many there are.
    database.function(name, { ...options, varargs: true, directOnly: false, safeIntegers: true }, fn)
  }
  for (const { name, start, step, inverse, result } of sqliteAggregates) {
    database.aggregate(name, {
      start,
      step: step as never,
      ...(inverse && { inverse: inverse as never }),
      result: result as never,
      varargs: true,
      deterministic: true,
      safeIntegers: true,
    })
  }
}

/** With a write-ahead log readers see the last commit while somebody writes. The file remembers the mode. */
async function useWriteAheadLog(database: SqliteConnection): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (database.pragma('journal_mode', { simple: true }) !== 'wal') database.pragma('journal_mode = WAL')
      return
    } catch (error) {
      const code = (error as { code?: string }).code ?? ''
      // A file that we may only read is read in whichever mode it has.
      if (code.startsWith('SQLITE_READONLY')) return
      // Changing the mode does not wait for locks as other statements do; several processes may start at once.
      if (!code.startsWith('SQLITE_BUSY') || attempt === 100) throw error
      await delay(20)
    }
  }
}

function writingTransaction(settings: SqliteSettings, resource: string) {
  const Base = knexTransactionClass<KnexTransactionBase<SqliteConnection>>('sqlite3/execution/sqlite-transaction')
  return class extends Base {
    override begin(connection: SqliteConnection): Promise<unknown> {
      return this.query(connection, settings.readonly ? 'BEGIN' : 'BEGIN IMMEDIATE')
    }

    override acquireConnection<T>(
      config: KnexTransactionConfig,
      body: (connection: SqliteConnection) => Promise<T>,
    ): Promise<T> {
      // A nested one is a savepoint of the transaction that has the turn already.
      if (this.client.transacting) return super.acquireConnection(config, body)
      if (settings.memory) {
        refuseInside(resource)
        return super.acquireConnection(config, body)
      }
      const client = this.client as SqliteClient
      return writeTurn(resource, config.signal, async () =>
        super.acquireConnection({ ...config, connection: await client.writerConnection() }, body),
      )
    }

    override _onAcquire(container: (transaction: unknown) => unknown, connection: SqliteConnection): Promise<unknown> {
      if (this.client.transacting) return super._onAcquire(container, connection)
      return super._onAcquire((transaction) => insideTransaction(resource, () => container(transaction)), connection)
    }

    // A failed COMMIT (a deferred foreign key) leaves SQLite inside the transaction: Knex would pool it like that.
    override async commit(connection: SqliteConnection, value: unknown): Promise<void> {
      this._completed = true
      try {
        connection.exec('COMMIT')
        this._resolver(value)
      } catch (error) {
        if (connection.inTransaction) connection.exec('ROLLBACK')
        this._rejecter(error)
      }
    }

    // SQLite has already rolled back by itself after some errors (a full disk).
    override async rollback(connection: SqliteConnection, error: unknown): Promise<void> {
      this._completed = true
      if (connection.inTransaction) connection.exec('ROLLBACK')
      if (error === undefined) this._resolver(undefined)
      else this._rejecter(error)
    }
  }
}
