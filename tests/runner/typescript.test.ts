import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { finish, project } from './support.ts'

const DIST = new URL('../../dist/', import.meta.url)
const { loadModels } = (await import(
  new URL('loader/index.js', DIST).href
)) as typeof import('../../src/loader/index.ts')

test.each([
  ['thread', undefined],
  ['process', 60_000],
])('models from the loader run in a %s, and failures name their TypeScript lines', async (_, timeoutMs) => {
  const made = project({ models: {}, nodes: [] })
  mkdirSync(join(made.root, 'models/marts'), { recursive: true })
  // What the package gives by its name, as far as these models need it.
  mkdirSync(join(made.root, 'node_modules/millrace'), { recursive: true })
  writeFileSync(join(made.root, 'node_modules/millrace/package.json'), '{ "type": "module", "exports": "./index.js" }')
  writeFileSync(join(made.root, 'node_modules/millrace/index.js'), `export * from '${DIST}dag/define-task.js'`)
  writeFileSync(
    join(made.root, 'models/marts/sales.ts'),
    `import { Task } from 'millrace'
import { explode } from '../helpers.ts'

interface Row { readonly total: number }

const retry = 0
export const daily = Task({ retry }, async () => {
  const row: Row = { total: 1 }
  explode(row.total)
})
export class Reports {
  @Task({ dependsOn: [daily], trigger: 'allDone' })
  static async winners() { console.log('winners') }
}
`,
  )
  writeFileSync(
    join(made.root, 'models/helpers.ts'),
    `export type Explosive = number

export function explode(total: Explosive): never {
  throw new Error(\`no total of \${total}\`)
}
`,
  )
  const { graph, bundleUrl } = await loadModels({ root: made.root })
  const nodes = new Map([...graph.nodes].map(([name, node]) => [name, { ...node, timeoutMs }]))
  const done = await finish(made, {
    graph: { ...graph, nodes },
    bundleUrl,
    decisions: new Map([...nodes.keys()].map((name) => [name, { kind: 'run' }])),
  })
  expect(done.states).toEqual(['marts.sales.daily failed', 'marts.sales.Reports.winners success'])
  const { failure } = done.task('marts.sales.daily')
  expect(failure).toMatchObject({ message: 'no total of 1', at: 'models/helpers.ts:4:9' })
  expect(failure?.stack.map((frame) => frame.replace(/^.*\((.*)\)$/, '$1'))).toEqual([
    'models/helpers.ts:4:9',
    'models/marts/sales.ts:9:3',
  ])
  expect(done.printed('marts.sales.Reports.winners')).toBe('winners\n')
})
