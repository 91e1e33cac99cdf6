import { type Graph, isInlined, placeOfNode, type TaskNode } from '../dag/graph.ts'
import type { BuildSettings } from '../dag/models/build-request.ts'
import { expandUser } from '../dag/models/names.ts'
import type { Engine } from '../engine/engine.ts'
import { UnsupportedOnDialect } from '../errors/index.ts'
import { makeSchemas } from '../materialize/make-schemas.ts'
import type { Plan } from './plan.ts'
import { loadConnection, type Project } from './project.ts'

/**
 * Creates the schemas that what a plan builds stands in, where they are missing. Here, not where each thing is built:
 * several at once would all try to.
 *
 * @returns the names of those that were made
 * @throws what `makeSchemas` throws, with the place of what wants the schema where the engine has none
 */
export async function makeNeededSchemas(
  project: Project,
  connection: string,
  graph: Graph,
  { decisions }: Plan,
  { defaultSchema, user }: BuildSettings,
): Promise<readonly string[]> {
  const needed = new Map<string, TaskNode>()
  for (const [name, { kind }] of decisions) {
    const node = graph.nodes.get(name)
    if (kind !== 'run' || node?.relation === undefined || node.resourceType === 'source' || isInlined(node)) continue
    const schema = expandUser(node.relation.schema, user) ?? defaultSchema
    if (schema !== undefined && !needed.has(schema)) needed.set(schema, node)
  }
  if (needed.size === 0) return []
  const { engine } = await loadConnection(project, connection)
  try {
    const made: string[] = []
    for (const [schema, node] of needed) made.push(...(await makeFor(engine, schema, node)))
    return made
  } finally {
    await engine.close()
  }
}

async function makeFor(engine: Engine, schema: string, node: TaskNode): Promise<readonly string[]> {
  try {
    return await makeSchemas(engine, [schema])
  } catch (error) {
    if (error instanceof UnsupportedOnDialect) error.at ??= placeOfNode(node)
    throw error
  }
}
