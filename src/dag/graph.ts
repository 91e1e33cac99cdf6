import type { ParamNodes } from './params/declared.ts'
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

/** What a node of the graph is. A `test` looks at what models, seeds, snapshots and sources hold. */
export const RESOURCE_TYPES = ['task', 'model', 'seed', 'snapshot', 'source', 'test'] as const
export type ResourceType = (typeof RESOURCE_TYPES)[number]

/** What a node leaves in the database: a table or a view. */
export interface RelationName {
  /** As written in the options; undefined is the connection's. */
  readonly schema: string | undefined
  readonly name: string
}

/** Of a `test` node. */
export interface TestNode {
  /** `generic`: of a column or with one of the kinds that every model can have; `singular`: a query of the user's own. */
  readonly type: 'generic' | 'singular'
  /** `unique`, `notNull`, `acceptedValues`, `references`, `expression`, `rowCount`, `equals`; of a singular test its name. */
  readonly kind: string
  /** Full name of the node that declares it. */
  readonly tested: string
  readonly column: string | undefined
  readonly severity: 'error' | 'warn'
}

/** What a run gave a task, model or snapshot beside its definition, to be compared with what another gives it. */
export interface TaskGiven {
  /** A hash of the parameters that were not the defaults; undefined where all were. */
  readonly params: string | undefined
  /** `START/END` of an interval that was asked for; undefined for that of the run's `now`. */
  readonly interval: string | undefined
  /** `--empty`, `--sample 2d`: what was read of the inputs, where that was not all. */
  readonly part: string | undefined
}

/** A task as data: everything about it but its function. Serialisable; what state keeps and compares between runs. */
export interface TaskNode {
  readonly resourceType: ResourceType
  /** The full name, `sales.daily` or `sales.Reports.winners`: path below models/ without extension, dots for slashes, then the export. */
  readonly name: string
  /** The short name, `daily`, where no other task has it; else the full name. What people see. */
  readonly shortName: string
  /** Model file, relative to the project's root, with forward slashes. */
  readonly file: string
  /** Where `file` is data, as a seed's CSV is: the model file that declares it. */
  readonly declaredIn?: string | undefined
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
  /** Undefined for tasks and tests, which leave what they like, or nothing. */
  readonly relation?: RelationName | undefined
  /** Options that `config.x` selects by, as JSON: `{ materialized: 'view', meta: { tier: 1 } }`. */
  readonly config?: Readonly<Record<string, unknown>> | undefined
  readonly test?: TestNode | undefined
  /** Of a task: the parameters that it declares. */
  readonly params?: ParamNodes | undefined
  /** As the state keeps it: what a run gave it beside its definition. */
  readonly given?: TaskGiven | undefined
  /**
   * A hash of what is declared: the plan of a model, snapshot or test, the schema of a seed or source.
   * Options stand in `config`, which is compared beside it.
   */
  readonly fingerprint?: string | undefined
  /** Of a model the ephemeral ones that are part of its query: full name → a hash of what is declared. */
  readonly inlined?: Readonly<Record<string, string>> | undefined
  /**
   * Of a task the source files that its file is made of (connections excluded), of a seed its file → sha256 of their
   * bytes. What the others are made of is their plan.
   */
  readonly sources: Readonly<Record<string, string>>
}

/** `models/sales.ts:31` */
export const placeOfNode = ({ file, line }: Pick<TaskNode, 'file' | 'line'>): string =>
  line === undefined ? file : `${file}:${line}`

/** True for a model without a relation of its own: it is part of what reads it. */
export const isInlined = ({ config }: TaskNode): boolean => config?.materialized === 'ephemeral'

/** Tasks by full name, in an order in which every task comes after its dependencies. */
export interface Graph {
  readonly nodes: ReadonlyMap<string, TaskNode>
  /** Full names by level; a task's level is the longest path from a root. */
  readonly levels: readonly (readonly string[])[]
}
