import { isInlined, placeOfNode, type TaskNode } from '../../dag/graph.ts'
import { describeSchedule } from '../../dag/schedule.ts'
import { selectTasks } from '../../dag/select/select.ts'
import { loadGraph } from '../../loader/index.ts'
import { formatDuration } from '../../plan/duration.ts'
import { readState } from '../../state/open.ts'
import type { LastOutcome, LastSuccess } from '../../state/state.ts'
import { historyOf } from '../history.ts'
import { chooseConnection, type Project } from '../project.ts'
import { nodeJson } from '../report/node-json.ts'
import { printWarning } from '../report/print-warning.ts'
import { printTable } from '../report/table.ts'
import { type SelectionOptions, selectionGiven, warnUnmatched } from '../selection.ts'

interface ListGiven extends SelectionOptions {
  readonly connection?: string
  readonly json?: boolean
}

/** A node that was selected, and when it last ended. */
interface Listed {
  readonly node: TaskNode
  readonly level: number
  readonly last: { readonly state: string; readonly at: Date } | undefined
}

/** `list`: the nodes by level, with what the state knows of them on the connection. */
export async function listCommand(project: Project, given: ListGiven): Promise<void> {
  const connection = chooseConnection(project, given.connection)
  const { graph } = await loadGraph({ root: project.root, models: project.models })
  const state = readState({ file: project.stateFile, warn: printWarning })
  try {
    const history = historyOf(graph, state, connection)
    const { outcomes } = history
    const selection = selectTasks(graph, selectionGiven(given), history)
    warnUnmatched(selection, printWarning)
    const successes = state.lastSuccesses(connection)
    const listed = graph.levels.flatMap((level, depth) =>
      level.flatMap((name): Listed[] => {
        const node = graph.nodes.get(name)
        if (node === undefined || !selection.names.has(name)) return []
        return [{ node, level: depth, last: lastOf(outcomes.get(name), successes.get(name)) }]
      }),
    )
    if (given.json) for (const { node, level, last } of listed) process.stdout.write(`${nodeJson(node, level, last)}\n`)
    else printList(listed)
  } finally {
    state.close()
  }
}

/** Says of what type everything is where not all is a task. */
function printList(listed: readonly Listed[]): void {
  const onlyTasks = listed.every(({ node }) => node.resourceType === 'task')
  const type = (text: string): readonly string[] => (onlyTasks ? [] : [text])
  printTable(
    [onlyTasks ? 'task' : 'name', ...type('type'), 'level', 'schedule', 'ttl', 'tags', 'last (UTC)', 'file'],
    listed.map(({ node, level, last }) => [
      node.shortName,
      ...type(typeText(node)),
      String(level),
      scheduleText(node),
      node.ttlMinutes === undefined ? '' : formatDuration(node.ttlMinutes * 60_000),
      node.tags.join(', '),
      lastText(node, last),
      placeOfNode(node),
    ]),
  )
}

/** Whether runs have it among what they do: a source is there, and an ephemeral model is a part of others. */
const runs = (node: TaskNode): boolean => node.resourceType !== 'source' && !isInlined(node)

/** `seed`, `view`: of a model how it is made. */
function typeText({ resourceType, config }: TaskNode): string {
  return resourceType === 'model' && typeof config?.materialized === 'string' ? config.materialized : resourceType
}

function scheduleText(node: TaskNode): string {
  if (!node.enabled) return 'not enabled'
  if (node.schedule !== undefined) return describeSchedule(node.schedule)
  return runs(node) ? 'every run' : ''
}

function lastText(node: TaskNode, last: Listed['last']): string {
  if (last === undefined) return runs(node) ? 'never' : ''
  return `${last.state.replaceAll('_', ' ')} ${last.at.toISOString().slice(0, 16).replace('T', ' ')}`
}

/** How and when a node last ended. A run that kept or skipped it says nothing new: the success that it was kept for does. */
function lastOf(outcome: LastOutcome | undefined, success: LastSuccess | undefined): Listed['last'] {
  if (outcome === undefined) return undefined
  const idle = outcome.state === 'kept' || outcome.state === 'skipped'
  return idle && success !== undefined
    ? { state: 'success', at: success.at }
    : { state: outcome.state, at: outcome.endedAt }
}
