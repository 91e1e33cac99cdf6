import type { TableName } from '../../plan/relation.ts'
import type { ModelRelation } from '../../write/index.ts'
import type { Graph } from '../graph.ts'
import { type BuildSettings, placed } from './build-request.ts'
import { isEphemeral } from './definition.ts'
import type { ResolvedModel } from './resolve-models.ts'

/** Something that is built, as the writes of a run have to know it: plain data, the same for all of them. */
export interface BuiltNode {
  /** Full name. */
  readonly name: string
  readonly shortName: string
  /** Of a model with a relation of its own. */
  readonly relation: TableName | undefined
  /** Full names of what it reads. */
  readonly reads: readonly string[]
  /** Whether this run builds it. */
  readonly runs: boolean
}

/** All that a project builds. @param runs whether this run builds the node of that full name */
export function builtNodes(
  graph: Graph,
  models: ReadonlyMap<string, ResolvedModel>,
  settings: BuildSettings,
  runs: (name: string) => boolean,
): readonly BuiltNode[] {
  return [...models.values()].map(({ name, definition, relation, body }) => ({
    name,
    shortName: graph.nodes.get(name)?.shortName ?? name,
    relation: definition.kind !== 'model' || isEphemeral(definition) ? undefined : placed(relation, settings),
    reads: body?.refs ?? [],
    runs: runs(name),
  }))
}

/**
 * What the other models of a project make, as a write of one node has to know it: a view of theirs may read what goes.
 *
 * @param own full name of the node
 */
export function relationsOfModels(own: string, nodes: readonly BuiltNode[]): readonly ModelRelation[] {
  const after = readersOf(own, nodes)
  const shortName = nodes.find(({ name }) => name === own)?.shortName ?? own
  return nodes.flatMap(({ name, relation, runs }): readonly ModelRelation[] => {
    if (name === own || relation === undefined) return []
    const later = after.has(name)
    const remedy = later
      ? `the view is the model ${name}, which this run does not build: select it too, --select ${shortName}+`
      : `the view is the model ${name}, which no longer reads ${shortName}: build it first, --select ${name}`
    return [{ relation, remade: later && runs, remedy }]
  })
}

/** What reads a node, itself or by way of others. */
function readersOf(own: string, nodes: readonly BuiltNode[]): ReadonlySet<string> {
  const found = new Set([own])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { name, reads } of nodes) if (reads.some((read) => found.has(read))) found.add(name)
  }
  return found
}
