import { type Comparison, differencesOf } from '../dag/compare.ts'
import { type Decision, decide } from '../dag/due.ts'
import { type Graph, isInlined, type ResourceType } from '../dag/graph.ts'
import { type Selection, type SelectionGiven, selectTasks } from '../dag/select/select.ts'
import type { StateReader } from '../state/state.ts'
import { historyOf } from './history.ts'

export interface Plan {
  readonly comparison: Comparison
  /** For each selected task, by full name. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly selection: Selection
  /** Those whose definition is that of their last success. */
  readonly unchanged: ReadonlySet<string>
}

export interface PlanOptions extends SelectionGiven {
  readonly force: boolean
  readonly now: Date
  /** Which kinds of nodes the command runs. */
  readonly kinds: ReadonlySet<ResourceType>
}

/**
 * What a run would do, from what earlier ones left on this connection.
 *
 * @throws UsageError if nothing is selected.
 */
export function planRun(graph: Graph, state: StateReader, connection: string, options: PlanOptions): Plan {
  const history = historyOf(graph, state, connection)
  const { comparison } = history
  const selection = selectTasks(graph, options, history)
  const successes = state.lastSuccesses(connection)
  const decisions = new Map<string, Decision>()
  const unchanged = new Set<string>()
  for (const node of graph.nodes.values()) {
    if (!selection.names.has(node.name) || !options.kinds.has(node.resourceType) || isInlined(node)) continue
    const lastSuccess = successes.get(node.name)
    const changed = lastSuccess !== undefined && differencesOf(lastSuccess.definition, node).length > 0
    if (lastSuccess !== undefined && !changed) unchanged.add(node.name)
    decisions.set(node.name, decide({ node, lastSuccess, changed, now: options.now, force: options.force }))
  }
  return { comparison, decisions, selection, unchanged }
}
