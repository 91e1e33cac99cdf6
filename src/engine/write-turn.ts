import { AsyncLocalStorage } from 'node:async_hooks'
import { InvalidArgument, StatementCancelled } from '../errors/index.ts'
import { whileWriting } from './write-gate.ts'

/** A transaction in whose body the code runs; `outer` is one on another database around it. */
interface Scope {
  readonly resource: string
  open: boolean
  readonly outer: Scope | undefined
}

const scopes = new AsyncLocalStorage<Scope>()

/** The last writer in line, by resource. */
const lines = new Map<string, Promise<unknown>>()

/**
 * Runs `body` alone among the writers of `resource`.
 *
 * Drivers of SQLite wait for a lock by blocking the thread: two writers of one thread would so block each other until
 * the busy timeout is over. DuckDB does not wait at all: the second writer of a row or table fails. So the second must
 * not even begin before the first is done.
 *
 * The order is always: first the turn, then a connection. Other processes are kept apart by the runner's gate, where
 * there is one.
 */
export async function writeTurn<T>(
  resource: string,
  signal: AbortSignal | undefined,
  body: () => Promise<T>,
): Promise<T> {
  refuseInside(resource)
  const before = lines.get(resource)
  let leave: () => void = () => {}
  const mine = new Promise<void>((resolve) => {
    leave = resolve
  })
  const line = Promise.all([before, mine])
  lines.set(resource, line)
  try {
    await before
    if (signal?.aborted) throw new StatementCancelled('cancelled while waiting for the turn to write')
    return await whileWriting(resource, signal, body)
  } finally {
    leave()
    if (lines.get(resource) === line) lines.delete(resource)
  }
}

/**
 * Runs the body of a transaction, so that `refuseInside` knows it. A body that gives no promise has only been handed the
 * transaction (`await knex.transaction()`): what it gives must stay what it is, or Knex would commit at once.
 */
export function insideTransaction(resource: string, body: () => unknown): unknown {
  const scope: Scope = { resource, open: true, outer: scopes.getStore() }
  const close = () => {
    scope.open = false
  }
  let result: unknown
  try {
    result = scopes.run(scope, body)
  } catch (error) {
    close()
    throw error
  }
  if (!(result instanceof Promise)) {
    close()
    return result
  }
  return result.finally(close)
}

/** Waiting for one's own transaction to end would wait for ever. @throws InvalidArgument */
export function refuseInside(resource: string): void {
  for (let scope = scopes.getStore(); scope !== undefined; scope = scope.outer) {
    if (scope.open && scope.resource === resource) {
      throw new InvalidArgument('a transaction on this database is open here, and this statement does not run in it', {
        hint: 'inside session.transaction(async (tx) => …) use tx for everything, or wait until the transaction is over',
      })
    }
  }
}
