/** One attempt of one task, inside its slot. */
import type { AnyTaskContext, TaskDefinition } from '../../dag/task.ts'
import { StatementCancelled, TaskTimedOut, TestFailed } from '../../errors/index.ts'
import { toFailure } from '../failure.ts'
import { isRetryable } from '../retry.ts'
import { type Actions, watchActions } from './actions.ts'
import type { BuildEnd } from './build.ts'
import { attemptContext } from './context.ts'
import { type AttemptEnd, type AttemptRequest, type FromSlot, NOTHING_TOLD, type SlotSettings } from './protocol.ts'
import { type Reads, taskRef } from './reads.ts'
import { checkResult } from './result.ts'
import type { OpenSession } from './sessions.ts'

export interface RunningAttempt {
  readonly request: AttemptRequest
  readonly end: Promise<AttemptEnd>
  abort(why: 'timeout' | 'cancel', message: string): void
  /** Ends the attempt with an error that its function will never see: an exception in a callback, a lost rejection. */
  fail(error: unknown): void
}

interface Parts {
  readonly settings: SlotSettings
  readonly request: AttemptRequest
  /** What the task may read by `ref`. */
  readonly reads: Reads
  readonly definition: TaskDefinition<unknown>
  readonly openSession: OpenSession
  readonly send: (message: FromSlot) => void
}

/** Starts an attempt; its `end` never rejects. */
export function startAttempt(parts: Parts): RunningAttempt {
  const controller = new AbortController()
  const actions = watchActions((rows) => parts.send({ kind: 'wrote', rows }))
  let aborted: 'timeout' | 'cancel' | undefined
  let fail: (error: unknown) => void = () => {}
  // Whatever the function does after this has rejected goes nowhere; the slot is given up then.
  const outside = new Promise<never>((_, reject) => {
    fail = reject
  })
  outside.catch(() => {})
  let stray = false

  const perform = async (): Promise<AttemptEnd> => {
    const session = parts.openSession({ signal: controller.signal, observer: actions.observer })
    const { context, skipped, isSkip } = attemptContext(
      parts.settings,
      parts.request,
      taskRef(parts.request.task, parts.reads, session),
      session,
      controller.signal,
      parts.send,
    )
    try {
      const result = await Promise.race([outside, callTask(parts.definition, context)])
      // A rejection that nobody handles shows itself once the microtasks are done.
      await Promise.race([outside, new Promise<void>((resolve) => setImmediate(resolve))])
      const forgotten = actions.forgotten()
      if (forgotten !== undefined) throw forgotten
      if (aborted === 'timeout') throw controller.signal.reason
      if (skipped() !== undefined) return ended('skipped', { reason: skipped() })
      if (isBuildEnd(parts, result)) return ended(result.state, { reason: result.reason, failures: result.failures })
      checkResult(result)
      return ended('success', {})
    } catch (error) {
      if (isSkip(error)) return ended('skipped', { reason: skipped() })
      return failed(parts, error, aborted, controller.signal, actions)
    } finally {
      // What is still going on is stopped, so that closing the session has nothing to wait for.
      if (actions.pending()) controller.abort(new StatementCancelled('the task has ended'))
      await session.close()
    }
  }

  const end = perform().then(
    (result) => ({ ...result, reusable: !stray && aborted === undefined && !actions.pending() }),
    (error: unknown): AttemptEnd => ({ ...failed(parts, error, aborted, controller.signal, actions), reusable: false }),
  )
  return {
    request: parts.request,
    end,
    abort(why, message) {
      aborted ??= why
      controller.abort(why === 'timeout' ? new TaskTimedOut(message) : new StatementCancelled(message))
    },
    fail(error) {
      stray = true
      fail(error)
    },
  }
}

/** What was built or tested says itself how it ended; what a task returns is its own business. */
function isBuildEnd({ request }: Parts, result: unknown): result is BuildEnd {
  return request.build !== undefined && result !== undefined
}

async function callTask(definition: TaskDefinition<unknown>, context: AnyTaskContext): Promise<unknown> {
  return definition.run(context)
}

function ended(state: AttemptEnd['state'], more: Partial<AttemptEnd>): AttemptEnd {
  return { state, ...NOTHING_TOLD, ...more }
}

function failed(
  { settings, definition }: Parts,
  thrown: unknown,
  aborted: 'timeout' | 'cancel' | undefined,
  signal: AbortSignal,
  actions: Actions,
): AttemptEnd {
  const failure = toFailure(thrown, settings.root)
  if (aborted === 'cancel') return ended('cancelled', { reason: (signal.reason as Error).message })
  if (aborted === 'timeout') {
    const reason: unknown = signal.reason
    // Where it was when it was stopped, and in which statement, is worth more than where the clock ran out.
    const { code, message } = toFailure(reason, settings.root)
    return ended('timed_out', {
      failure: { ...failure, code, message, hint: undefined },
      retryable: judge(definition, reason),
    })
  }
  // A write that was forgotten and failed: the forgetting is what has to be put right.
  const forgotten = actions.forgotten()
  if (forgotten !== undefined && forgotten !== thrown && isLost(thrown)) {
    const own = toFailure(forgotten, settings.root)
    return ended('failed', {
      failure: {
        ...failure,
        code: own.code,
        at: own.at,
        hint: own.hint,
        message: `${own.message}; it failed: ${failure.message}`,
      },
    })
  }
  const failures = thrown instanceof TestFailed ? thrown.failures : undefined
  return ended('failed', { failure, failures, retryable: judge(definition, thrown) })
}

const lost = new WeakSet<object>()

/** Remembers an error as the reason of a rejection that nobody handled. */
export function markLost(error: unknown): void {
  if (typeof error === 'object' && error !== null) lost.add(error)
}

function isLost(error: unknown): boolean {
  return typeof error === 'object' && error !== null && lost.has(error)
}

/** Whether an error is worth another attempt: the task's own `retryOn` decides, else the built-in judgement. */
export function judge({ options }: TaskDefinition<unknown>, error: unknown): boolean {
  if (error instanceof Error && error.name === 'FatalError') return false
  const retryOn = typeof options.retry === 'object' ? options.retry.retryOn : undefined
  if (retryOn === undefined) return isRetryable(error)
  try {
    return Boolean(retryOn(error))
  } catch {
    // A judge that throws has not asked for another attempt; the task's own error is what must be shown.
    return false
  }
}
