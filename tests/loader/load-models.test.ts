import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { evaluate, type Loaded, load, loaderUrl, project } from './project.ts'

const made: { remove(): void }[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})
function make(files: Readonly<Record<string, string>>): string {
  const one = project(files)
  made.push(one)
  return one.root
}
const loaded = (files: Readonly<Record<string, string>>, timeoutMs?: number): Promise<Loaded> =>
  load(make(files), timeoutMs)

describe('good models', () => {
  test('give tasks by file and export, with line, level and sources', async () => {
    const { tasks } = await loaded({
      'models/raw/orders.ts': `import { Task } from 'millrace'\nimport { name } from '../../lib/names.js'\n\nexport const load = Task(async () => name)\nexport const helper = 5\n`,
      'models/sales.ts': `import { Task, Monthly } from 'millrace'
import { load } from './raw/orders.ts'
export { load as again } from './raw/orders.ts'
export const daily = Task({ dependsOn: [load], runsOn: Monthly() }, () => 1)
export class Reports {
  static title = 'x'
  @Task({ dependsOn: [daily, () => Reports.total] })
  static async winners({ attempt }: { attempt: number }) { return Reports.title + attempt }
  @Task() static total() {}
}
`,
      'models/types.d.ts': 'export const no: number',
      'lib/names.ts': `export const name: string = 'orders'`,
    })
    expect(
      tasks?.map(({ name, shortName, line, dependsOn, level }) => ({ name, shortName, line, dependsOn, level })),
    ).toEqual([
      { name: 'raw.orders.load', shortName: 'load', line: 4, dependsOn: [], level: 0 },
      { name: 'sales.Reports.total', shortName: 'Reports.total', line: 9, dependsOn: [], level: 0 },
      { name: 'sales.daily', shortName: 'daily', line: 4, dependsOn: ['raw.orders.load'], level: 1 },
      {
        name: 'sales.Reports.winners',
        shortName: 'Reports.winners',
        line: 7,
        dependsOn: ['sales.daily', 'sales.Reports.total'],
        level: 2,
      },
    ])
    expect(tasks?.map(({ sources }) => sources)).toEqual([
      ['lib/names.ts', 'models/raw/orders.ts'],
      ['lib/names.ts', 'models/raw/orders.ts', 'models/sales.ts'],
      ['lib/names.ts', 'models/raw/orders.ts', 'models/sales.ts'],
      ['lib/names.ts', 'models/raw/orders.ts', 'models/sales.ts'],
    ])
  })

  test('tasks of a factory in a helper file have the line of the model', async () => {
    const { tasks } = await loaded({
      'lib/factory.ts': `import { Task } from 'millrace'\nexport const make = (n: number) => Task(() => n)`,
      'models/a.ts': `import { make } from '../lib/factory.ts'\n\nexport const one = make(1)\nexport const two = make(2)`,
      'models/b.ts': `export { one as first } from './a.ts'`,
    })
    expect(tasks?.map(({ name, line }) => `${name}:${line}`)).toEqual(['a.one:3', 'a.two:4'])
  })

  test('of two files that import each other, a thunk sees what comes later', async () => {
    const { tasks } = await loaded({
      'models/a.ts': `import { Task } from 'millrace'\nimport { b } from './b.ts'\nexport const a = Task({ dependsOn: [() => b] }, () => 1)`,
      'models/b.ts': `import { Task } from 'millrace'\nimport { a } from './a.ts'\nexport const b = Task(() => a)`,
    })
    expect(tasks?.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
      ['b.b', []],
      ['a.a', ['b.b']],
    ])
  })

  test('import.meta is that of the model, packages and connections stay outside', async () => {
    const root = make({
      'connections/sqlite.js': `export const engine = { it: globalThis.engines = (globalThis.engines ?? 0) + 1 }`,
      'connections/sqlite.ts': `export const engine = { it: 0 }`,
      'models/deep/a.ts': `import { Task } from 'millrace'
import { readFileSync } from 'node:fs'
import { engine } from '../../connections/sqlite.js'
export const read = Task(() => [readFileSync(new URL('data.txt', import.meta.url), 'utf8'), import.meta.dirname, engine.it])`,
      'models/deep/data.txt': 'beside',
    })
    const { bundleUrl, tasks } = await load(root)
    expect(tasks?.[0]?.sources).toEqual(['models/deep/a.ts'])
    const answer = await evaluate(`
      import { loadTask } from ${JSON.stringify(loaderUrl)}
      const { engine } = await import(${JSON.stringify(join(root, 'connections/sqlite.js'))})
      const task = await loadTask(${JSON.stringify(bundleUrl)}, 'models/deep/a.ts', 'read')
      console.log(JSON.stringify([...await task.run({}), engine.it]))`)
    expect(JSON.parse(answer)).toEqual(['beside', join(root, 'models/deep'), 1, 1])
  })

  test('the same sources give the same bundle, other ones another', async () => {
    const root = make({ 'models/a.ts': `import { Task } from 'millrace'\nexport const a = Task(() => 1)` })
    const [first, second] = [await load(root), await load(root)]
    expect(second.bundleUrl).toBe(first.bundleUrl)
    writeFileSync(join(root, 'models/a.ts'), `import { Task } from 'millrace'\nexport const a = Task(() => 2)`)
    expect((await load(root)).bundleUrl).not.toBe(first.bundleUrl)
  })
})

describe('a task in a slot', () => {
  test('runs only the files it needs, keeps its class, and its stack speaks of the model', async () => {
    const root = make({
      'models/a.ts': `import { Task } from 'millrace'

export class Reports {
  static title = 'kept '
  @Task() static async winners({ attempt }: { attempt: number }): Promise<string> {
    return this.title + attempt
  }
}
export const fails = Task(() => {
  const one: number = 1
  throw new Error('at ten past ' + one)
})`,
      'models/b.ts': `globalThis.other = true`,
    })
    const { bundleUrl } = await load(root)
    const answer = await evaluate(`
      import { Worker } from 'node:worker_threads'
      const script = \`
        import { parentPort } from 'node:worker_threads'
        import { loadTask } from ${JSON.stringify(loaderUrl)}
        {
          const winners = await loadTask(${JSON.stringify(bundleUrl)}, 'models/a.ts', 'Reports.winners')
          const fails = await loadTask(${JSON.stringify(bundleUrl)}, 'models/a.ts', 'fails')
          let stack
          try { fails.run({}) } catch (error) { stack = error.stack }
          const missing = await loadTask(${JSON.stringify(bundleUrl)}, 'models/a.ts', 'nope').catch((error) => error.message)
          parentPort.postMessage([await winners.run({ attempt: 3 }), stack, globalThis.other, missing])
        }\`
      new Worker(new URL('data:text/javascript,' + encodeURIComponent(script))).on('message', (answer) => console.log(JSON.stringify(answer)))`)
    const [value, stack, other, missing] = JSON.parse(answer) as [string, string, unknown, string]
    expect(value).toBe('kept 3')
    expect(stack).toContain(`${join(root, 'models/a.ts')}:11:9`)
    expect(other).toBeNull()
    expect(missing).toBe('models/a.ts exports no task nope')
  })
})

describe('broken models', () => {
  test('are reported all together, each with its line, and importers under the file at fault', async () => {
    const { errors } = await loaded({
      'models/good.ts': `import { Task } from 'millrace'\nexport const good = Task(() => 1)`,
      'models/syntax.ts': `export const x = 1\nexport const broken = Task(\n`,
      'models/unresolved.ts': `import { y } from './nowhere.ts'\nexport const z = y`,
      'models/no-export.ts': `import { nope } from './good.ts'\nexport const z = nope`,
      'models/no-package.ts': `import what from 'left-of-pad'\nexport const z = what`,
      'models/throws.ts': `const nothing = undefined as unknown as { a: number }\n\nexport const value = nothing.a`,
      'models/imports-throws.ts': `import { value } from './throws.ts'\nexport const v = value`,
      'models/imports-syntax.ts': `import { x } from './syntax.ts'\nexport const v = x`,
      'models/option.ts': `import { Task } from 'millrace'\n\nexport const typo = Task({ ttl: 5 }, () => 1)`,
      'models/unfinished.ts': `import { Task } from 'millrace'\nexport const later = Task({ owner: 'ana' })`,
      'models/text.ts': `throw 'just a text'`,
    })
    const found = errors?.map(({ at, message, hint }) => `${at} | ${message} | ${hint ?? ''}`) ?? []
    expect(found.sort((a, b) => (a < b ? -1 : 1))).toEqual([
      expect.stringMatching(
        /^models\/no-export\.ts:1:10 \| models\/no-export\.ts: No matching export in "models\/good\.ts" for import "nope"/,
      ),
      'models/no-package.ts:1:18 | models/no-package.ts: Cannot find package "left-of-pad" | npm install left-of-pad',
      expect.stringMatching(
        /^models\/option\.ts:3:\d+ \| models\/option\.ts: Task: unknown option "ttl" \| Did you mean "ttlMinutes"\?/,
      ),
      expect.stringMatching(/^models\/syntax\.ts:3:1 \| models\/syntax\.ts: Unexpected end of file/),
      'models/text.ts | models/text.ts: threw "just a text" | ',
      expect.stringMatching(
        /^models\/throws\.ts:3:\d+ \| models\/throws\.ts: TypeError: Cannot read properties of undefined \(reading 'a'\) \| not loaded either, since they import it: models\/imports-throws\.ts$/,
      ),
      'models/unfinished.ts | models/unfinished.ts: the task later has no function | Task({ … }, async ({ session }) => { … })',
      expect.stringMatching(
        /^models\/unresolved\.ts:1:19 \| models\/unresolved\.ts: Could not resolve "\.\/nowhere\.ts"/,
      ),
    ])
  })

  test('a name that a package lacks is found beside what throws', async () => {
    const { errors } = await loaded({
      'models/good.ts': `import { Task } from 'millrace'\nexport const good = Task(() => 1)`,
      'models/typo.ts': `import { Task,\n  Montly } from 'millrace'\nexport const typo = Task({ runsOn: Montly() }, () => 1)`,
      'models/throws.ts': `throw new RangeError('too far')`,
      'models/importer.ts': `import { typo } from './typo.ts'\nexport const again = typo`,
      'models/imports-throws.ts': `import './throws.ts'`,
    })
    const found = errors?.map(({ at, message, hint }) => `${at} | ${message} | ${hint ?? ''}`) ?? []
    expect(found.sort((a, b) => (a < b ? -1 : 1))).toEqual([
      expect.stringMatching(
        /^models\/throws\.ts:1:7 \| models\/throws\.ts: RangeError: too far \| .*models\/imports-throws\.ts/,
      ),
      expect.stringMatching(
        /^models\/typo\.ts:2 \| models\/typo\.ts: "millrace" exports no "Montly" \| Did you mean "Monthly"\?.*models\/importer\.ts/,
      ),
    ])
  })

  test('an import that never ends is named, and so are its importers', async () => {
    const { errors } = await loaded(
      {
        'models/slow.ts': `await new Promise(() => undefined)\nexport const x = 1`,
        'models/importer.ts': `import { x } from './slow.ts'\nexport const y = x`,
        'models/zgood.ts': `export const fine = 1`,
      },
      300,
    )
    expect(errors).toEqual([
      expect.objectContaining({
        message: 'models/slow.ts: did not load within 0.3 s',
        hint: expect.stringContaining('models/importer.ts') as string,
      }),
    ])
  })

  test('two tasks of one name', async () => {
    const { errors } = await loaded({
      'models/a.b.ts': `import { Task } from 'millrace'\nexport const x = Task(() => 1)`,
      'models/a/b.ts': `import { Task } from 'millrace'\nexport const x = Task(() => 1)`,
    })
    expect(errors?.[0]?.message).toBe('two tasks are named a.b.x: x in models/a.b.ts:2 and x in models/a/b.ts:2')
  })

  test('unknown dependencies and cycles come from the graph', async () => {
    const { errors } = await loaded({
      'models/a.ts': `import { Task } from 'millrace'\nexport const a = Task({ dependsOn: ['b'] }, () => 1)\nexport const b = Task({ dependsOn: ['a'] }, () => 1)`,
    })
    expect(errors).toEqual([
      {
        name: 'DependencyCycle',
        message: 'tasks wait for each other: a.a → a.b → a.a',
        at: 'models/a.ts:2',
        hint: expect.any(String) as string,
      },
    ])
  })

  test('no models', async () => {
    const root = make({ 'models/readme.md': '' })
    expect((await load(root)).errors?.[0]?.message).toBe(`there is no model in ${join(root, 'models')}`)
    rmSync(join(root, 'models'), { recursive: true })
    expect((await load(root)).errors?.[0]).toMatchObject({
      message: `there is no folder models in ${root}`,
      hint: expect.stringContaining('new NAME') as string,
    })
  })
})
