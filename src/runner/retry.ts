import type { RetryPolicy } from '../dag/graph.ts'
import {
  BatchesFailed,
  ConnectionFailed,
  DatabaseError,
  MillraceError,
  SlotCrashed,
  TaskTimedOut,
} from '../errors/index.ts'

/** Longer waits help nobody, however often the back-off has doubled. */
const LONGEST_DELAY_MS = 3_600_000

/**
 * Whether a failed attempt is worth another one, where the task does not judge for itself.
 *
 * Transient answers of the database, timeouts and crashes are; what the database or Millrace refuses on purpose
 * (syntax, permission, constraint, an unknown column) and a `FatalError` are not. Any other error is the user's own,
 * a flaky web service for example, and counts: whoever wrote `retry` wants it.
 */
export function isRetryable(error: unknown): boolean {
  if (!(error instanceof Error)) return true
  if (error.name === 'FatalError') return false
  if (error instanceof DatabaseError || error instanceof BatchesFailed) return error.transient
  if (error instanceof ConnectionFailed || error instanceof TaskTimedOut || error instanceof SlotCrashed) return true
  if (error instanceof MillraceError) return false
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? driverSaysTransient(code) : true
}

/** What a driver's own code says, for errors of plain Knex code. Codes that are no database's (`ECONNRESET`) count. */
function driverSaysTransient(code: string): boolean {
  if (code.startsWith('SQLITE_')) return /^SQLITE_(BUSY|LOCKED)/.test(code)
  // SQLSTATE: serialisation and deadlock, lost connections, servers going down or full.
  if (/^[0-9A-Z]{5}$/.test(code) && /\d/.test(code)) return /^(40|08|53|57P)/.test(code)
  return true
}

/**
 * Milliseconds to wait after the given failed attempt.
 *
 * @param attempt the attempt that failed, 1 for the first
 * @param random a number from 0 to 1, drawn for the jitter: the delay is then between half and all of itself
 */
export function retryDelay(policy: RetryPolicy, attempt: number, random: number): number {
  const factor = policy.backoff === 'exponential' ? 2 ** (attempt - 1) : 1
  const full = Math.min(policy.delayMs * factor, LONGEST_DELAY_MS)
  return Math.round(policy.jitter ? full * (0.5 + random / 2) : full)
}
