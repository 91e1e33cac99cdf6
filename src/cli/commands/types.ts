import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import type { BuildSettings } from '../../dag/models/build-request.ts'
import { dialectOf } from '../../dialect/index.ts'
import type { TableDescription } from '../../engine/engine.ts'
import { UsageError } from '../../errors/index.ts'
import { loadModels } from '../../loader/index.ts'
import { writtenTableName } from '../../plan/table-name.ts'
import { isKeptTable } from '../../session/keep/table-names.ts'
import { isTemporaryName } from '../../write/steps.ts'
import { idleSettings } from '../build-settings.ts'
import { databaseTypes, isTableLine, type KnownTable } from '../database-types.ts'
import { EXIT } from '../exit-code.ts'
import { differingModels } from '../model-columns.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { diffLines, diffText } from '../report/line-diff.ts'
import { printable, styleFor } from '../report/style.ts'

export interface TypesGiven {
  readonly connection?: string
  readonly out?: string
  readonly check?: boolean
}

/**
 * `types`: reads the catalogue and writes it down as the `Database` of `session.table`; its path goes to standard output.
 * With `check` nothing is written: what would change is printed, and which models have other columns than their tables.
 *
 * @returns the exit code: 1 where `check` finds a difference
 * @throws UsageError for an unknown connection and for a folder as `out`, ConnectionFailed; with `check` ModelErrors
 */
export async function typesCommand(project: Project, given: TypesGiven): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const usual = join(project.root, project.models, 'database.d.ts')
  const file = given.out === undefined ? usual : resolve(project.calledFrom, given.out)
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`types writes a file, and ${given.out} is a folder`, {
      hint: `--out ${join(given.out ?? '', 'database.d.ts')}`,
    })
  }
  const place = file === usual ? '' : ` --out ${relative(project.root, file).replaceAll('\\', '/')}`
  const command = `node app.js types --connection ${connection}${place}`
  const database = await readDatabase(project, connection)
  const now = databaseTypes(knownTables(database), command)
  const shown = relative(project.calledFrom, file)
  if (given.check) {
    const same = checkTypes(file, now, { shown, command })
    return (await checkModels(project, connection, database)) && same ? EXIT.ok : EXIT.failed
  }
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, now)
  process.stdout.write(`${shown}\n`)
  return EXIT.ok
}

/** What a connection finds in its database. */
interface Found {
  readonly tables: readonly TableDescription[]
  readonly settings: BuildSettings
  readonly dialect: string
}

async function readDatabase(project: Project, connection: string): Promise<Found> {
  const { engine, schema } = await loadConnection(project, connection)
  try {
    const tables = (await engine.describeTables()).filter(({ name }) => !isKeptTable(name) && !isTemporaryName(name))
    return { tables, settings: idleSettings(schema), dialect: engine.dialect }
  } finally {
    await engine.close()
  }
}

/** The tables under the names by which a session finds them. */
function knownTables({ tables, settings: { defaultSchema } }: Found): readonly KnownTable[] {
  return tables.map(({ schema, name, isDefault, fields, comments }) => {
    const bare = defaultSchema === undefined ? isDefault : schema === defaultSchema
    return { name: writtenTableName({ schema: bare ? undefined : schema, name }), fields, comments }
  })
}

/** Whether the file says what the database says; else prints what would change. */
function checkTypes(file: string, now: string, { shown, command }: { shown: string; command: string }): boolean {
  const old = readIfThere(file)
  const differences = diffLines(withoutHeading(old ?? ''), withoutHeading(now), isTableLine)
  if (differences.length === 0) return true
  const style = styleFor(process.stdout)
  for (const { kind, text } of differences)
    process.stdout.write(`${diffText({ kind, text: printable(text) }, style)}\n`)
  const what = old === undefined ? `there is no ${shown}` : `the database is not as ${shown} says`
  process.stderr.write(`${what}; write it: ${command}\n`)
  return false
}

/** Whether what `ref` gives is what the tables have; else prints the columns in which they differ. */
async function checkModels(
  project: Project,
  connection: string,
  { tables, settings, dialect }: Found,
): Promise<boolean> {
  const { models } = await loadModels({ root: project.root, models: project.models })
  const differing = differingModels(models, tables, settings, dialectOf(dialect).ddl)
  for (const { kind, name, at, relation, columns } of differing) {
    const lines = [`${kind} ${name} (${at}) and ${relation} differ:`, ...columns.map((column) => `  ${column}`)]
    process.stdout.write(lines.map((line) => `${printable(line)}\n`).join(''))
  }
  const built = differing.filter(({ kind }) => kind !== 'source').map(({ name }) => printable(name))
  if (built.length > 0)
    process.stderr.write(
      `what ref gives is not what the database has; build it: node app.js run ${built.join(' ')} --connection ${connection}\n`,
    )
  const declared = differing.filter(({ kind }) => kind === 'source').map(({ name, at }) => printable(`${name} (${at})`))
  if (declared.length > 0) process.stderr.write(`mend the schema that the declaration gives: ${declared.join(', ')}\n`)
  return differing.length === 0
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Which connection wrote it is no difference, nor how a checkout ends its lines. */
const withoutHeading = (text: string): string => text.replaceAll('\r\n', '\n').replace(/^\/\/.*\n/, '')
