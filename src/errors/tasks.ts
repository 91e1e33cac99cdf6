/** What can go wrong with models, tasks, runs and the command line. */
import { MillraceError } from './base.ts'

/** The application's options are wrong, or a command was called in a way it cannot be. Exit code 2. */
export class UsageError extends MillraceError {}
/** A model file cannot be loaded, or declares something impossible. */
export class ModelError extends MillraceError {}
/** The body of a model does something, where it may only declare a frame. */
export class ImpureModel extends MillraceError {}
/** The columns of a model are not those that its contract promises; the message names every difference. */
export class ContractBroken extends MillraceError {}
/** Everything that is wrong with the models, at once: `errors` has one entry for each mistake. Exit code 2. */
export class ModelErrors extends MillraceError {
  readonly errors: readonly MillraceError[]

  constructor(errors: readonly MillraceError[]) {
    const first = errors[0]?.message ?? 'the models cannot be loaded'
    super(errors.length === 1 ? first : `${errors.length} mistakes in the models, the first: ${first}`)
    this.errors = errors
  }
}
/** A task depends on itself; the message prints the path. */
export class DependencyCycle extends MillraceError {}
/** A dependency that names no task. */
export class UnknownDependency extends MillraceError {}
/** Another run holds the state. Exit code 4. */
export class StateLocked extends MillraceError {}
/** The state's folder cannot be written, or its file is something else. Exit code 2. */
export class StateUnavailable extends MillraceError {}
/** A test of data found rows that fail; the message shows the first of them. */
export class TestFailed extends MillraceError {
  /** How many; undefined where several tests failed together. */
  readonly failures: number | undefined

  constructor(message: string, options: { hint?: string | undefined; failures?: number | undefined } = {}) {
    super(message, options)
    this.failures = options.failures
  }
}
/** A task started an action and did not await it. */
export class ActionNotAwaited extends MillraceError {}
/** A task's attempt took longer than its `timeout`. */
export class TaskTimedOut extends MillraceError {}
/** The thread or process of a task ended under it. */
export class SlotCrashed extends MillraceError {}

/** What a task's function returned cannot leave its thread or process. */
export class UnserialisableResult extends MillraceError {}

/** Thrown by a task to say that trying again is useless: no further attempts are made. */
export class FatalError extends Error {
  override readonly name = 'FatalError'
  readonly code = 'FatalError'
}
