import { type Comparison, compareTasks } from '../dag/compare.ts'
import type { Graph, TaskNode } from '../dag/graph.ts'
import type { SelectionHistory } from '../dag/select/history.ts'
import { readState } from '../state/open.ts'
import type { LastOutcome, StateReader } from '../state/state.ts'
import type { Project } from './project.ts'

/** What earlier runs on a connection left, as selectors ask for it. */
export interface History extends SelectionHistory {
  readonly comparison: Comparison
  /** How the last run that saw a node left it, by full name; empty before the first run. */
  readonly outcomes: ReadonlyMap<string, LastOutcome>
}

/** The same for a command that asks the state nothing else. */
export function readHistory(graph: Graph, project: Project, connection: string): History {
  const state = readState({ file: project.stateFile, warn: () => {} })
  try {
    return historyOf(graph, state, connection)
  } finally {
    state.close()
  }
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
