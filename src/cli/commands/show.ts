import { placeOfNode } from '../../dag/graph.ts'
import { indexModels, readsOf } from '../../dag/models/build-request.ts'
import { boundRelation } from '../../dag/models/compile-model.ts'
import { tellNotBuilt } from '../../dag/models/not-built.ts'
import { MillraceError, UsageError } from '../../errors/index.ts'
import { toDataFrame } from '../../frame/data-frame.ts'
import { loadModels } from '../../loader/index.ts'
import { frameActions } from '../../session/frame-actions.ts'
import { idleSettings } from '../build-settings.ts'
import { findNode } from '../find-node.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'

/** `show`: runs the query behind a model and prints its first rows; a seed or source shows its table. */
export async function showCommand(
  project: Project,
  name: string,
  given: { rows: number; connection?: string },
): Promise<void> {
  const connection = chooseConnection(project, given.connection)
  const { graph, models } = await loadModels({ root: project.root, models: project.models })
  const node = findNode(graph, name)
  const model = models.get(node.name)
  if (model === undefined)
    throw new UsageError(`${node.shortName} is a ${node.resourceType}: there are no rows to show`, {
      hint: 'show takes models, snapshots, seeds and sources',
    })
  const { engine, schema } = await loadConnection(project, connection)
  const settings = idleSettings(schema)
  const { Session, scopeOf } = await import('../../session/session.ts')
  const session = new Session(engine, { schema: settings.defaultSchema })
  try {
    const { relation, body } = model
    const table = { schema: relation.schema ?? settings.defaultSchema, name: relation.name }
    const shown =
      body === undefined
        ? ({ kind: 'table', table, fields: undefined } as const)
        : boundRelation(node.name, indexModels(models), settings)
    await toDataFrame(shown, frameActions(scopeOf(session))).show(given.rows)
  } catch (error) {
    // The frame is the model's, not of the file that calls the application.
    if (error instanceof MillraceError) error.at = placeOfNode(node)
    const reads = readsOf([node.name, ...(model.body?.refs ?? [])], models, settings)
    const { defaultSchema } = settings
    tellNotBuilt(error, { name: node.shortName, reads, defaultSchema, defers: false })
    throw error
  } finally {
    await session.close()
    await engine.close()
  }
}
