import type { Graph, TaskNode } from '../dag/graph.ts'
import { UsageError } from '../errors/index.ts'
import { didYouMean, listNames } from '../errors/nearest.ts'
import { formatTableName, type TableName } from '../plan/relation.ts'

/** What a command may be asked about by a name. */
export interface Called {
  readonly name: string
  readonly shortName: string
  readonly relation?: TableName | undefined
}

/**
 * The nodes that a name means: a full or short name, that of the relation, or the end of any of them. A name that is
 * unique to a node goes before one that others may have, too.
 */
export function nodesCalled<T extends Called>(nodes: readonly T[], text: string): readonly T[] {
  const ways: readonly ((node: T) => boolean)[] = [
    ({ name }) => name === text,
    ({ shortName }) => shortName === text,
    ({ relation }) => relation !== undefined && formatTableName(relation) === text,
    ({ name, relation }) => name.endsWith(`.${text}`) || relation?.name === text,
  ]
  for (const way of ways) {
    const found = nodes.filter(way)
    if (found.length > 0) return found
  }
  return []
}

/**
 * The one that was found.
 *
 * @param what `models`
 * @param option what the message begins with: `--param daily.day: `
 * @throws UsageError if there are several
 */
export function onlyOne<T extends Called>(found: readonly [T, ...T[]], text: string, what: string, option = ''): T {
  if (found.length === 1) return found[0]
  throw new UsageError(`${option}"${text}" is the name of ${found.length} ${what}`, {
    hint: `write one of ${listNames(found.map(({ name }) => name))}`,
  })
}

export const isFound = <T>(found: readonly T[]): found is readonly [T, ...T[]] => found.length > 0

/** What a name could have been meant to be, for "did you mean". */
export const namesFor = ({ name, shortName, relation }: Called): readonly string[] =>
  relation === undefined ? [shortName, name] : [shortName, name, formatTableName(relation)]

/** @throws UsageError if nothing of the graph, or more than one thing, has the name */
export function findNode(graph: Graph, text: string): TaskNode {
  const nodes = [...graph.nodes.values()]
  const found = nodesCalled(nodes, text)
  if (isFound(found)) return onlyOne(found, text, 'tasks')
  throw new UsageError(`there is no task "${text}"`, {
    hint: [didYouMean(text, nodes.flatMap(namesFor)), `tasks are ${listNames(nodes.map((node) => node.shortName))}`]
      .filter(Boolean)
      .join(' '),
  })
}
