import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeProject, type Project } from '../cli/project.ts'

const FILES = {
  'package.json': '{ "name": "@acme/web-shop", "type": "module" }',
  'seeds/orders.csv': 'id,total\n1,5\n2,-1\n',
  'models/shop.ts': `import { Model, ref, schema, seed } from 'millrace'
const orders = seed('seeds/orders.csv', schema({ id: 'long', total: 'long' }))
export const positive = Model({ tests: { id: ['unique'] } }, () => ref(orders).filter((o) => o.total.gt(0)))
export const all = Model({ modelTests: [{ expression: (o) => o.total.gt(0) }], tests: { total: [{ acceptedValues: [7], severity: 'warn' }] } }, () => ref(orders))
export const after = Model(() => ref(all))
`,
}

interface Document {
  readonly metadata: Readonly<Record<string, string>>
  readonly nodes: Readonly<Record<string, { readonly compiled_code: string | null }>>
  readonly results: readonly {
    readonly unique_id: string
    readonly status: string
    readonly message: string | null
    readonly failures: number | null
  }[]
  readonly args: Readonly<Record<string, unknown>>
}
const artifact = ({ root }: Project, name: string): Document =>
  JSON.parse(readFileSync(join(root, 'target', name), 'utf8')) as Document
const idOf = ({ unique_id: id }: { readonly unique_id: string }): string => id.replace(/\.[0-9a-f]{10}$/, '')

test('build tells the project and what came of it; compile the project alone', async () => {
  const project = makeProject(FILES)
  const compiled = await project.run(['compile', '--select', 'positive'])
  expect(compiled.code, compiled.stderr).toBe(0)
  const { nodes, metadata } = artifact(project, 'manifest.json')
  expect(metadata).toMatchObject({ project_name: 'web_shop', adapter_type: 'sqlite' })
  expect(nodes['model.web_shop.positive']?.compiled_code).toContain('from "orders"')
  expect(nodes['model.web_shop.all']?.compiled_code).toBeNull()
  expect(existsSync(join(project.root, 'target/run_results.json'))).toBe(false)

  const built = await project.run(['build'])
  expect(built.code, built.stderr).toBe(1)
  const { results, args, metadata: run } = artifact(project, 'run_results.json')
  expect(args.which).toBe('build')
  expect(run.invocation_id).toMatch(/^\d{8}T\d{6}Z-/)
  expect(Object.fromEntries(results.map((one) => [idOf(one), [one.status, one.failures]]))).toEqual({
    'seed.web_shop.orders': ['success', null],
    'model.web_shop.positive': ['success', null],
    'model.web_shop.all': ['success', null],
    'model.web_shop.after': ['skipped', null],
    'test.web_shop.unique_positive_id': ['pass', 0],
    'test.web_shop.accepted_values_all_total': ['warn', 2],
    'test.web_shop.expression_all': ['fail', 1],
  })
  expect(results.find(({ status }) => status === 'fail')?.message).toContain('the condition is false for 1 row')
  const after = artifact(project, 'manifest.json').nodes
  expect(Object.values(after).filter((node) => typeof node.compiled_code === 'string')).toHaveLength(6)
}, 60_000)

test('compile tells the query that it writes, of one instant', async () => {
  const models = `import { currentTimestamp, Model, ref, schema, seed } from 'millrace'
const orders = seed('seeds/orders.csv', schema({ id: 'long', total: 'long' }))
export const stamped = Model(() => ref(orders).withColumn('at', currentTimestamp()))
`
  const project = makeProject({ ...FILES, 'models/shop.ts': models })
  const { code, stdout, stderr } = await project.run(['compile', '--select', 'stamped'])
  expect(code, stderr).toBe(0)
  const written = readFileSync(join(project.root, stdout.trim()), 'utf8')
  const told = artifact(project, 'manifest.json').nodes['model.web_shop.stamped']?.compiled_code
  expect(written).toBe(`${told};\n`)
}, 60_000)

test('a folder that cannot be written is a warning', async () => {
  const project = makeProject({ ...FILES, target: 'a file' })
  const { code, stderr } = await project.run(['run', '--select', '+positive'])
  expect(code, stderr).toBe(0)
  expect(stderr).toContain('target/ cannot be written')
}, 60_000)
