import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { postgres } from '../../src/engine/postgres/index.ts'
import { sqlite } from '../../src/engine/sqlite/index.ts'
import { Session } from '../../src/session/session.ts'
import { makeProject, ownConnections, type Project } from '../cli/project.ts'
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from '../support/databases.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

/** What a project runs on: the variables for its command, and the way to look into its database. */
export interface Target {
  readonly connection: 'sqlite' | 'postgresql'
  readonly environment: Readonly<Record<string, string>>
  readonly engine: Engine
}

/** All tables of a database by name; rows as JSON, sorted, since a table has no order. */
export type Contents = Readonly<Record<string, readonly string[]>>

/** The repository's own example (entry, connections, models) in a temporary folder, as a clone would have it. */
export function exampleProject(): Project {
  const project = projectOf(join(repository, 'models'), ['csv-parse', 'vega-datasets'])
  project.write(filesOf('seeds', join(repository, 'seeds'), '.csv'))
  return project
}

/** The repository's entry and connections with the models of some folder, and the packages that these import. */
export function projectOf(models: string, packages: readonly string[] = []): Project {
  const project = makeProject({ ...ownConnections(), ...filesOf('models', models, '.ts') })
  for (const name of packages) {
    symlinkSync(join(repository, 'node_modules', name), join(project.root, 'node_modules', name), 'dir')
  }
  return project
}

function filesOf(folder: string, from: string, ending: string): Readonly<Record<string, string>> {
  const files = readdirSync(from).filter((file) => file.endsWith(ending))
  return Object.fromEntries(files.map((file) => [`${folder}/${file}`, readFileSync(join(from, file), 'utf8')]))
}

/** A fresh database of one kind for one test. */
export async function targetFor(connection: Target['connection'], project: Project): Promise<Target> {
  if (connection === 'sqlite') {
    const engine = sqlite({ file: join(project.root, 'data/millrace.db') })
    onTestFinished(() => engine.close())
    return { connection, environment: { MILLRACE_CONNECTION: 'sqlite' }, engine }
  }
  const name = await createPostgresDatabase()
  const url = postgresUrl(name)
  const engine = postgres({ url })
  onTestFinished(async () => {
    await engine.close()
    await dropPostgresDatabase(name)
  })
  return { connection, environment: { MILLRACE_CONNECTION: 'postgresql', DATABASE_URL: url }, engine }
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Every table of the database, whole. */
export async function contentsOf({ engine }: Target): Promise<Contents> {
  const contents: Record<string, readonly string[]> = {}
  const names = (await engine.listTables(undefined)).map(({ name }) => name)
  // Engines stay open between looks: a session each, so that none remembers columns of before.
  for (const name of names.toSorted(byText)) {
    const rows = await new Session(engine).table(name).collect()
    contents[name] = rows.map((row) => JSON.stringify(row)).sort(byText)
  }
  return contents
}

/** Drops all views and tables, as if nothing had ever run. */
export async function dropAll({ engine }: Target): Promise<void> {
  const entries = await engine.listTables(undefined)
  for (const kind of ['view', 'table'] as const) {
    for (const entry of entries.filter((one) => one.kind === kind))
      await engine.knex.raw(`drop ${kind} ??`, [entry.name])
  }
}

/** The tables that tasks printed, by task: header and rows as cells, rows sorted. */
export function printedTables(stdout: string): Readonly<Record<string, readonly (readonly string[])[][]>> {
  const printed: Record<string, string[][][]> = {}
  let task = ''
  let table: string[][] | undefined
  for (const line of stdout.split('\n')) {
    const heading = /^── (\S+) ─+$/.exec(line)
    if (heading?.[1] !== undefined) {
      task = heading[1]
      printed[task] ??= []
    }
    const cells = line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim())
    if (line.startsWith('|') && table !== undefined) table.push(cells)
    else if (!line.startsWith('+')) table = undefined
    else if (table === undefined) {
      table = []
      printed[task]?.push(table)
    }
  }
  for (const tables of Object.values(printed))
    for (const rows of tables)
      rows.splice(1, rows.length, ...rows.slice(1).sort((a, b) => byText(a.join('|'), b.join('|'))))
  return printed
}
