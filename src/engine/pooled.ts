import type { Knex } from 'knex'
import { InternalError } from '../errors/index.ts'
import type { Connection, RawResult, RunOptions, Statement, Transaction } from './engine.ts'

/** Turns what a driver throws into what Millrace throws. */
export type Translate = (error: unknown) => unknown

/** What we use of a Knex client: the pool, behind which a transaction's client hands out its one connection. */
export interface Pool<C> {
  acquireConnection(): Promise<C>
  releaseConnection(connection: C): Promise<unknown>
}

/** How statements run on one raw connection of a driver. Errors come out translated. */
export interface Driver<C> {
  query(connection: C, statement: Statement, options: RunOptions): Promise<RawResult>
  stream(connection: C, statement: Statement, options: RunOptions): AsyncIterable<readonly (readonly unknown[])[]>
  execute(connection: C, statement: Statement, options: RunOptions): Promise<{ rowsAffected: number }>
}

/** The pool of a Knex instance or transaction. `knex.client` is typed `any`: this is the one place that believes it. */
export function poolOf<C>(knex: Knex): Pool<C> {
  return knex.client as Pool<C>
}

/** Runs `body` on a connection of the pool and gives the connection back, whatever happens. */
async function onConnection<C, T>(
  pool: Pool<C>,
  translate: Translate,
  body: (connection: C) => Promise<T>,
): Promise<T> {
  const connection = await acquire(pool, translate)
  try {
    return await body(connection)
  } finally {
    await pool.releaseConnection(connection)
  }
}

/** The pool behind a connection of ours, for the few questions that only a driver's own connection answers. */
const pools = new WeakMap<Connection, () => Pool<unknown>>()

/**
 * Our statements over a pool, natively: Knex's own runner would build objects out of rows, and lose columns of one name.
 *
 * @param pool asked for at each statement, so that nothing connects before it must
 * @param translate turns a failure to connect into an error of ours
 */
export function connectionOver<C>(pool: () => Pool<C>, driver: Driver<C>, translate: Translate): Connection {
  const connection: Connection = {
    query: async (statement, options = {}) =>
      onConnection(pool(), translate, (raw) => driver.query(raw, statement, options)),
    execute: async (statement, options = {}) =>
      onConnection(pool(), translate, (raw) => driver.execute(raw, statement, options)),
    async *stream(statement, options = {}) {
      const source = pool()
      const raw = await acquire(source, translate)
      try {
        yield* driver.stream(raw, statement, options)
      } finally {
        await source.releaseConnection(raw)
      }
    },
  }
  pools.set(connection, pool as () => Pool<unknown>)
  return connection
}

/** `connection` where it has a pool or transaction of ours behind it, else (an engine was given, or nothing) `otherwise`. */
export function pooledOr(connection: Connection | undefined, otherwise: Connection): Connection {
  return connection !== undefined && pools.has(connection) ? connection : otherwise
}

/** Runs `body` on a driver's own connection behind `connection`: of the pool, or the transaction's. */
export function onConnectionOf<C, T>(
  connection: Connection,
  translate: Translate,
  body: (raw: C) => Promise<T>,
): Promise<T> {
  const pool = pools.get(connection)
  if (pool === undefined) throw new InternalError('a connection that no engine of ours made')
  return onConnection(pool() as Pool<C>, translate, body)
}

/** What differs between engines in a transaction. */
export interface TransactionWays<C> {
  readonly driver: Driver<C>
  /** A failure to connect, as an error of ours. */
  readonly connecting: Translate
  /** A failure to begin or commit, as an error of ours. */
  readonly translate: Translate
  /** Looks at the connection once more before the commit. */
  readonly beforeCommit?: (raw: C) => void
}

/** One transaction through Knex: commits when `body` resolves, rolls back when it rejects, and gives the body's own error. */
export async function runTransaction<C, T>(
  knex: Knex,
  ways: TransactionWays<C>,
  options: RunOptions,
  body: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  // A rollback that fails too (the connection is gone) must not hide why it was needed.
  let failure: { readonly error: unknown } | undefined
  const config = { signal: options.signal } as Knex.TransactionConfig
  try {
    return await knex.transaction(async (trx) => {
      try {
        const pool = poolOf<C>(trx)
        const transaction: Transaction = { ...connectionOver(() => pool, ways.driver, ways.connecting), knex: trx }
        pools.set(transaction, () => pool as Pool<unknown>)
        const result = await body(transaction)
        if (ways.beforeCommit) ways.beforeCommit(await pool.acquireConnection())
        return result
      } catch (error) {
        failure = { error }
        throw error
      }
    }, config)
  } catch (error) {
    if (failure !== undefined) throw failure.error
    throw ways.translate(error)
  }
}

async function acquire<C>(pool: Pool<C>, translate: Translate): Promise<C> {
  try {
    return await pool.acquireConnection()
  } catch (error) {
    throw translate(error)
  }
}
