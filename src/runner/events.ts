/**
 * What a run tells while it goes: the only thing that reporters (and, one day, a web page) know of it.
 *
 * Every event that reports a state is emitted after that state is durable.
 */
import type { Failure, TaskOutcome } from '../state/outcome.ts'

export type { Failure, TaskOutcome, TaskState } from '../state/outcome.ts'

export type RunEvent =
  | {
      readonly kind: 'runStarted'
      readonly runId: string
      readonly at: Date
      readonly connection: string
      readonly tasks: readonly string[]
      readonly threads: number
    }
  | {
      readonly kind: 'taskStarted'
      readonly task: string
      readonly level: number
      readonly attempt: number
      readonly at: Date
    }
  | { readonly kind: 'taskPrinted'; readonly task: string; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | {
      readonly kind: 'taskLogged'
      readonly task: string
      readonly level: 'info' | 'warn' | 'error'
      readonly message: string
      readonly fields: object | undefined
      readonly at: Date
    }
  | {
      readonly kind: 'taskRetried'
      readonly task: string
      readonly failure: Failure
      readonly attempt: number
      readonly delayMs: number
      readonly at: Date
    }
  | { readonly kind: 'taskEnded'; readonly level: number; readonly outcome: TaskOutcome; readonly at: Date }
  | { readonly kind: 'warning'; readonly message: string; readonly hint: string | undefined }
  | { readonly kind: 'runEnded'; readonly report: RunReport; readonly at: Date }

export interface RunReport {
  readonly runId: string
  /** `cancelled`: interrupted. */
  readonly state: 'success' | 'failed' | 'cancelled'
  readonly startedAt: Date
  readonly endedAt: Date
  readonly tasks: readonly TaskOutcome[]
}
