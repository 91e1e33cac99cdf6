import { type Comparison, type Difference, differencesOf, givenOtherwise } from '../dag/compare.ts'
import { type Decision, decide } from '../dag/due.ts'
import { type Graph, isInlined, type ResourceType, type TaskGiven, type TaskNode } from '../dag/graph.ts'
import { type Selection, type SelectionGiven, selectTasks } from '../dag/select/select.ts'
import { UsageError } from '../errors/index.ts'
import type { StateReader } from '../state/state.ts'
import { historyOf } from './history.ts'

/** What each command runs, of what is selected. */
export const KINDS = {
  run: ['task', 'model', 'seed', 'snapshot'],
  build: ['task', 'model', 'seed', 'snapshot', 'test'],
  test: ['test'],
  seed: ['seed'],
  snapshot: ['snapshot'],
} as const satisfies Readonly<Record<string, readonly ResourceType[]>>

/** A command that runs something. */
export type RunCommand = keyof typeof KINDS

export interface Plan {
  readonly comparison: Comparison
  /** For each selected task, by full name. */
  readonly decisions: ReadonlyMap<string, Decision>
  readonly selection: Selection
  /** How many nodes the command could run, selected or not. */
  readonly runnable: number
  /** What of their definitions is not as it was at their last success, of those that are to run and had one. */
  readonly differences: ReadonlyMap<string, readonly Difference[]>
}

export interface PlanOptions extends SelectionGiven {
  readonly command: RunCommand
  readonly force: boolean
  readonly now: Date
  /** What this run gives a node beside its definition. */
  readonly givenTo?: (node: TaskNode) => TaskGiven | undefined
}

/**
 * What a run would do, from what earlier ones left on this connection.
 *
 * @throws UsageError if nothing is selected that the command runs.
 */
export function planRun(graph: Graph, state: StateReader, connection: string, options: PlanOptions): Plan {
  const history = historyOf(graph, state, connection)
  const { comparison } = history
  const kinds: readonly ResourceType[] = KINDS[options.command]
  const asked = options.resourceTypes ?? kinds
  const resourceTypes = kinds.filter((kind) => asked.includes(kind))
  if (resourceTypes.length === 0) {
    throw new UsageError(`${options.command} does nothing with a ${asked.join(' or ')}`, {
      hint: `it takes ${kinds.join(', ')}`,
    })
  }
  const selection = selectTasks(graph, { ...options, resourceTypes }, history)
  const successes = state.lastSuccesses(connection)
  const decisions = new Map<string, Decision>()
  const differences = new Map<string, readonly Difference[]>()
  for (const node of graph.nodes.values()) {
    if (!selection.names.has(node.name) || isInlined(node)) continue
    const lastSuccess = successes.get(node.name)
    const different = lastSuccess === undefined ? [] : differencesOf(lastSuccess.definition, node)
    if (lastSuccess !== undefined) differences.set(node.name, different)
    const { now, force } = options
    const givenOther = givenOtherwise(lastSuccess?.definition.given, options.givenTo?.(node))
    decisions.set(node.name, decide({ node, lastSuccess, differences: different, givenOther, now, force }))
  }
  const runnable = [...graph.nodes.values()].filter(({ resourceType }) => kinds.includes(resourceType)).length
  return { comparison, decisions, selection, runnable, differences }
}

/** Whether its definition is that of its last success. */
export function isUnchanged({ differences }: Plan, name: string): boolean {
  return differences.get(name)?.length === 0
}
