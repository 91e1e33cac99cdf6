/** What the runner and its slots say to each other. Everything is structured-clonable. */
import type { BuildRequest, ReadNode } from '../../dag/models/build-request.ts'
import type { BuiltNode } from '../../dag/models/relations-of-models.ts'
import type { TaskInputs } from '../../dag/task.ts'
import type { Failure } from '../events.ts'
import type { HostedAnswer, HostedCall } from '../hosting.ts'

/** Given to a slot at its birth. */
export interface SlotSettings {
  readonly entry: string
  readonly bundleUrl: string
  readonly connectionName: string
  /** Absolute path of the project, for places in files. */
  readonly root: string
  readonly runId: string
  readonly now: Date
  /** Name that `{user}` in a schema becomes. */
  readonly user: string
  /** All that the project builds. */
  readonly built: readonly BuiltNode[]
}

/** One attempt of one task. */
export interface AttemptRequest {
  readonly task: string
  readonly file: string
  readonly exportName: string
  readonly attempt: number
  readonly inputs: TaskInputs
  /** How a model, snapshot or seed is built; a task is called instead. */
  readonly build: BuildRequest | undefined
  /** What a task may read by `ref`. */
  readonly reads: readonly ReadNode[]
}

export type ToSlot =
  | { readonly kind: 'attempt'; readonly request: AttemptRequest }
  /** Aborts the attempt's signal, so that the engine cancels the statement. */
  | { readonly kind: 'abort'; readonly why: 'timeout' | 'cancel'; readonly message: string }
  /** Asks a task's own `retryOn` about a failure that left no error object behind (a crash, a killed attempt). */
  | { readonly kind: 'judge'; readonly request: AttemptRequest; readonly code: string; readonly message: string }
  /** The turn to write is the slot's. */
  | { readonly kind: 'granted'; readonly turn: number }
  /** A note on batches is durable. */
  | { readonly kind: 'noted'; readonly note: number }
  /** What a call of a connection that the runner hosts came to. */
  | { readonly kind: 'hosted'; readonly answer: HostedAnswer }
  | { readonly kind: 'close' }

export type FromSlot =
  | { readonly kind: 'ready' }
  /** The entry or the connection cannot be loaded: the slot is useless. */
  | { readonly kind: 'broken'; readonly failure: Failure }
  | {
      readonly kind: 'printed'
      readonly task: string | undefined
      readonly stream: 'stdout' | 'stderr'
      readonly text: string
    }
  | {
      readonly kind: 'logged'
      readonly task: string
      readonly level: 'info' | 'warn' | 'error'
      readonly message: string
      readonly fields: object | undefined
      readonly at: Date
    }
  | { readonly kind: 'wrote'; readonly rows: number }
  | { readonly kind: 'acquire'; readonly turn: number; readonly resource: string }
  | { readonly kind: 'release'; readonly turn: number }
  /** Calls a connection that the runner hosts. */
  | { readonly kind: 'host'; readonly call: HostedCall }
  /** What becomes of the batches of a model; answered by `noted`. */
  | {
      readonly kind: 'batches'
      readonly note: number
      readonly task: string
      readonly what:
        | { readonly kind: 'started'; readonly starts: readonly Date[]; readonly full: boolean }
        | { readonly kind: 'ended'; readonly start: Date; readonly done: boolean }
    }
  | { readonly kind: 'ended'; readonly end: AttemptEnd }
  | { readonly kind: 'judged'; readonly retry: boolean }
  /** The task is about to end the slot's thread or process: `process.exit(3)` and where. */
  | {
      readonly kind: 'exiting'
      readonly what: string
      readonly at: string | undefined
      readonly stack: readonly string[]
    }
  /** Something that a task had left behind threw after the task had ended. */
  | { readonly kind: 'late'; readonly task: string; readonly failure: Failure }

/** How an attempt ended, as its slot saw it. */
export interface AttemptEnd {
  readonly state: 'success' | 'warned' | 'kept' | 'failed' | 'skipped' | 'timed_out' | 'cancelled'
  /** Why the task skipped itself, what a test warns of, why nothing was to be done. */
  readonly reason: string | undefined
  readonly failure: Failure | undefined
  /** Of a test that came to a verdict: how many rows fail. */
  readonly failures: number | undefined
  /** Whether the error is worth another attempt. */
  readonly retryable: boolean
  /** False where something of the task may still be going on: the slot must not serve another one. */
  readonly reusable: boolean
}

/** Of an end of which nothing but the state is told. */
export const NOTHING_TOLD = {
  reason: undefined,
  failure: undefined,
  failures: undefined,
  retryable: false,
  reusable: true,
} as const satisfies Omit<AttemptEnd, 'state'>
