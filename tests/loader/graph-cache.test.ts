import { cpSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { dist, evaluate, loaderUrl, loadGraph, project, WHOLE } from './project.ts'

const made: { remove(): void }[] = []
afterEach(() => {
  for (const one of made.splice(0)) one.remove()
})

const FILES = {
  ...WHOLE,
  'seeds/zones.csv': 'id,name\n1,a\n',
  'lib/least.ts': 'export const least = 10',
  'models/raw.ts': `import { seed, schema } from 'millrace'
console.log('raw')
export const zones = seed('seeds/zones.csv', schema({ id: 'long', name: 'string' }))`,
  'models/marts/big.ts': `import { Model, ref } from 'millrace'
import { least } from '../../lib/least.ts'
import { zones } from '../raw.ts'
console.log('big')
export const big = Model(() => ref(zones).filter((z) => z.id.gt(least)))`,
}
const ALL = ['raw', 'big']

function make(more: Readonly<Record<string, string>> = {}): string {
  const one = project({ ...FILES, ...more })
  made.push(one)
  return one.root
}

const write = (root: string, file: string, text: string): void => writeFileSync(join(root, file), text)
const graphFile = (root: string): string =>
  join(root, '.cache', readdirSync(join(root, '.cache')).find((name) => name.startsWith('graph-')) as string)

describe('a second start', () => {
  test('with nothing changed gives the same graph and imports no model', async () => {
    const root = make()
    const first = await loadGraph(root)
    expect(first.printed).toEqual(ALL)
    expect(Object.keys(first.nodes ?? {})).toEqual(['seeds.zones', 'marts.big.big'])
    expect(await loadGraph(root)).toEqual({ ...first, printed: [] })
  })

  test('imports them when somebody asks what stands behind the graph', async () => {
    const root = make()
    await loadGraph(root)
    const said = await evaluate(`
      import { loadGraph } from ${JSON.stringify(loaderUrl)}
      const { graph, models } = await loadGraph({ root: ${JSON.stringify(root)} })
      console.log(graph.nodes.size)
      const loaded = await models()
      console.log([...loaded.models.values()].map(({ name, plan }) => name + ' ' + plan?.().kind).join())`)
    expect(said.trim().split('\n')).toEqual(['2', 'raw', 'big', 'seeds.zones undefined,marts.big.big filter'])
  })

  test.each<[string, (root: string) => void, string | undefined]>([
    [
      'a changed model',
      (root) => write(root, 'models/marts/big.ts', FILES['models/marts/big.ts'].replace('gt', 'lt')),
      'marts.big.big',
    ],
    ['a changed import', (root) => write(root, 'lib/least.ts', 'export const least = 11'), 'marts.big.big'],
    ['a changed seed', (root) => write(root, 'seeds/zones.csv', 'id,name\n2,a\n'), 'seeds.zones'],
    [
      'a new file',
      (root) => write(root, 'models/more.ts', `export * from './marts/big.ts'\nconsole.log('more')`),
      undefined,
    ],
    ['what an import could mean now', (root) => write(root, 'lib/least.js', 'export const least = 5'), undefined],
    ['settings of the compiler', (root) => write(root, 'tsconfig.json', '{}'), undefined],
  ])('sees %s', async (_, change, changed) => {
    const root = make()
    const first = await loadGraph(root)
    change(root)
    const second = await loadGraph(root)
    expect(second.printed).toEqual(expect.arrayContaining(ALL))
    const names = Object.keys(first.nodes ?? {})
    expect(names.filter((name) => first.nodes?.[name] !== second.nodes?.[name])).toEqual(changed ? [changed] : [])
    expect((await loadGraph(root)).printed).toEqual([])
  })

  test('sees an edit that keeps size and time', async () => {
    const root = make()
    const file = join(root, 'lib/least.ts')
    utimesSync(file, 1000, 1000)
    const first = await loadGraph(root)
    write(root, 'lib/least.ts', 'export const least = 99')
    utimesSync(file, 1000, 1000)
    expect(statSync(file).size).toBe(FILES['lib/least.ts'].length)
    expect((await loadGraph(root)).nodes).not.toEqual(first.nodes)
  })

  test('reads a file again that was only touched, and imports nothing', async () => {
    const root = make()
    await loadGraph(root)
    utimesSync(join(root, 'lib/least.ts'), 1000, 1000)
    expect((await loadGraph(root)).printed).toEqual([])
  })

  test('sees a removed file', async () => {
    const root = make({ 'models/more.ts': `import { Task } from 'millrace'\nexport const more = Task(() => 1)` })
    expect(Object.keys((await loadGraph(root)).nodes ?? {})).toContain('more.more')
    rmSync(join(root, 'models/more.ts'))
    expect(Object.keys((await loadGraph(root)).nodes ?? {})).toEqual(['seeds.zones', 'marts.big.big'])
  })

  test('of another version of the library loads anew', async () => {
    const copy = project({ 'package.json': '{ "type": "module", "version": "1.0.0" }' })
    made.push(copy)
    rmSync(join(copy.root, 'node_modules'), { recursive: true })
    symlinkSync(join(dirname(dist), 'node_modules'), join(copy.root, 'node_modules'))
    cpSync(dist, join(copy.root, 'dist'), { recursive: true })
    const root = make({ 'node_modules/millrace/index.js': `export * from '${copy.root}/dist/index.js'` })
    const load = () => loadGraph(root, join(copy.root, 'dist'))
    await load()
    expect((await load()).printed).toEqual([])
    write(copy.root, 'package.json', '{ "type": "module", "version": "1.0.1" }')
    expect((await load()).printed).toEqual(ALL)
  })
})

describe('a cache', () => {
  test.each<[string, (file: string) => void]>([
    ['cut off', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -10))],
    [
      'with another letter',
      (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('marts.big', 'marts.bug')),
    ],
    ['empty', (file) => writeFileSync(file, '')],
    ['whose bundle is cut off', (file) => writeFileSync(bundleBeside(file), 'export const models = {}')],
    ['whose bundle is gone', (file) => rmSync(bundleBeside(file))],
  ])('%s is not used', async (_, damage) => {
    const root = make()
    const first = await loadGraph(root)
    damage(graphFile(root))
    expect(await loadGraph(root)).toEqual(first)
    expect(await loadGraph(root)).toEqual({ ...first, printed: [] })
  })

  test('is written by several processes at once', async () => {
    const root = make()
    const all = await Promise.all([1, 2, 3, 4].map(() => loadGraph(root)))
    for (const one of all) expect(one.nodes).toEqual(all[0]?.nodes)
    expect((await loadGraph(root)).printed).toEqual([])
    expect(readdirSync(join(root, '.cache')).map((name) => name.replace(/[0-9a-f]{16}/, ''))).toEqual([
      'graph-.json',
      'models-.mjs',
    ])
  })

  test('never holds errors', async () => {
    const root = make({
      'models/odd.ts': `import { Model } from 'millrace'\nexport const odd = Model(() => 5 as never)`,
    })
    const wrong = await loadGraph(root)
    expect(wrong.errors?.[0]).toContain('odd.odd: the body gives no frame')
    expect((await loadGraph(root)).errors).toEqual(wrong.errors)
    rmSync(join(root, 'models/odd.ts'))
    expect((await loadGraph(root)).errors).toBeUndefined()
  })

  test.each([
    ['the environment', `export const x = process.env.HOME`],
    ['the clock', `export const x = Date.now()`],
    ['the language', `export const x = (0.5).toLocaleString()`],
    ['a package', `import { readFileSync } from 'node:fs'\nexport const x = readFileSync`],
  ])('holds no graph where models ask %s', async (_, text) => {
    const root = make({ 'models/asks.ts': text })
    const first = await loadGraph(root)
    expect(await loadGraph(root)).toEqual(first)
  })
})

function bundleBeside(file: string): string {
  return join(dirname(file), readdirSync(dirname(file)).find((name) => name.startsWith('models-')) as string)
}
