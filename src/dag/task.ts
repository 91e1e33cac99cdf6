import type { DataFrame } from '../frame/frame.ts'
import type { Session } from '../session/session.ts'
import type { Interval } from './interval.ts'
import type { ModelRef } from './models/definition.ts'
import type { NoParams, ParamDeclarations, ParamValues } from './params/param.ts'
import type { Schedule } from './schedule.ts'

/** Marks what `Task()` returns. A registered symbol: two copies of Millrace in one process still know each other's tasks. */
export const TASK: unique symbol = Symbol.for('millrace.task') as never

/**
 * What a task function is given.
 *
 * @typeParam P the parameters that the task declares: `TaskContext<typeof params>` where a method must say it
 */
export interface TaskContext<P extends ParamDeclarations = NoParams> {
  /** A session on the connection of the run; closed by the runner after the attempt. */
  readonly session: Session
  /** The parameters by name: what the run gave (`--param`), else the defaults. */
  readonly params: ParamValues<P>
  /**
   * The time that the task stands for, `start` being part of it and `end` not: `--interval` of the run, else the last
   * whole period of `runsOn` that ended at or before `now`; without `runsOn` the last whole day in UTC.
   */
  readonly interval: Interval
  /**
   * The rows of a model, snapshot, seed or source that `dependsOn` names, as a typed frame of the session.
   *
   * @throws InvalidArgument for what the task does not depend on
   */
  ref<R>(model: ModelRef<R>): DataFrame<R>
  /** Structured log lines, printed with the task's name. */
  readonly log: TaskLog
  /** The instant of the run: the same for all its tasks, and what `currentTimestamp()` gives. `--now` overrides it. */
  readonly now: Date
  /** 1 for the first attempt. */
  readonly attempt: number
  readonly runId: string
  /** Aborted when the run is interrupted or the attempt's `timeout` is over. */
  readonly signal: AbortSignal
  /** Ends the task as `skipped (by the task)`; its descendants are skipped too, unless their `trigger` is `allDone`. */
  skip(why: string): never
}

export interface TaskLog {
  info(message: string, fields?: object): void
  warn(message: string, fields?: object): void
  error(message: string, fields?: object): void
}

/** Further attempts after a failure. A number `n` is `{ times: n }`. */
export interface RetryOptions {
  /** How many further attempts. */
  times: number
  /** Wait before the first further attempt: `'10s'`, `'5m'`. Default `'1s'`. */
  delay?: string
  /** `exponential` doubles the delay each time. Default `fixed`. */
  backoff?: 'fixed' | 'exponential'
  /** Draws each delay between half and all of itself. Default false. */
  jitter?: boolean
  /** Decides whether an error is worth another attempt; replaces the built-in judgement. */
  retryOn?: (error: unknown) => boolean
}

/**
 * A dependency: another task (a method that `@Task()` stands on is one), a model, a name, or a thunk that gives one (for
 * what is declared later, or in the same class).
 */
export type Dependency = TaskDefinition<unknown> | ModelRef<unknown> | string | ((context: never) => unknown)

/** What everything that a run runs can be told. */
export interface NodeOptions {
  dependsOn?: readonly Dependency[] | (() => readonly Dependency[])
  /** When the task is due. Without it, every run. */
  runsOn?: Schedule
  retry?: number | RetryOptions
  /**
   * Minutes for which a success is kept: until then the task is not run again unless its definition changed, or its
   * last success was with other parameters or for an interval that this run does not ask for.
   */
  ttlMinutes?: number
  /** Longest time of one attempt: `'30s'`, `'10m'`, `'2h'`. The statement is stopped in the database too. */
  timeout?: string
  tags?: readonly string[]
  owner?: string
  description?: string
  /** `false` takes the task out of every run, as if it were not selected. Default true. */
  enabled?: boolean
  /** `allSuccess` (default): runs when every parent is satisfied. `allDone`: runs when every parent has ended, however. */
  trigger?: 'allSuccess' | 'allDone'
}

/** @typeParam P the parameters */
export interface TaskOptions<P extends ParamDeclarations = ParamDeclarations> extends NodeOptions {
  /**
   * What a run can tell the task, with the types of `ctx.params`: `{ currency: param.string('EUR') }`, or schemas of any
   * validator that is a Standard Schema (version 1). A parameter without a default must be given to every run that
   * selects the task. Given values are not printed or kept, only a hash of those that differ from the defaults.
   */
  params?: P
}

/** What a run gives a task beside its session. Plain data: it crosses threads and processes. */
export interface TaskInputs {
  /** All that the task declares, by name. */
  readonly params: Readonly<Record<string, unknown>>
  readonly interval: Interval
}

/** The context of a task whose parameters nobody knows. */
export type AnyTaskContext = TaskContext<ParamDeclarations>

/** What `Task()` returns: a value to export, and to name in `dependsOn`. */
export interface TaskDefinition<out T, out P extends ParamDeclarations = ParamDeclarations> {
  readonly [TASK]: true
  readonly options: TaskOptions<P>
  readonly run: (context: AnyTaskContext) => T | Promise<T>
  /** Where `Task(` stands, `models/sales.ts:31`, as far as the stack told. */
  readonly declaredAt: string | undefined
}
