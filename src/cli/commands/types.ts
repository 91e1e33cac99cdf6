import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { UsageError } from '../../errors/index.ts'
import { formatTableName } from '../../plan/table-name.ts'
import { isKeptTable } from '../../session/keep/table-names.ts'
import { isTemporaryName } from '../../write/steps.ts'
import { databaseTypes, isTableLine, type KnownTable } from '../database-types.ts'
import { EXIT } from '../exit-code.ts'
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
 * With `check` nothing is written: what would change is printed.
 *
 * @returns the exit code: 1 where `check` finds a difference
 * @throws UsageError for an unknown connection and for a folder as `out`, ConnectionFailed
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
  const now = databaseTypes(await tablesOf(project, connection), command)
  const shown = relative(project.calledFrom, file)
  if (given.check) return checkTypes(file, now, { shown, command })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, now)
  process.stdout.write(`${shown}\n`)
  return EXIT.ok
}

/** What a session on that connection finds, under the names by which it finds it. */
async function tablesOf(project: Project, connection: string): Promise<readonly KnownTable[]> {
  const { engine, schema: own } = await loadConnection(project, connection)
  try {
    return (await engine.describeTables())
      .filter(({ name }) => !isKeptTable(name) && !isTemporaryName(name))
      .map(({ schema, name, isDefault, fields, comments }) => {
        const bare = own === undefined ? isDefault : schema === own
        return { name: formatTableName({ schema: bare ? undefined : schema, name }), fields, comments }
      })
  } finally {
    await engine.close()
  }
}

function checkTypes(file: string, now: string, { shown, command }: { shown: string; command: string }): number {
  const old = readIfThere(file)
  const differences = diffLines(withoutHeading(old ?? ''), withoutHeading(now), isTableLine)
  if (differences.length === 0) return EXIT.ok
  const style = styleFor(process.stdout)
  for (const { kind, text } of differences)
    process.stdout.write(`${diffText({ kind, text: printable(text) }, style)}\n`)
  const what = old === undefined ? `there is no ${shown}` : `the database is not as ${shown} says`
  process.stderr.write(`${what}; write it: ${command}\n`)
  return EXIT.failed
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
