import { compareTasks } from '../../dag/compare.ts'
import { describeSchedule } from '../../dag/schedule.ts'
import { selectTasks } from '../../dag/select/select.ts'
import { loadModels } from '../../loader/index.ts'
import { formatDuration } from '../../plan/duration.ts'
import { readState } from '../../state/open.ts'
import type { LastOutcome, LastSuccess } from '../../state/state.ts'
import { chooseConnection, type Project } from '../project.ts'
import { styleFor } from '../report/style.ts'
import { printTable } from '../report/table.ts'
import { type SelectionOptions, selectionGiven } from '../selection.ts'

/** `list`: the tasks by level, with what the state knows of them on the connection. */
export async function listCommand(
  project: Project,
  given: SelectionOptions & { readonly connection?: string },
): Promise<void> {
  const connection = chooseConnection(project, given.connection)
  const { graph } = await loadModels({ root: project.root, models: project.models })
  const style = styleFor(process.stderr)
  const warn = (message: string): void => void process.stderr.write(`${style.yellow('warning')} ${message}\n`)
  const state = readState({ file: project.stateFile, warn })
  try {
    const comparison = compareTasks(state.definitions(connection), graph.nodes)
    const outcomes = state.lastOutcomes(connection)
    const results =
      outcomes.size === 0 ? undefined : new Map([...outcomes].map(([name, outcome]) => [name, outcome.state]))
    const { names, unmatched } = selectTasks(graph, selectionGiven(given), { comparison, results })
    for (const text of unmatched) warn(`"${text}" matches no task`)
    const successes = state.lastSuccesses(connection)
    const rows = graph.levels.flatMap((level, depth) =>
      level.flatMap((name) => {
        const node = graph.nodes.get(name)
        if (node === undefined || !names.has(name)) return []
        return [
          [
            node.shortName,
            String(depth),
            node.enabled ? (node.schedule ? describeSchedule(node.schedule) : 'every run') : 'not enabled',
            node.ttlMinutes === undefined ? '' : formatDuration(node.ttlMinutes * 60_000),
            node.tags.join(', '),
            lastText(outcomes.get(name), successes.get(name)),
            node.line === undefined ? node.file : `${node.file}:${node.line}`,
          ],
        ]
      }),
    )
    printTable(['task', 'level', 'schedule', 'ttl', 'tags', 'last (UTC)', 'file'], rows)
  } finally {
    state.close()
  }
}

/** How and when the task last ran. A run that kept or skipped it says nothing new: the success that it was kept for does. */
function lastText(outcome: LastOutcome | undefined, success: LastSuccess | undefined): string {
  if (outcome === undefined) return 'never'
  const idle = outcome.state === 'kept' || outcome.state === 'skipped'
  const [state, at] = idle && success !== undefined ? ['success', success.at] : [outcome.state, outcome.endedAt]
  return `${state.replaceAll('_', ' ')} ${at.toISOString().slice(0, 16).replace('T', ' ')}`
}
