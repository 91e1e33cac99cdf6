import { type Comparison, compareTasks } from '../dag/compare.ts'
import type { Graph, TaskNode } from '../dag/graph.ts'
import type { SelectionHistory } from '../dag/select/history.ts'
import type { LastOutcome, StateReader } from '../state/state.ts'

/** What earlier runs on a connection left, as selectors ask for it. */
export interface History extends SelectionHistory {
  readonly comparison: Comparison
  /** How the last run that saw a node left it, by full name; empty before the first run. */
  readonly outcomes: ReadonlyMap<string, LastOutcome>
}

/** Reads what `state:` and `result:` ask for. */
export function historyOf(graph: Graph, state: StateReader, connection: string): History {
  const comparison = compareTasks(state.definitions(connection), graph.nodes)
  const outcomes = state.lastOutcomes(connection)
  const results = new Map([...outcomes].map(([name, outcome]) => [name, resultOf(graph.nodes.get(name), outcome)]))
  return { comparison, outcomes, results: outcomes.size === 0 ? undefined : results }
}

/** The state; of a test its verdict. */
function resultOf(node: TaskNode | undefined, { state, code }: LastOutcome): string {
  if (node?.resourceType !== 'test') return state
  if (state === 'failed') return code === 'TestFailed' ? 'fail' : 'error'
  return state === 'success' ? 'pass' : state === 'warned' ? 'warn' : state
}
