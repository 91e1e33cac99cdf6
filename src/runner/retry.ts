import type { RetryPolicy } from '../dag/graph.ts'
import { isTransientCode } from '../engine/driver-codes.ts'
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
  return typeof code === 'string' ? isTransientCode(code) : true
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
