import { UsageError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import type { LineageGraph, LineageNode } from '../lineage/graph.ts'
import { formatTableName } from '../plan/relation.ts'

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
  if (whole.length > 0) return { node: only(whole, text), column: undefined }
  // The longest name of a model first.
  for (let dot = text.lastIndexOf('.'); dot > 0; dot = text.lastIndexOf('.', dot - 1)) {
    const [name, column] = [text.slice(0, dot), text.slice(dot + 1)]
    const found = nodesCalled(nodes, name)
    if (found.length === 0) continue
    const node = only(found, name)
    if (node.columns.includes(column) || node.columns.length === 0) return { node, column }
    throw new UsageError(`${node.shortName} has no column "${column}"`, {
      hint: [didYouMean(column, node.columns), `columns are ${listNames(node.columns)}`].filter(Boolean).join(' '),
    })
  }
  const names = nodes.flatMap(({ shortName, relation }) => [shortName, formatTableName(relation)])
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

/** By a name that is unique to a node before one that others may have, too. */
function nodesCalled(nodes: readonly LineageNode[], text: string): readonly LineageNode[] {
  const ways: readonly ((node: LineageNode) => boolean)[] = [
    ({ name }) => name === text,
    ({ shortName }) => shortName === text,
    ({ relation }) => formatTableName(relation) === text,
    ({ name, relation }) => name.endsWith(`.${text}`) || relation.name === text,
  ]
  for (const way of ways) {
    const found = nodes.filter(way)
    if (found.length > 0) return found
  }
  return []
}

function only(found: readonly LineageNode[], text: string): LineageNode {
  if (found.length === 1) return found[0] as LineageNode
  throw new UsageError(`"${text}" is the name of ${found.length} models`, {
    hint: `write one of ${listNames(found.map(({ name }) => name))}`,
  })
}
