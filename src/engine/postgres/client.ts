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
  /** Why Knex's pool must throw it away, once it is given back. */
  __knex__disposed?: unknown
  /** Lets the process end though the connection is open. */
  unref(): void
  ref(): void
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
    // By the answer: a failure is told before the state of the transaction is, so what the client knows may be late.
    override async commit(connection: PostgresConnection, value: unknown): Promise<unknown> {
      const committing = this.query(connection, 'COMMIT;')
      this._completed = true
      const answer = (await committing) as { readonly response: { readonly command: string } } | undefined
      if (answer === undefined) return // It failed, and the transaction with it.
      if (answer.response.command === 'COMMIT') return this._resolver(value)
      this._rejecter(
        new Error('a statement of the transaction failed, so PostgreSQL rolled it back: nothing of it was written'),
      )
    }
  }
}
