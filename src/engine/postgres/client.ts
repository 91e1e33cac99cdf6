import type { Knex } from 'knex'
import type pg from 'pg'
import {
  type KnexClientBase,
  type KnexTransactionBase,
  knexClientClass,
  knexTransactionClass,
} from '../knex-internals.ts'

/** A connection of the pool. */
export type PostgresConnection = pg.Client & {
  /** What every client knows once it is connected; pg's types leave it out. */
  getTransactionStatus(): 'I' | 'T' | 'E' | null
  /** Why Knex's pool must throw it away, once it is given back. */
  __knex__disposed?: unknown
}

/** The same answers whatever the server, the database or the user's role are set to. */
const SESSION = `SET timezone TO 'UTC'; SET datestyle TO 'ISO, YMD'; SET intervalstyle TO 'postgres'; SET bytea_output TO 'hex'; SET standard_conforming_strings TO on`

/** Knex's client for PostgreSQL: sessions with our settings, and commits that do not hide a failed transaction. */
export function postgresClient(): typeof Knex.Client {
  const Base = knexClientClass<KnexClientBase<PostgresConnection>>('postgres')
  const Transaction = honestTransaction()
  const Client = class extends Base {
    override async acquireRawConnection(): Promise<PostgresConnection> {
      const connection = await super.acquireRawConnection()
      try {
        await connection.query(SESSION)
      } catch (error) {
        await connection.end()
        throw error
      }
      return connection
    }

    override transaction(...args: unknown[]): unknown {
      return new Transaction(...([this, ...args] as never[]))
    }
  }
  return Client as unknown as typeof Knex.Client
}

/**
 * PostgreSQL answers COMMIT with a quiet ROLLBACK where a statement of the transaction failed, even if the failure was
 * caught: everything written before it would be lost without a word.
 */
function honestTransaction() {
  const Base = knexTransactionClass<KnexTransactionBase<PostgresConnection>>('postgres/execution/pg-transaction')
  return class extends Base {
    override commit(connection: PostgresConnection, value: unknown): Promise<unknown> {
      if (connection.getTransactionStatus() !== 'E') return super.commit(connection, value)
      return this.rollback(
        connection,
        new Error('a statement of the transaction failed, so PostgreSQL would roll it back: nothing of it was written'),
      )
    }
  }
}
