import { checkFreshness } from '../../check/freshness.ts'
import { selectTasks } from '../../dag/select/select.ts'
import { listNames, UsageError } from '../../errors/index.ts'
import { type LoadedModels, loadModels } from '../../loader/index.ts'
import { formatDuration } from '../../plan/duration.ts'
import { idleSettings } from '../build-settings.ts'
import { EXIT } from '../exit-code.ts'
import { readHistory } from '../history.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { printWarning } from '../report/print-warning.ts'
import { printTable } from '../report/table.ts'
import { type SelectionOptions, selectionGiven, warnUnmatched } from '../selection.ts'

/** `freshness`: how old the newest row of each source is, against what its options allow. @returns 1 where one is too old */
export async function freshnessCommand(
  project: Project,
  given: SelectionOptions & { connection?: string; now?: Date },
): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const { graph, models } = await loadModels({ root: project.root, models: project.models })
  const selection = selectTasks(graph, selectionGiven(given), readHistory(graph, project, connection))
  warnUnmatched(selection, printWarning)
  const asked = [...models.values()].flatMap(({ name, definition, relation }) => {
    if (definition.kind !== 'source' || definition.options.freshness === undefined || !selection.names.has(name))
      return []
    return [{ name: `${definition.group}.${definition.name}`, relation, freshness: definition.options.freshness }]
  })
  if (asked.length === 0) throw nothingAsked(models)
  const { engine, schema } = await loadConnection(project, connection)
  const { defaultSchema } = idleSettings(schema)
  const { Session, scopeOf } = await import('../../session/session.ts')
  const session = new Session(engine, { schema: defaultSchema })
  const now = given.now ?? new Date()
  let code: number = EXIT.ok
  try {
    const rows: string[][] = []
    for (const { name, relation, freshness } of asked) {
      const table = { schema: relation.schema ?? defaultSchema, name: relation.name }
      const found = await checkFreshness(scopeOf(session), {
        table: { kind: 'table', table, fields: undefined },
        now,
        ...freshness,
      })
      if (found.status === 'error') code = EXIT.failed
      const age = found.ageMs === undefined ? '' : formatDuration(Math.max(0, found.ageMs))
      rows.push([name, found.status, found.newest?.toISOString() ?? '', age, found.message])
    }
    printTable(['source', 'status', 'newest (UTC)', 'age', 'what was found'], rows)
    return code
  } finally {
    await session.close()
    await engine.close()
  }
}

function nothingAsked(models: LoadedModels['models']): UsageError {
  const told = [...models.values()].filter(
    ({ definition }) => definition.kind === 'source' && definition.options.freshness !== undefined,
  )
  if (told.length > 0)
    return new UsageError('no source that was selected says how fresh it must be', {
      hint: `these do: ${listNames(told.map(({ name }) => name.replace(/^sources\./, 'source:')))}`,
    })
  return new UsageError('no source says how fresh it must be', {
    hint: "source('raw', 'events', { freshness: { column: 'at', errorAfter: '2d' } })",
  })
}
