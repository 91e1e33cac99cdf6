import type { TableName } from '../../plan/relation.ts'
import type { ModelRelation } from '../../write/index.ts'
import type { RelationName, TaskNode } from '../graph.ts'
import { isEphemeral } from './definition.ts'
import type { ResolvedModel } from './resolve-models.ts'

/**
 * What the other models of a project make, as a write of one node has to know it: a view of theirs may read what goes.
 *
 * @param place where a relation is
 * @param runs whether this run builds a node, too
 */
export function relationsOfModels(
  { name: own, shortName }: TaskNode,
  models: ReadonlyMap<string, ResolvedModel>,
  place: (relation: RelationName) => TableName,
  runs: (name: string) => boolean,
): readonly ModelRelation[] {
  const after = readersOf(own, models)
  return [...models.values()].flatMap(({ name, definition, relation }): readonly ModelRelation[] => {
    if (name === own || definition.kind !== 'model' || isEphemeral(definition)) return []
    const later = after.has(name)
    const remedy = later
      ? `the view is the model ${name}, which this run does not build: select it too, --select ${shortName}+`
      : `the view is the model ${name}, which no longer reads ${shortName}: build it first, --select ${name}`
    return [{ relation: place(relation), remade: later && runs(name), remedy }]
  })
}

/** The models that read a node, themselves or by way of others. */
function readersOf(own: string, models: ReadonlyMap<string, ResolvedModel>): ReadonlySet<string> {
  const found = new Set([own])
  for (let size = 0; size < found.size; ) {
    size = found.size
    for (const { name, body } of models.values()) if (body?.refs.some((read) => found.has(read))) found.add(name)
  }
  return found
}
