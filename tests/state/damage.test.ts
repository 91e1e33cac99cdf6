import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { StateUnavailable } from '../../src/errors/index.ts'
import { openState, readState } from '../../src/state/open.ts'
import { node, opened, outcome, start, temporaryFolder } from './support.ts'

function stateWithOneRun(file: string): void {
  const state = opened(file)
  const nodes = Array.from({ length: 300 }, (_, n) => node(`many.task${n}`, { description: 'x'.repeat(200) }))
  start(state, 'r1', nodes)
  state.tasksEnded(
    'r1',
    nodes.map(({ name }) => outcome(name)),
  )
  state.runEnded('r1', 'success', new Date())
  state.close()
}

test.each([
  [
    'text',
    (file: string) => writeFileSync(file, 'this is no database, but long enough to be looked at twice\n'.repeat(40)),
  ],
  ['half a file', (file: string) => truncateSync(file, 8192 + 100)],
  [
    'pages of zeros',
    (file: string) => {
      const bytes = readFileSync(file)
      bytes.fill(0, 4096, bytes.length - 4096)
      writeFileSync(file, bytes)
    },
  ],
])('a damaged file (%s) is kept aside and named, and a fresh one works', (_, damage) => {
  const folder = temporaryFolder()
  const file = join(folder, 'state.db')
  stateWithOneRun(file)
  damage(file)
  const damaged = readFileSync(file)

  const warned: string[] = []
  const reader = readState({ file, warn: (message) => warned.push(message) })
  reader.close()
  expect(readFileSync(file).equals(damaged)).toBe(true)

  const state = opened(file)
  expect(state.runs()).toEqual([])
  start(state, 'r2', [node('a.x')])
  state.tasksEnded('r2', [outcome('a.x')])
  expect(state.lastSuccesses('sqlite').has('a.x')).toBe(true)
  const kept = readdirSync(folder).find((name) => /^state\.db\.corrupt-\d{8}T\d{6}Z$/.test(name))
  expect(kept).toBeDefined()
  expect(readFileSync(join(folder, kept as string)).equals(damaged)).toBe(true)
  expect(state.warnings).toHaveLength(1)
  expect(state.warnings[0]).toContain(kept)
  expect(state.warnings[0]).toContain('schedules and TTLs start anew')
})

test("a newer Millrace's file is kept aside with what belongs to it", () => {
  const folder = temporaryFolder()
  const file = join(folder, 'state.db')
  stateWithOneRun(file)
  const newer = new Sqlite(file)
  newer.pragma('user_version = 99')
  newer.close()
  const state = opened(file)
  expect(state.warnings[0]).toMatch(/written by a newer Millrace: it is kept as .*state\.db\.newer-/)
  expect(state.runs()).toEqual([])
  const kept = readdirSync(folder).find((name) => name.includes('.newer-')) as string
  const old = new Sqlite(join(folder, kept), { readonly: true })
  expect(old.prepare('SELECT count(*) AS n FROM outcomes').get()).toEqual({ n: 300 })
  old.close()
})

test("somebody else's database is refused and left as it is", () => {
  const file = join(temporaryFolder(), 'warehouse.db')
  const theirs = new Sqlite(file)
  theirs.exec('CREATE TABLE precious (x); INSERT INTO precious VALUES (1)')
  theirs.close()
  const before = readFileSync(file)
  expect(() => opened(file)).toThrow(StateUnavailable)
  expect(() => opened(file)).toThrow(/not a Millrace state/)
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a place that cannot be a folder is a clear error', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  const open = () => openState({ file: join(folder, 'file', 'state.db'), command: 'test', warn: () => {} })
  expect(open).toThrow(StateUnavailable)
  expect(open).toThrow(/cannot open the state .*file\/state\.db/)
})

test('a folder that may not be written is a clear error', () => {
  const folder = join(temporaryFolder(), '.millrace')
  mkdirSync(folder)
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  if (process.getuid?.() === 0) chmodSync(join(folder, '..'), 0o755)
  chmodSync(folder, 0o555)
  // Root may write everywhere, so a process without rights tries it.
  const script = `
    import { openState } from ${JSON.stringify(join(import.meta.dirname, '../../dist/state/open.js'))}
    try { openState({ file: process.argv[1], command: 'test', warn() {} }) } catch (error) {
      console.log(error.code + '|' + error.message + '|' + error.hint)
    }`
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script, join(folder, 'state.db')], {
    ...asNobody,
    encoding: 'utf8',
  })
  chmodSync(folder, 0o755)
  expect(stdout).toMatch(/^StateUnavailable\|cannot open the state .*\|The folder .* must be writable/)
  expect(existsSync(join(folder, 'state.db'))).toBe(false)
})
