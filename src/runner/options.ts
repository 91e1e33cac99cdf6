import type { Decision } from '../dag/due.ts'
import type { Graph, TaskNode } from '../dag/graph.ts'
import type { BuildRequest, ReadNode } from '../dag/models/build-request.ts'
import type { BuiltNode } from '../dag/models/relations-of-models.ts'
import type { TaskInputs } from '../dag/task.ts'
import type { State } from '../state/state.ts'
import type { RunEvent } from './events.ts'

/** Everything that a run needs; plain data but for `state`, the signals and `onEvent`. */
export interface RunOptions {
  readonly runId: string
  /** All tasks of the project, selected or not. */
  readonly graph: Graph
  /** What the state remembers of them: without the edges that make them wait for tests. Default: the graph's nodes. */
  readonly definitions?: Iterable<TaskNode>
  /**
   * By full name. `kept` and `skipped` tasks are reported and recorded so. A task without an entry is not selected:
   * neither reported nor recorded, so that an earlier `failed` of it can still be found. All three satisfy their children.
   */
  readonly decisions: ReadonlyMap<string, Decision>
  /** How a model, snapshot or seed is built; undefined for tasks, which are called. */
  readonly buildOf?: (node: TaskNode) => BuildRequest | undefined
  /** The query of a model that was built, for the state to keep; undefined where it need not or cannot be told. */
  readonly sqlOf?: (node: TaskNode) => string | undefined
  /** The parameters and the interval of a task. Default: no parameters, the interval of its schedule at `now`. */
  readonly inputsOf?: (node: TaskNode) => TaskInputs | undefined
  /** What a task may read by `ref`: the models that it depends on. */
  readonly readsOf?: (node: TaskNode) => readonly ReadNode[]
  /** All that the project builds; default nothing. */
  readonly built?: readonly BuiltNode[]
  /** URL of the application's entry (`app.js`): each slot imports it, and takes the options of its `app(…)` call. */
  readonly entry: string
  /** URL of the bundle that the loader made of the models. */
  readonly bundleUrl: string
  /** Absolute path of the project: places in files are told relative to it. */
  readonly root: string
  /** Which of the application's connections. */
  readonly connectionName: string
  /** `engine.interruptible` of that connection: says which tasks need a process that can be killed. */
  readonly interruptible: boolean
  /** How many tasks run at once, threads and processes together. */
  readonly threads: number
  /** Strict levels: no task starts before all of the level before have ended. Default false. */
  readonly barrier?: boolean
  /** The first failure stops the run: nothing more is started, running tasks are cancelled. Default false. */
  readonly failFast?: boolean
  /** The instant that the run stands for: `ctx.now`, `currentTimestamp()`. */
  readonly now: Date
  /** Opened by the caller, who closes it too. */
  readonly state: State
  /** Aborted by the first Ctrl-C: nothing more is started, running statements are cancelled, then slots killed. */
  readonly signal?: AbortSignal
  /** Aborted by the second: every slot is killed at once, without grace. */
  readonly killSignal?: AbortSignal
  /** How long a task has to end after its signal was aborted, in milliseconds. Default 2000. */
  readonly graceMs?: number
  /** Heap of one slot in MiB. Default: a fair share of the memory, 512 to 4096. */
  readonly memoryMb?: number
  /** Called for each event, in order, after what it reports is durable. It must not throw. */
  onEvent(event: RunEvent): void
}
