import { type Comparison, describeDifferences } from '../../dag/compare.ts'
import type { Graph } from '../../dag/graph.ts'
import { printable, type Style } from './style.ts'

/** What changed since the last run, a line for each task that is not equal; nothing on the first run. */
export function changeLines(comparison: Comparison, graph: Graph, style: Style): string[] {
  const { added, removed, equal, changed } = comparison
  if (removed.length === 0 && changed.size === 0 && equal.length === 0) return []
  if (added.length === 0 && removed.length === 0 && changed.size === 0)
    return [style.dim(`since the last run: nothing changed, ${equal.length} equal`)]
  const shown = (name: string): string => printable(graph.nodes.get(name)?.shortName ?? name)
  return [
    `since the last run: ${added.length} added, ${removed.length} removed, ${changed.size} changed, ${equal.length} equal`,
    ...added.map((name) => `  ${style.green('added')}    ${shown(name)}`),
    ...removed.map((name) => `  ${style.red('removed')}  ${shown(name)}`),
    ...[...changed].map(
      ([name, differences]) =>
        `  ${style.yellow('changed')}  ${shown(name)}: ${printable(describeDifferences(differences))}`,
    ),
  ]
}
