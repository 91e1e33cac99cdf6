import type { TaskNode } from '../dag/graph.ts'
import type { TaskOutcome, TaskState } from './outcome.ts'

/**
 * The last success of a task on a connection.
 *
 * Schedules ask `asOf` (the instant that the run stood for: a run that began before midnight does not count for the
 * day that broke while it went on), a TTL asks `at` (when the task ended). Both are on the clock of the run's `now`.
 */
export interface LastSuccess {
  readonly at: Date
  readonly asOf: Date
  readonly runId: string
  /** The task as it was then: a TTL holds only while the definition is still this one. */
  readonly definition: TaskNode
}

/** The last outcome of a task on a connection, for `result:failed` and its kin. */
export interface LastOutcome {
  readonly state: TaskState
  /** Of a failure its class: `TestFailed` where a test found rows, another where its query failed. */
  readonly code: string | undefined
  readonly runId: string
  readonly endedAt: Date
}

/** A batch of time that is in a model's table. */
export interface RecordedBatch {
  readonly runId: string
  /** False where its time was not over when it was computed. */
  readonly done: boolean
}

/** A run as state remembers it; `crashed`: its process died under it. */
export interface RunRecord {
  readonly runId: string
  readonly connection: string
  readonly state: 'running' | 'success' | 'failed' | 'cancelled' | 'crashed'
  readonly startedAt: Date
  readonly endedAt: Date | undefined
  /** What `currentTimestamp()` gave in it. */
  readonly now: Date
}

/** One step of a task in a run, in the order in which they became durable. */
export interface Transition {
  readonly task: string
  readonly state: 'running' | 'retrying' | TaskState
  readonly attempt: number
  readonly at: Date
}

/** What earlier runs left, to read. A target is a connection: what succeeded on SQLite has not succeeded on PostgreSQL. */
export interface StateReader {
  /** The definitions of all tasks that the latest run on `connection` saw, by full name; empty before the first. */
  definitions(connection: string): ReadonlyMap<string, TaskNode>
  lastSuccesses(connection: string): ReadonlyMap<string, LastSuccess>
  /** The query behind a model at its last success; undefined where it is not known. */
  compiledSql(connection: string, task: string): string | undefined
  /** The newest outcome of each task, by full name; runs that did not select the task leave it as it was. */
  lastOutcomes(connection: string): ReadonlyMap<string, LastOutcome>
  /** What is known of the batches of a model: by the start of each, in milliseconds. */
  batches(connection: string, task: string): ReadonlyMap<number, RecordedBatch>
  /** The newest runs first. */
  runs(limit?: number): readonly RunRecord[]
  /** Every step of a run's tasks. */
  transitions(runId: string): readonly Transition[]
  /** Every outcome that a run recorded. */
  outcomes(runId: string): readonly TaskOutcome[]
  close(): void
}

/** What a dead run left behind, found and settled while opening. */
export interface RecoveredRun {
  readonly runId: string
  /** Full names of the tasks that were running when it died; they are `crashed` now. */
  readonly tasks: readonly string[]
}

/** The state, opened by the one run that holds its lock. Every method is durable (fsync) when it returns. */
export interface State extends StateReader {
  readonly recovered: readonly RecoveredRun[]
  /** Records the run and the definitions of all tasks of the project, selected or not. */
  runStarted(run: {
    runId: string
    connection: string
    now: Date
    startedAt: Date
    definitions: Iterable<TaskNode>
  }): void
  attemptStarted(runId: string, task: string, attempt: number, at: Date): void
  /** An attempt failed and another one follows. */
  attemptFailed(runId: string, task: string, attempt: number, at: Date): void
  /** These batches (or, where all is built anew, whatever was known) are about to be computed: nothing holds of them. */
  batchesStarted(runId: string, task: string, starts: readonly Date[], full: boolean): void
  batchEnded(runId: string, task: string, start: Date, done: boolean): void
  /** Records outcomes in one transaction; a success starts the clocks of schedule and TTL. */
  tasksEnded(runId: string, outcomes: readonly TaskOutcome[]): void
  runEnded(runId: string, state: 'success' | 'failed' | 'cancelled', at: Date): void
}
