/** All attempts of one task: slots, retries, and what becomes durable and is told on the way. */
import { setTimeout as wait } from 'node:timers/promises'
import type { LimitFunction } from 'p-limit'
import type { TaskNode } from '../dag/graph.ts'
import { intervalAt } from '../dag/interval.ts'
import { type AttemptResult, describeReason, endOf, runAttempt } from './conversation.ts'
import type { Failure, TaskOutcome } from './events.ts'
import type { RunOptions } from './options.ts'
import { retryDelay } from './retry.ts'
import type { AttemptRequest, FromSlot } from './slot/protocol.ts'
import type { Pool } from './slots/pool.ts'
import { slotKindFor } from './slots/slot-kind.ts'

const DEFAULT_GRACE_MS = 2000
/** How long a slot may take over a `retryOn`: it is a function that looks at an error. */
const JUDGING_MS = 10_000

/** What the tasks of a run share. */
export interface Shop {
  readonly options: RunOptions
  readonly pool: Pool
  /** Bounds how many attempts run at once. */
  readonly limit: LimitFunction
  /** Aborted when nothing more is to be started; its reason is a sentence. */
  readonly stop: AbortSignal
  /** Resolves when `stop` is aborted: one listener for all who wait. */
  readonly stopped: Promise<undefined>
  readonly overheard: (message: FromSlot, task: string) => void
}

/**
 * Runs a task until it succeeds, must not be tried again, or the run stops.
 *
 * A place is held until the end of an attempt has been told: what waits for the place starts after it.
 *
 * @param conclude makes the outcome durable and tells it; called once, while the task's place is still held
 */
export async function runTask(
  shop: Shop,
  node: TaskNode,
  level: number,
  conclude: (outcome: TaskOutcome) => void,
): Promise<TaskOutcome> {
  const { options, limit, stop } = shop
  let startedAt: Date | undefined
  let rowsWritten = 0
  for (let attempt = 1; ; attempt++) {
    const end = await limit(async (): Promise<TaskOutcome | number> => {
      const outcome = (end: AttemptResult, attempts: number): TaskOutcome => {
        const { state, reason, failure, failures } = end
        const compiledSql = state === 'success' ? options.sqlOf?.(node) : undefined
        const endedAt = new Date()
        const task = node.name
        const made = { task, state, reason, failure, failures, attempts, startedAt, endedAt, rowsWritten, compiledSql }
        conclude(made)
        return made
      }
      const unstarted = () => outcome(endOf('cancelled', { reason: describeReason(stop) }), attempt - 1)
      if (stop.aborted) return unstarted()
      const result = await makeAttempt(shop, node, attempt, (at) => {
        startedAt ??= at
        options.state.attemptStarted(options.runId, node.name, attempt, at)
        options.onEvent({ kind: 'taskStarted', task: node.name, level, attempt, at })
      })
      if (result === undefined) return unstarted()
      rowsWritten += result.rowsWritten
      const { failure } = result
      const last = failure === undefined || stop.aborted || attempt > node.retry.times
      if (last || !(await worthAnother(shop, node, attempt, result, failure))) return outcome(result, attempt)

      const at = new Date()
      const delayMs = retryDelay(node.retry, attempt, Math.random())
      options.state.attemptFailed(options.runId, node.name, attempt, at)
      options.onEvent({ kind: 'taskRetried', task: node.name, failure, attempt, delayMs, at })
      return delayMs
    })
    if (typeof end !== 'number') return end
    await wait(end, undefined, { signal: stop }).catch(() => {})
  }
}

function requestFor({ options }: Shop, node: TaskNode, attempt: number): AttemptRequest {
  const { name, file, exportName } = node
  return {
    task: name,
    file,
    exportName,
    attempt,
    inputs: options.inputsOf?.(node) ?? { params: {}, interval: intervalAt(node.schedule, options.now) },
    build: options.buildOf?.(node),
    reads: options.readsOf?.(node) ?? [],
  }
}

/** Undefined where the run stopped while the slot was still loading the application. */
async function makeAttempt(
  shop: Shop,
  node: TaskNode,
  attempt: number,
  begin: (at: Date) => void,
): Promise<AttemptResult | undefined> {
  const { options, pool, stop, stopped, overheard } = shop
  const taken = pool.take(slotKindFor(node, options.interruptible))
  const slot = await Promise.race([taken, stopped])
  if (slot === undefined || stop.aborted) {
    void taken.then((unused) => pool.give(unused, true))
    return undefined
  }
  begin(new Date())
  const result = await runAttempt(slot, {
    request: requestFor(shop, node, attempt),
    timeoutMs: node.timeoutMs,
    graceMs: options.graceMs ?? DEFAULT_GRACE_MS,
    signal: stop,
    killSignal: options.killSignal,
    overheard: (message) => overheard(message, node.name),
  })
  // What still comes of it is this task's, until the slot has another one.
  slot.listen((message) => overheard(message, node.name))
  pool.give(slot, result.reusable)
  return result
}

/** Whether a failed attempt deserves another; a task's own `retryOn` is asked in a fresh slot where the old one died. */
async function worthAnother(
  shop: Shop,
  node: TaskNode,
  attempt: number,
  { retryable }: AttemptResult,
  failure: Failure,
): Promise<boolean> {
  if (retryable !== 'ask') return retryable
  if (!node.retry.custom) return true
  const slot = await shop.pool.take('thread')
  const { promise, resolve } = deferred<boolean | undefined>()
  slot.listen((message) => (message.kind === 'judged' ? resolve(message.retry) : shop.overheard(message, node.name)))
  void slot.gone.then(() => resolve(undefined))
  if (slot.broken !== undefined) resolve(undefined)
  const timer = setTimeout(() => resolve(undefined), JUDGING_MS)
  slot.send({ kind: 'judge', request: requestFor(shop, node, attempt), code: failure.code, message: failure.message })
  const answer = await promise
  clearTimeout(timer)
  shop.pool.give(slot, answer !== undefined)
  return answer ?? false
}

function deferred<T>(): { promise: Promise<T>; resolve: (value: T) => void } {
  let resolve: (value: T) => void = () => {}
  const promise = new Promise<T>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** The outcome of a task that never started. */
export function notRun(
  task: string,
  state: 'kept' | 'skipped' | 'upstream_failed' | 'cancelled',
  reason: string,
  at: Date,
): TaskOutcome {
  return { task, state, reason, failure: undefined, attempts: 0, startedAt: undefined, endedAt: at, rowsWritten: 0 }
}

/** What is told of an error that came after its task's end: the outcome was durable by then. */
export function lateFailure(message: Extract<FromSlot, { kind: 'late' }>): {
  message: string
  hint: string | undefined
} {
  const { task, failure } = message
  const place = failure.at === undefined ? '' : ` at ${failure.at}`
  return {
    message: `${task} threw after it had ended: ${failure.message}${place}`,
    hint: 'Something that the task started was not awaited; its outcome stands.',
  }
}
