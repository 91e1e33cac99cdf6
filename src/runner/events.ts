/**
 * What a run tells while it goes: the only thing that reporters (and, one day, a web page) know of it.
 *
 * Every event that reports a state is emitted after that state is durable.
 */

/** How a task of a run ended. `kept` and `skipped` never started. */
export type TaskState =
  | 'success'
  | 'failed'
  | 'timed_out'
  | 'cancelled'
  | 'crashed'
  | 'kept'
  | 'skipped'
  | 'upstream_failed'

/** A failure as data: it crossed a thread or process boundary. Holds no credentials. */
export interface Failure {
  /** The error's class or `code`: `UnknownColumn`, `TypeError`; `Error` where it says nothing else. */
  readonly code: string
  readonly message: string
  readonly hint: string | undefined
  /** Where in the user's files: `models/sales.ts:31:12`. */
  readonly at: string | undefined
  /** The user's own stack frames, `.ts` lines; ours are left out. */
  readonly stack: readonly string[]
  readonly sql: string | undefined
  readonly bindings: readonly string[] | undefined
}

export interface TaskOutcome {
  readonly task: string
  readonly state: TaskState
  /** Why it was kept, skipped or not run, in words a person can act on: `ttl 60 min, 12 min left`. */
  readonly reason: string | undefined
  readonly failure: Failure | undefined
  readonly attempts: number
  readonly startedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly rowsWritten: number
}

export type RunEvent =
  | { readonly kind: 'runStarted'; readonly runId: string; readonly at: Date; readonly connection: string; readonly tasks: readonly string[]; readonly threads: number }
  | { readonly kind: 'taskStarted'; readonly task: string; readonly level: number; readonly attempt: number; readonly at: Date }
  | { readonly kind: 'taskPrinted'; readonly task: string; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'taskLogged'; readonly task: string; readonly level: 'info' | 'warn' | 'error'; readonly message: string; readonly fields: object | undefined; readonly at: Date }
  | { readonly kind: 'taskRetried'; readonly task: string; readonly failure: Failure; readonly attempt: number; readonly delayMs: number; readonly at: Date }
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
