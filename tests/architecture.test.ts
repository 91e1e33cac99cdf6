/** The rooms of src/ and the one direction in which they may know each other. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

/** From the ground up: a room imports from rooms before it alone. Rooms of one line do not know each other. */
const ORDER: readonly (readonly string[])[] = [
  ['errors'],
  ['plan'],
  ['column'],
  ['functions', 'frame'],
  ['analyse', 'dialect'],
  ['rewrite', 'lineage'],
  ['compiler', 'engine'],
  ['write'],
  ['session'],
  ['check'],
  ['materialize'],
  ['dag'],
  ['state', 'loader'],
  ['runner'],
  ['artifacts'],
  ['cli', 'testing'],
]

const SRC = join(import.meta.dirname, '../src')

interface Import {
  /** `compiler/blocks.ts`. */
  readonly from: string
  /** The room of the file. */
  readonly room: string
  /** `plan/type.ts`, or the name of a package. */
  readonly to: string
  readonly typeOnly: boolean
}

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))

const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
const textOf = (file: string): string => withoutComments(readFileSync(join(SRC, file), 'utf8'))

/** Every import of a file, also re-exports and imports that wait until they are needed. */
function importsOf(file: string): readonly Import[] {
  const text = textOf(file)
  const statements = text.matchAll(/^(?:import|export)\s+(type\s)?[^'"()]*?from\s+'([^']+)'/gm)
  const bare = text.matchAll(/^import\s+()'([^']+)'/gm)
  const late = text.matchAll(/\bimport\(()'([^']+)'\)/g)
  const room = file.split('/')[0] as string
  return [...statements, ...bare, ...late].map(([, typeWord, target = '']) => ({
    from: file,
    room,
    to: target.startsWith('.') ? relative(SRC, join(SRC, file, '..', target)) : target,
    typeOnly: typeWord !== undefined && typeWord !== '',
  }))
}

const imports = files.filter((file) => file !== 'index.ts').flatMap(importsOf)
const levelOf = (room: string): number => ORDER.findIndex((rooms) => rooms.includes(room))
const show = ({ from, to }: Import): string => `${from} → ${to}`

describe('the house', () => {
  test('every room has its place, and every place its room', () => {
    const rooms = readdirSync(SRC, { withFileTypes: true }).flatMap((entry) =>
      entry.isDirectory() ? [entry.name] : [],
    )
    const filled = rooms.filter((room) => files.some((file) => file.startsWith(`${room}/`)))
    expect(filled.sort()).toEqual(ORDER.flat().sort())
  })

  test('there are imports to look at', () => {
    expect(imports.length).toBeGreaterThan(300)
    expect(imports.some((one) => one.typeOnly)).toBe(true)
  })

  test('imports run one way', () => {
    const upward = imports.filter(({ room, to, typeOnly }) => {
      const target = to.split('/')[0] as string
      if (target === room || levelOf(target) < 0) return false
      // A task's context holds a session: dag knows its type, and nothing of it at run time.
      if (room === 'dag' && target === 'session') return !typeOnly
      return levelOf(target) >= levelOf(room)
    })
    expect(upward.map(show)).toEqual([])
  })

  test('imports stay inside src, and nothing in it imports the public door', () => {
    expect(imports.filter(({ to }) => to.startsWith('..') || to === 'index.ts').map(show)).toEqual([])
  })

  test('engine and compiler alone import Knex; others know its types', () => {
    const found = imports.filter(
      ({ room, to, typeOnly }) => to === 'knex' && !typeOnly && room !== 'engine' && room !== 'compiler',
    )
    expect(found.map(show)).toEqual([])
  })

  test('drivers are imported by their engine alone', () => {
    const drivers = ['better-sqlite3', 'pg', 'pg-query-stream', 'mssql', 'tedious']
    // The state is a SQLite file of its own.
    const found = imports.filter(
      ({ room, to, typeOnly }) => drivers.includes(to) && !typeOnly && room !== 'engine' && room !== 'state',
    )
    expect(found.map(show)).toEqual([])
  })

  test('what engines are called, and the codes and catalogues of their databases, is for engine and dialect to know', () => {
    const allowed = [
      // The names themselves, the field that keeps a code, and who offers databases to choose from.
      'plan/dialect-name.ts',
      'errors/database.ts',
      'testing/test-session.ts',
      'cli/project.ts',
    ]
    const knowing = /'(sqlite|postgres|duckdb|mssql)'|\.sqlState\b|\bSQLITE_|\bpg_catalog\b|\bsqlite_(master|schema)\b/
    const found = files.filter(
      (file) =>
        // The state is a SQLite file of its own.
        !['engine', 'dialect', 'state'].includes(file.split('/')[0] as string) &&
        !allowed.includes(file) &&
        knowing.test(textOf(file)),
    )
    expect(found).toEqual([])
    expect(allowed.filter((file) => !knowing.test(textOf(file)))).toEqual([])
  })

  test('only the command line prints or exits; a session prints what show, printSchema and explain are asked for', () => {
    // A slot's process ends itself, and takes over what tasks print and how they exit.
    const allowed = ['session/frame-actions.ts', 'runner/slot/main.ts', 'runner/slot/output.ts']
    const found = files.filter(
      (file) =>
        !file.startsWith('cli/') &&
        !allowed.includes(file) &&
        /\bconsole\s*\.|\bprocess\s*\.\s*(exit|exitCode|stdout|stderr)\b/.test(textOf(file)),
    )
    expect(found).toEqual([])
  })

  test('no file is longer than one can read at a sitting', () => {
    expect(files.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > 401)).toEqual([])
  })
})
