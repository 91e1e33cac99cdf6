import { UsageError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import type { LineageGraph, LineageNode } from '../lineage/graph.ts'
import { isFound, namesFor, nodesCalled, onlyOne } from './find-node.ts'

/**
 * The model, and the column of it, that `MODEL` or `MODEL.COLUMN` means. A model goes by its short or full name, or by
 * the name of its relation; both names may hold dots.
 *
 * @throws UsageError if there is no such model or column, or more than one.
 */
export function findColumn(
  graph: LineageGraph,
  text: string,
): { readonly node: LineageNode; readonly column: string | undefined } {
  const nodes = [...graph.nodes.values()]
  const whole = nodesCalled(nodes, text)
  if (isFound(whole)) return { node: onlyOne(whole, text, 'models'), column: undefined }
  // The longest name of a model first.
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
    const [name, column] = [text.slice(0, dot), text.slice(dot + 1)]
    const found = nodesCalled(nodes, name)
    if (!isFound(found)) continue
    const node = onlyOne(found, name, 'models')
    if (node.columns.includes(column) || node.columns.length === 0) return { node, column }
    throw new UsageError(`${node.shortName} has no column "${column}"`, {
      hint: [didYouMean(column, node.columns), `columns are ${listNames(node.columns)}`].filter(Boolean).join(' '),
    })
  }
  const names = nodes.flatMap(namesFor)
  const wanted = text.includes('.') ? text.slice(0, text.lastIndexOf('.')) : text
  throw new UsageError(`there is no model "${wanted}"`, {
    hint: [
      didYouMean(wanted, names) ?? didYouMean(text, names),
      nodes.length === 0 ? 'no model is declared' : `models are ${listNames(nodes.map(({ shortName }) => shortName))}`,
    ]
      .filter(Boolean)
      .join(' '),
  })
}
