import { inspect } from 'node:util'
import { copyOf } from '../../dag/interval.ts'
import type { AnyTaskContext, TaskLog } from '../../dag/task.ts'
import { redact } from '../../errors/index.ts'
import type { Session } from '../../session/session.ts'
import type { AttemptRequest, FromSlot, SlotSettings } from './protocol.ts'

/** Thrown by `ctx.skip()`; private to the slot, so that no task can mistake it for an error of its own. */
class Skipped extends Error {}

export interface AttemptContext {
  readonly context: AnyTaskContext
  /** What `ctx.skip(why)` was told, if it was called. */
  skipped(): string | undefined
  /** True for what `ctx.skip()` threw. */
  isSkip(thrown: unknown): boolean
}

/** What a task function is given. */
export function attemptContext(
  settings: Pick<SlotSettings, 'now' | 'runId'>,
  request: Pick<AttemptRequest, 'task' | 'attempt' | 'inputs'>,
  ref: AnyTaskContext['ref'],
  session: Session,
  signal: AbortSignal,
  send: (message: FromSlot) => void,
): AttemptContext {
  let reason: string | undefined
  return {
    context: {
      session,
      ref,
      log: taskLog(request.task, send),
      params: Object.freeze({ ...request.inputs.params }),
      interval: copyOf(request.inputs.interval),
      // A copy each: a Date can be changed.
      now: new Date(settings.now),
      attempt: request.attempt,
      runId: settings.runId,
      signal,
      skip(why) {
        reason = redact(String(why))
        throw new Skipped(reason)
      },
    },
    skipped: () => reason,
    isSkip: (thrown) => thrown instanceof Skipped,
  }
}

function taskLog(task: string, send: (message: FromSlot) => void): TaskLog {
  const log = (level: 'info' | 'warn' | 'error') => (message: string, fields?: object) => {
    send({ kind: 'logged', task, level, message: redact(String(message)), fields: plain(fields), at: new Date() })
  }
  return { info: log('info'), warn: log('warn'), error: log('error') }
}

/** Fields as data without credentials: what JSON cannot hold is shown as text. */
function plain(fields: object | undefined): object | undefined {
  if (fields === undefined) return undefined
  try {
    const text = JSON.stringify(fields, (_, value: unknown) => {
      if (typeof value === 'bigint') return value.toString()
      return typeof value === 'function' || value instanceof Error ? inspect(value) : value
    })
    return JSON.parse(redact(text)) as object
  } catch {
    return { fields: redact(inspect(fields)) }
  }
}
