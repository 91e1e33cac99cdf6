import { modelLineage } from '../../dag/models/model-lineage.ts'
import { columnToJson, nodeToJson } from '../../lineage/to-json.ts'
import { loadModels } from '../../loader/index.ts'
import { findColumn } from '../find-column.ts'
import type { Project } from '../project.ts'
import { columnRows, decidedBy, describeColumn } from '../report/lineage-text.ts'
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
  const sides = (['upstream', 'downstream'] as const).filter(
    (side) => given[side] || !(given.upstream || given.downstream),
  )
  const style = styleFor(process.stdout)
  const print = (lines: string): void => void process.stdout.write(`${lines}\n`)
  if (given.json) {
    const data = column === undefined ? nodeToJson(graph, node) : columnToJson(graph, node, column, sides)
    return print(JSON.stringify(data, null, 2))
  }
  if (column !== undefined) return print(describeColumn({ graph, style }, node, column, sides))
  if (node.columns.length === 0)
    print(`the columns of ${node.shortName} are not known without a database: give the source that it reads a schema`)
  else printTable(['column', 'comes from', 'computed as'], columnRows(graph, node))
  for (const line of decidedBy({ graph, style }, node, undefined)) print(line)
}
