import { createRequire } from 'node:module'

/**
 * The parts of Knex's clients that we override: Knex has no types for them, and no public way to begin a transaction
 * differently or to open a connection of one's own making. Each is loaded when an engine first connects.
 */
const require = createRequire(import.meta.url)

export interface KnexTransactionConfig {
  readonly signal?: AbortSignal | undefined
  /** The connection to run on, instead of one of the pool. */
  readonly connection?: unknown
}

/** Settles the promise of a transaction: set by Knex before the body runs. */
interface TransactionSettling {
  _completed: boolean
  _resolver(value: unknown): void
  _rejecter(error: unknown): void
}

export interface KnexTransactionBase<C> extends TransactionSettling {
  readonly client: { readonly transacting?: boolean } & object
  readonly isolationLevel?: string
  begin(connection: C): Promise<unknown>
  commit(connection: C, value: unknown): Promise<unknown>
  rollback(connection: C, error: unknown): Promise<unknown>
  query(connection: C, sql: string, status?: 1 | 2, value?: unknown): Promise<unknown>
  acquireConnection<T>(config: KnexTransactionConfig, body: (connection: C) => Promise<T>): Promise<T>
  _onAcquire(container: (transaction: unknown) => unknown, connection: C): Promise<unknown>
}

export interface KnexClientBase<C> {
  readonly connectionSettings: unknown
  readonly driver: unknown
  acquireRawConnection(): Promise<C>
  destroyRawConnection(connection: C): Promise<unknown>
  transaction(...args: unknown[]): unknown
  destroy(callback?: () => void): Promise<unknown>
  positionBindings(sql: string): string
  cancelQuery(connection: C): Promise<unknown>
  _query(connection: C, query: { readonly sql: string }): Promise<unknown>
}

type Constructor<T> = new (...args: never[]) => T

/** Knex's client class of a dialect: `better-sqlite3`, `postgres`, `mssql`. Loads no driver. */
export function knexClientClass<Client>(dialect: string): Constructor<Client> {
  return require(`knex/lib/dialects/${dialect}/index.js`) as Constructor<Client>
}

/** Knex's transaction class of a dialect, by its path below `knex/lib/dialects`. */
export function knexTransactionClass<Transaction>(path: string): Constructor<Transaction> {
  return require(`knex/lib/dialects/${path}.js`) as Constructor<Transaction>
}

/** Loads a driver that only CommonJS can load on demand without a promise. */
export function loadDriver<T>(name: string): T {
  return require(name) as T
}
