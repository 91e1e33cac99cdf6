import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { placeOfNode } from '../../dag/graph.ts'
import { indexModels } from '../../dag/models/build-request.ts'
import { checkHeld } from '../../dag/models/check-held.ts'
import { compileIncremental, compileModel } from '../../dag/models/compile-model.ts'
import { selectTasks } from '../../dag/select/select.ts'
import { MillraceError, SchemaNotLoaded } from '../../errors/index.ts'
import { loadModels } from '../../loader/index.ts'
import { writeCommandArtifacts } from '../artifacts.ts'
import { idleSettings } from '../build-settings.ts'
import { EXIT } from '../exit-code.ts'
import { readHistory } from '../history.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { printError } from '../report/print-error.ts'
import { printWarning } from '../report/print-warning.ts'
import { type SelectionOptions, selectionGiven, warnUnmatched } from '../selection.ts'

/** Frames can be resolved, a body's cannot. */
const UNTYPED =
  "no database is asked: give the source its columns, source('raw', 'events', { schema: schema({ id: 'long' }) }), or table('name', schema({ … })); a seed and a model have their own"

/**
 * `compile`: writes the query of every model and snapshot to `target/compiled/`, in the words of the connection's
 * database, which is not asked; that for the new rows of an incremental model beside it, as `name.incremental.sql`.
 *
 * @returns the exit code: 1 where a model reads a table whose columns only the database knows, and where its own table
 * could not hold its columns
 */
export async function compileCommand(
  project: Project,
  given: SelectionOptions & { connection?: string; out: string; now?: Date },
): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const loaded = await loadModels({ root: project.root, models: project.models })
  const { graph, models } = loaded
  const { engine, schema } = await loadConnection(project, connection)
  await engine.close()
  const selection = selectTasks(graph, selectionGiven(given), readHistory(graph, project, connection))
  warnUnmatched(selection, printWarning)
  const { names } = selection
  const index = indexModels(models)
  const settings = idleSettings(schema)
  const now = given.now ?? new Date()
  const compiled = new Map<string, string>()
  let code: number = EXIT.ok
  for (const node of graph.nodes.values()) {
    const model = models.get(node.name)
    if (!names.has(node.name) || model?.body === undefined || node.relation === undefined) continue
    const folder = join(given.out, dirname(node.file))
    const write = (name: string, sql: string): void => {
      const file = join(folder, `${name}.sql`)
      mkdirSync(join(project.root, folder), { recursive: true })
      writeFileSync(join(project.root, file), `${sql};\n`)
      process.stdout.write(`${file}\n`)
    }
    try {
      checkHeld(model, engine.dialect)
      const sql = compileModel(node.name, engine.dialect, index, settings, now)
      compiled.set(node.name, sql)
      write(node.relation.name, sql)
      const fresh = compileIncremental(node.name, engine.dialect, index, settings, now)
      if (fresh !== undefined && fresh !== sql) write(`${node.relation.name}.incremental`, fresh)
    } catch (error) {
      if (!(error instanceof MillraceError)) throw error
      if (error instanceof SchemaNotLoaded) error.hint = UNTYPED
      error.at ??= placeOfNode(node)
      printError(error, project.root)
      code = EXIT.failed
    }
  }
  writeCommandArtifacts(project, {
    loaded,
    settings,
    dialect: engine.dialect,
    names,
    runId: 'compile',
    startedAt: now,
    knownSql: ({ name }) => compiled.get(name),
    warn: printWarning,
  })
  return code
}
