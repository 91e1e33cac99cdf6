/** One attempt as the runner sees it: what the slot says, the clock, and the signals, brought to one end. */
import type { Failure } from './events.ts'
import { statedFailure } from './failure.ts'
import { type AttemptEnd, type AttemptRequest, type FromSlot, NOTHING_TOLD } from './slot/protocol.ts'
import type { PooledSlot } from './slots/pool.ts'

/** How an attempt ended, as the runner saw it. */
export interface AttemptResult extends Omit<AttemptEnd, 'state' | 'retryable'> {
  readonly state: AttemptEnd['state'] | 'crashed'
  /** `ask`: no error object is left that the slot could have judged. */
  readonly retryable: boolean | 'ask'
  readonly rowsWritten: number
}

export interface AttemptOptions {
  readonly request: AttemptRequest
  readonly timeoutMs: number | undefined
  readonly graceMs: number
  /** The run is interrupted or gives up: its reason's message is told. */
  readonly signal: AbortSignal
  readonly killSignal: AbortSignal | undefined
  /** Everything that is said beside the end: prints, logs, late errors. */
  readonly overheard: (message: FromSlot) => void
}

type Stop = 'timeout' | 'cancel'

/** Runs one attempt on a slot. Never rejects; afterwards the slot is to be given back. */
export function runAttempt(slot: PooledSlot, options: AttemptOptions): Promise<AttemptResult> {
  if (slot.broken !== undefined) return Promise.resolve(endOf('failed', { failure: slot.broken, reusable: false }))
  const { request, timeoutMs, graceMs, signal, killSignal, overheard } = options

  return new Promise((resolve) => {
    let rowsWritten = 0
    let stop: Stop | undefined
    let exiting: Extract<FromSlot, { kind: 'exiting' }> | undefined
    const timers: NodeJS.Timeout[] = []

    const finish = (result: AttemptResult) => {
      for (const timer of timers) clearTimeout(timer)
      signal.removeEventListener('abort', cancel)
      killSignal?.removeEventListener('abort', kill)
      resolve({ ...result, rowsWritten })
    }
    const killed = (): AttemptResult => {
      if (stop !== 'timeout') return endOf('cancelled', { reason: describeReason(signal), reusable: false })
      const failure = statedFailure('TaskTimedOut', timeoutMessage(timeoutMs ?? 0), {
        hint: 'It did not stop when its signal was aborted, so it was killed.',
      })
      return endOf('timed_out', { failure, retryable: 'ask', reusable: false })
    }
    const kill = () => {
      slot.kill()
      finish(killed())
    }
    const abort = (why: Stop, message: string) => {
      if (stop !== undefined) return
      stop = why
      slot.send({ kind: 'abort', why, message })
      timers.push(setTimeout(kill, graceMs))
    }
    const cancel = () => abort('cancel', describeReason(signal))

    slot.listen((message) => {
      switch (message.kind) {
        case 'ended':
          return finish({ ...message.end, rowsWritten })
        case 'wrote':
          rowsWritten += message.rows
          return
        case 'exiting':
          exiting = message
          return
        default:
          return overheard(message)
      }
    })
    void slot.gone.then((how) => {
      if (stop !== undefined) return finish(killed())
      const failure =
        exiting === undefined
          ? crash(`the task crashed: ${how}`)
          : crash(`the task called ${exiting.what}, which ends only its slot`, exiting)
      finish(endOf('crashed', { failure, retryable: 'ask', reusable: false }))
    })
    signal.addEventListener('abort', cancel)
    killSignal?.addEventListener('abort', kill)
    slot.send({ kind: 'attempt', request })
    if (timeoutMs !== undefined) timers.push(setTimeout(() => abort('timeout', timeoutMessage(timeoutMs)), timeoutMs))
    if (signal.aborted) cancel()
  })
}

/** An end with nothing to say but what is given. */
export function endOf(state: AttemptResult['state'], more: Partial<AttemptResult>): AttemptResult {
  return { state, ...NOTHING_TOLD, rowsWritten: 0, ...more }
}

function crash(
  message: string,
  place: { at: string | undefined; stack: readonly string[] } = { at: undefined, stack: [] },
): Failure {
  const hint = place.at === undefined ? undefined : 'Return from the task instead, or throw an error.'
  return statedFailure('SlotCrashed', message, { at: place.at, stack: place.stack, hint })
}

function timeoutMessage(timeoutMs: number): string {
  return `the attempt took longer than its timeout of ${timeoutMs < 1000 ? `${timeoutMs} ms` : `${timeoutMs / 1000} s`}`
}

/** The reason with which a signal of the runner was aborted is a sentence. */
export function describeReason(signal: AbortSignal): string {
  return typeof signal.reason === 'string' ? signal.reason : 'the run was interrupted'
}
