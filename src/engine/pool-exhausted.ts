import { ConnectionFailed } from '../errors/index.ts'
import { ACQUIRE_TIMEOUT } from './knex-options.ts'

/**
 * Knex's "Timeout acquiring a connection" as an error of ours: every connection of the pool stayed in use. Undefined for
 * any other error.
 *
 * @param place the database, as messages name it
 * @param size how many connections the pool has
 */
export function poolExhausted(error: Error, place: string, size: number): ConnectionFailed | undefined {
  if (error.name !== 'KnexTimeoutError') return undefined
  return new ConnectionFailed(
    `no connection to ${place} came free within ${ACQUIRE_TIMEOUT / 1000} seconds (the pool has ${size})`,
    {
      hint: 'something holds connections: a stream that is not read to its end, or a transaction that waits for a query outside of it',
      cause: error,
    },
  )
}
