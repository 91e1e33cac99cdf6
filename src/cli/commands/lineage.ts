import { modelLineage } from '../../dag/models/model-lineage.ts'
import type { LineageGraph, Reached, Step } from '../../lineage/graph.ts'
import { nodeToJson } from '../../lineage/to-json.ts'
import { loadModels } from '../../loader/index.ts'
import { findColumn } from '../find-column.ts'
import type { Project } from '../project.ts'
import { columnRows, decidedBy, describeColumn, type Side } from '../report/lineage-text.ts'
import { styleFor } from '../report/style.ts'
import { printTable } from '../report/table.ts'

/**
 * `lineage MODEL.COLUMN`: the columns that it comes from and goes into, through all models. `lineage MODEL`: all columns
 * of the model and what each comes from. Nothing but the models is looked at: no database need be there.
 *
 * @throws UsageError if there is no such model or column
 */
export async function lineageCommand(
  project: Project,
  text: string,
  given: { upstream?: boolean; downstream?: boolean; json?: boolean },
): Promise<void> {
  const graph = modelLineage(await loadModels({ root: project.root, models: project.models }))
  const { node, column } = findColumn(graph, text)
  const sides: readonly Side[] = (['upstream', 'downstream'] as const).filter(
    (side) => given[side] || !(given.upstream || given.downstream),
  )
  const style = styleFor(process.stdout)
  const print = (lines: string): void => void process.stdout.write(`${lines}\n`)
  if (given.json)
    return print(JSON.stringify(column === undefined ? nodeToJson(graph, node) : columnJson(graph, node.name, column, sides), null, 2)) // biome-ignore format: one call
  if (column !== undefined) return print(describeColumn({ graph, style }, node, column, sides))
  printTable(['column', 'comes from', 'computed as'], columnRows(graph, node))
  for (const line of decidedBy({ graph, style }, node, undefined)) print(line)
}

function columnJson(graph: LineageGraph, node: string, column: string, sides: readonly Side[]): object {
  const field = nodeToJson(graph, graph.nodes.get(node) as never).fields[column]
  const reached = (side: Side): Readonly<Record<string, readonly object[]>> =>
    sides.includes(side) ? { [side]: graph[side](node, column).map(reachedJson) } : {}
  return { name: node, column, ...field, ...reached('upstream'), ...reached('downstream') }
}

const reachedJson = ({ node, column, direct, path }: Reached): object => ({
  name: node,
  column,
  direct,
  path: path.map(stepJson),
})

const stepJson = ({ from, to, direct, conditions }: Step): object => ({
  from: { name: from.node, column: from.column ?? null },
  to: { name: to.node, column: to.column ?? null },
  kinds: direct === undefined ? conditions : [direct],
})
