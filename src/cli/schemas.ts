import { type Graph, isInlined } from '../dag/graph.ts'
import type { BuildSettings } from '../dag/models/build-request.ts'
import { expandUser } from '../dag/models/names.ts'
import { makeSchemas } from '../materialize/make-schemas.ts'
import type { Plan } from './plan.ts'
import { loadConnection, type Project } from './project.ts'

/**
 * Creates the schemas that what a plan builds stands in, where they are missing. Here, not where each thing is built:
 * several at once would all try to.
 *
 * @returns the names of those that were made
 */
export async function makeNeededSchemas(
  project: Project,
  connection: string,
  graph: Graph,
  { decisions }: Plan,
  { defaultSchema, user }: BuildSettings,
): Promise<readonly string[]> {
  const needed = new Set<string>()
  for (const [name, { kind }] of decisions) {
    const node = graph.nodes.get(name)
    if (kind !== 'run' || node?.relation === undefined || node.resourceType === 'source' || isInlined(node)) continue
    const schema = expandUser(node.relation.schema, user) ?? defaultSchema
    if (schema !== undefined) needed.add(schema)
  }
  if (needed.size === 0) return []
  const { engine } = await loadConnection(project, connection)
  try {
    return await makeSchemas(engine, needed)
  } finally {
    await engine.close()
  }
}
