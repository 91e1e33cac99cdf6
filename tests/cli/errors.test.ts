import { describe, expect, test } from 'vitest'
import { makeProject, model } from './project.ts'

const good = { 'models/good.ts': model('export const good = Task(() => 1)') }

describe('models that cannot be loaded', () => {
  test('are shown all together with their code, and nothing runs', async () => {
    const project = makeProject({
      ...good,
      'models/syntax.ts': 'export const a = 1\nexport const b = [1, 2\nexport const c = 3\n',
      'models/throws.ts': `const settings = JSON.parse('{')\n\nexport const x = settings`,
    })
    const { code, stdout, stderr } = await project.run(['run'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain('  at models/syntax.ts:3:')
    expect(stderr).toContain('> 3 | export const c = 3')
    expect(stderr).toMatch(/error models\/throws\.ts: SyntaxError: .*\n {2}at models\/throws\.ts:1:23\n/)
    expect(stderr).toContain(`> 1 | const settings = JSON.parse('{')`)
    expect(stderr).toContain('2 mistakes in the models')
    expect(stderr).not.toMatch(/dist\/|node:internal|\.cache/)
  })

  test.each([
    [
      'a task that is its own ancestor',
      `export const a = Task({ dependsOn: ['b'] }, () => 1)\nexport const b = Task({ dependsOn: ['a'] }, () => 1)`,
      'tasks wait for each other: x.a → x.b → x.a',
    ],
    [
      'a dependency that does not exist',
      `export const a = Task({ dependsOn: ['goood'] }, () => 1)`,
      'there is no task "goood"\n  at models/x.ts:2',
    ],
    [
      'a dependency that is undefined',
      `export const a = Task({ dependsOn: [undefined] }, () => 1)`,
      'is undefined: a circular import?',
    ],
    ['an unfinished task', `export const a = Task({ ttlMinutes: 5 })`, 'the task a has no function'],
    ['an option that is none', `export const a = Task({ ttlMintes: 5 }, () => 1)`, 'Did you mean "ttlMinutes"?'],
  ])('%s', async (_, body, message) => {
    const { code, stderr } = await makeProject({ ...good, 'models/x.ts': model(body) }).run(['run'])
    expect(stderr).toContain(message)
    expect(code).toBe(2)
  })

  test('none at all', async () => {
    const { code, stderr } = await makeProject({}).run(['run'])
    expect(stderr).toMatch(/error there is no folder models in \S+\n {2}hint models are \.ts files/)
    expect(code).toBe(2)
    expect((await makeProject({ 'models/.keep': '' }).run(['list'])).stderr).toContain('there is no model in')
  })
})

describe('connections that do not answer', () => {
  test.each([[['run', '--connection', 'broken']], [['test-connection', 'broken']]])('%j ends with 3', async (args) => {
    const { code, stdout, stderr } = await makeProject(good).run(args)
    expect([code, stdout]).toEqual([3, ''])
    expect(stderr).toContain('no/such/folder')
    expect(stderr).not.toMatch(/^\s+at .*dist\//m)
  })

  test('a password never shows', async () => {
    const project = makeProject({
      ...good,
      'connections/sqlite.js': `import { postgres } from 'millrace/postgres'\nexport const engine = postgres({ url: 'postgres://ana:hunter2secret@127.0.0.1:1/shop' })`,
    })
    const { code, stderr } = await project.run(['test-connection'])
    expect(code).toBe(3)
    expect(stderr).toContain('127.0.0.1')
    expect(stderr).not.toContain('hunter2secret')
  })

  test('a module that throws, and one without an engine', async () => {
    const project = makeProject({
      ...good,
      'connections/sqlite.js': `throw new Error('no licence')`,
      'connections/broken.js': 'export const motor = 1',
    })
    const thrown = await project.run(['test-connection'])
    expect([thrown.code, thrown.stderr]).toEqual([2, 'error the connection sqlite cannot be loaded: no licence\n'])
    const empty = await project.run(['test-connection', 'broken'])
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('the connection broken exports no engine')])
  })
})

test('the working folder, which the shell keeps in PWD, is no secret', async () => {
  const project = makeProject({})
  const { stderr } = await project.run(['run'], {
    PWD: project.root,
    OLDPWD: project.root,
    DB_PWD: 'there is no folder',
  })
  expect(stderr).toContain(`*** models in ${project.root}`)
})
