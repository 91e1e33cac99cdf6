import { createHash } from 'node:crypto'
import type { Claims } from '../engine.ts'
import type { KnexClientBase } from '../knex-internals.ts'
import type { Translate } from '../pooled.ts'
import type { PostgresConnection } from './client.ts'

/**
 * Claims as advisory locks, which the server frees when the session that has them ends, however it ends. Each has a
 * connection of its own beside those of the pool, which may all be in use.
 */
export function postgresClaims(
  client: () => KnexClientBase<PostgresConnection>,
  connecting: Translate,
): Claims & { end(): Promise<void> } {
  const open = new Set<() => Promise<void>>()
  return {
    async take(word) {
      const knexClient = client()
      const connection = await knexClient.acquireRawConnection().catch((error: unknown) => {
        throw connecting(error)
      })
      const release = async () => {
        if (!open.delete(release)) return
        connection.ref()
        await knexClient.destroyRawConnection(connection)
      }
      open.add(release)
      try {
        await connection.query('SELECT pg_advisory_lock($1)', [keyOf(word)])
        // A program that forgets to close its session ends all the same.
        connection.unref()
      } catch (error) {
        await release()
        throw connecting(error)
      }
      return release
    },
    async isFree(word, on) {
      const { rows } = await on.query({ sql: 'SELECT pg_try_advisory_xact_lock($1)', bindings: [keyOf(word)] })
      return rows[0]?.[0] === true
    },
    async end() {
      for (const release of open) await release()
    },
  }
}

/** The 64 bits that the word is locked by. */
function keyOf(word: string): string {
  return String(createHash('sha256').update(word).digest().readBigInt64BE())
}
