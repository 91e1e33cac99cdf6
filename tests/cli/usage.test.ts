import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeProject, model, startNode } from './project.ts'

const one = { 'models/a.ts': model('export const daily = Task({ tags: ["nightly"] }, () => 1)') }

describe('mistakes on the command line end with 2 and say what was meant', () => {
  test.each([
    [['lst'], "unknown command 'lst'", 'Did you mean list?'],
    [['run', '--selct', 'x'], "unknown option '--selct'", 'Did you mean --select?'],
    [['run', '--threads', '0'], "argument '0' is invalid", 'whole number above zero'],
    [['run', '--now', 'yesterday'], "argument 'yesterday' is invalid", '2026-12-31'],
    [['run', '--connection', 'sqlit'], 'there is no connection "sqlit"', 'Did you mean "sqlite"'],
    [['run', '--select', 'dayly'], 'nothing selected: no task matches "dayly"', 'Did you mean "daily"'],
    [['run', '--select', 'tag:nightli'], 'nothing selected', 'Did you mean "nightly"'],
    [['run', '--select', 'tga:nightly'], 'there is no selector method "tga"', 'Did you mean "tag"'],
    [
      ['list', '--indirect-selection', 'carefull'],
      "argument 'carefull' is invalid",
      'eager, cautious, buildable, empty',
    ],
    [['list', '--resource-type', 'view'], "argument 'view' is invalid", 'task, model, seed'],
    [['list', '--resource-type', 'model'], 'nothing selected: there is no model', 'tasks are daily'],
    [['sql', 'dayly'], 'there is no task "dayly"', 'Did you mean "daily"'],
    [['sql'], "missing required argument 'task'", ''],
    [['export-dag', '--format', 'svgg'], 'there is no format "svgg"', 'Did you mean "svg"'],
    [['new', '../escape'], '"../escape" cannot be the name of a task', 'begin with a letter'],
    [['new', 'a'], 'models/a.ts exists already', 'choose another name'],
    [['types', '--out', 'models'], 'models is a folder', '--out models/database.d.ts'],
    [[], 'Usage: node app.js', 'Commands:'],
  ])('%j', async (args, message, hint) => {
    const { code, stdout, stderr } = await makeProject(one).run(args)
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
    expect(stderr).not.toContain('node_modules')
    expect([code, stdout]).toEqual([2, ''])
  })

  test('a connection of MILLRACE_CONNECTION says where it comes from', async () => {
    const { code, stderr } = await makeProject(one).run(['list'], { MILLRACE_CONNECTION: 'oracle' })
    expect([code, stderr]).toEqual([
      2,
      'error there is no connection "oracle" (from MILLRACE_CONNECTION)\n  hint connections are sqlite, broken\n',
    ])
  })

  test.each([
    ['{ conections: {} }', 'app: unknown option "conections"', 'Did you mean "connections"'],
    ['{ connections: {}, connection: "x" }', 'app: no connections', 'app({'],
    ['{ connections: { a: 5 }, connection: "a" }', 'connections.a is no function', 'app({'],
    ['{ connections: { a: () => import("./b.js") }, connection: "a", threads: -1 }', 'threads is -1', '1, 2'],
  ])('options of the application: %s', async (options, message, hint) => {
    const project = makeProject({ ...one, 'app.js': `import { app } from 'millrace'\nawait app(${options})` })
    const { code, stderr } = await project.run(['list'])
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
    expect(code).toBe(2)
  })
})

describe('help', () => {
  test.each([
    ['--help'],
    ['run', '--help'],
    ['list', '-h'],
    ['export-dag', '--help'],
    ['sql', '--help'],
    ['test-connection', '--help'],
    ['new', '--help'],
  ])('%s %s', async (...args) => {
    const { code, stdout, stderr } = await makeProject(one).run(args.filter(Boolean))
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Usage: node app.js')
  })
})

describe('what is loaded', () => {
  /** Runs with a witness that writes down the packages which each thread and process loads. */
  async function loadedBy(args: readonly string[]): Promise<string[]> {
    const project = makeProject(one)
    const witness = join(project.root, 'witness.cjs')
    writeFileSync(
      witness,
      `process.on('exit', () => require('node:fs').appendFileSync(${JSON.stringify(join(project.root, 'loaded.txt'))},
        Object.keys(require.cache).join('\\n') + '\\n'))`,
    )
    const { code } = await project.run(args, { NODE_OPTIONS: `--require ${witness}` })
    expect(code).toBe(0)
    const files = readFileSync(join(project.root, 'loaded.txt'), 'utf8')
    return [...new Set([...files.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].map((found) => found[1] as string))]
  }
  const drivers = ['better-sqlite3', 'pg', 'mssql', 'tedious']

  test('help: no driver, no Knex, no compiler', async () => {
    const packages = await loadedBy(['--help'])
    expect(packages).toContain('commander')
    for (const driver of [...drivers, 'knex', 'esbuild']) expect(packages).not.toContain(driver)
  })

  test('a run on SQLite: no other driver', async () => {
    const packages = await loadedBy(['run'])
    expect(packages).toContain('better-sqlite3')
    for (const driver of ['pg', 'mssql', 'tedious']) expect(packages).not.toContain(driver)
  })
})

describe('where it is called', () => {
  test('from another folder, paths of the project stay its own and arguments are the caller’s', async () => {
    const project = makeProject(one)
    const { root } = makeProject({})
    const { ended } = startNode([join(project.root, 'app.js'), 'export-dag', 'drawn', '--format', 'mermaid'], root)
    const { code, stdout } = await ended
    expect([code, stdout]).toEqual([0, 'drawn/dag.mmd\n'])
    expect(existsSync(join(root, 'drawn/dag.mmd'))).toBe(true)
  })

  test('npx millrace is node app.js', async () => {
    const project = makeProject(one)
    const bin = join(project.root, 'node_modules/millrace/dist/cli/bin.js')
    const list = await startNode([bin, 'list'], project.root).ended
    expect([list.code, list.stdout]).toEqual([0, expect.stringContaining('daily')])
    const none = await startNode([bin, 'list'], join(project.root, 'models')).ended
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('there is no app.js in')])
  })
})

test('--version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    version: string
  }
  expect((await makeProject(one).run(['--version'])).stdout).toBe(`${version}\n`)
})
