import type { ScheduleSpec } from './schedule.ts'

/** Waiting and number of further attempts, options resolved to milliseconds. */
export interface RetryPolicy {
  readonly times: number
  readonly delayMs: number
  readonly backoff: 'fixed' | 'exponential'
  readonly jitter: boolean
  /** The task brought a `retryOn` of its own; only its slot can call it. */
  readonly custom: boolean
}

/** A task as data: everything about it but its function. Serialisable; what state keeps and compares between runs. */
export interface TaskNode {
  /** The full name, `sales.daily` or `sales.Reports.winners`: path below models/ without extension, dots for slashes, then the export. */
  readonly name: string
  /** The short name, `daily`, where no other task has it; else the full name. What people see. */
  readonly shortName: string
  /** Model file, relative to the project's root, with forward slashes. */
  readonly file: string
  /** `daily`, or `Reports.winners` for a decorated static method. */
  readonly exportName: string
  readonly line: number | undefined
  /** Full names of the tasks that this one waits for. */
  readonly dependsOn: readonly string[]
  readonly schedule: ScheduleSpec | undefined
  readonly retry: RetryPolicy
  readonly ttlMinutes: number | undefined
  readonly timeoutMs: number | undefined
  readonly tags: readonly string[]
  readonly owner: string | undefined
  readonly description: string | undefined
  readonly enabled: boolean
  readonly trigger: 'allSuccess' | 'allDone'
  /** The source files that the task's file is made of (connections excluded) → sha256 of their bytes. */
  readonly sources: Readonly<Record<string, string>>
}

/** Tasks by full name, in an order in which every task comes after its dependencies. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, TaskNode>
  /** Full names by level; a task's level is the longest path from a root. */
  readonly levels: readonly (readonly string[])[]
}
