/**
 * How a task of a run ended. `kept` and `skipped` never started (a task that skips itself did); `warned` is a test that
 * found what it only warns of.
 */
export type TaskState =
  | 'success'
  | 'warned'
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

/** What became of one task in one run: what state keeps and reporters print. */
export interface TaskOutcome {
  /** The task's full name. */
  readonly task: string
  readonly state: TaskState
  /** Why it was kept, skipped or not run, in words a person can act on: `ttl 60 min, 12 min left`. */
  readonly reason: string | undefined
  readonly failure: Failure | undefined
  /** Attempts made; 0 for a task that never started. */
  readonly attempts: number
  readonly startedAt: Date | undefined
  readonly endedAt: Date | undefined
  readonly rowsWritten: number
  /** Of a model that was built: its query, as text that can be run. Undefined keeps what is known while its plan is the same. */
  readonly compiledSql?: string | undefined
  /** Of a test that came to a verdict: how many rows fail. Told to who asks for the run; the state does not keep it. */
  readonly failures?: number | undefined
}
