/** Hints speak of what can be done where the error came up. */
import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

const models = (body: string): Record<string, string> => ({
  'models/x.ts': `import { Model, ref, schema, seed, source, table } from 'millrace'\n${body}\n`,
})

test('a model that is not built yet is named, where it is read', async () => {
  const project = makeProject(
    models(`export const nums = seed('seeds/nums.csv', schema({ id: 'long' }))
export const c = Model(() => ref(nums))
export const b = Model({ materialized: 'view' }, () => ref(c))`),
  )
  project.write({ 'seeds/nums.csv': 'id\n1\n' })
  const run = await project.run(['run', '--select', 'b'])
  expect(run.stderr).toContain(
    'hint x.c makes it, and is not built yet: build it too, --select +x.b; --defer CONNECTION',
  )
  const shown = await project.run(['show', 'b'])
  expect(shown.stderr).toContain('at models/x.ts:4\n')
  expect(shown.stderr).toContain('build it too, --select +b\n')
  expect(shown.stderr).not.toContain('app.js')
  expect((await project.run(['run', '--select', '+x.b'])).code).toBe(0)
})

test('a source without columns, and a model by its name', async () => {
  const project = makeProject(
    models(`export const raw = source('raw', 'events')\nexport const a = Model(() => ref(raw))`),
  )
  const compiled = await project.run(['compile'])
  expect(compiled.stderr).toContain("give the source its columns, source('raw', 'events', { schema:")
  expect(compiled.stderr).not.toMatch(/resolve\(\)|session\.table/)
  project.write(models(`export const a = Model(() => ref('orders'))`))
  expect((await project.run(['list'])).stderr).toContain("import { orders } from './orders.ts', then ref(orders)")
})

test('changed columns and repeated keys of an incremental model', async () => {
  const incremental = (columns: string): Record<string, string> =>
    models(`export const nums = seed('seeds/nums.csv', schema({ id: 'long', n: 'long' }))
export const kept = Model({ materialized: 'incremental', strategy: 'merge', key: 'id' }, () => ref(nums)${columns})`)
  const project = makeProject({ ...incremental(''), 'seeds/nums.csv': 'id,n\n1,1\n' })
  expect((await project.run(['run'])).code).toBe(0)
  project.write(incremental(`.withColumn('m', (c) => c.n)`))
  const changed = await project.run(['run'])
  expect(changed.stderr).toMatch(/SchemaChanged(.|\n)*hint onSchemaChange: 'append'.*--full-refresh/)
  expect(changed.stderr).not.toContain('overwrite')
  project.write({ ...incremental(''), 'seeds/nums.csv': 'id,n\n1,1\n1,2\n' })
  const repeated = await project.run(['run'])
  expect(repeated.stderr).toMatch(/DuplicateKey(.|\n)*hint make the rows distinct by the key in the body: .*rowNumber/)
  expect(repeated.stderr).not.toContain('dedupeBy')
})

test('a promise that a body leaves behind is told with its place, and no stack', async () => {
  const project = makeProject(
    models(`export const a = Model(() => {\n  fetch('http://127.0.0.1:1/x')\n  return table('nums')\n})`),
  )
  const { code, stderr } = await project.run(['list'])
  expect([code, stderr]).toEqual([2, expect.stringContaining('a promise that nobody awaits was rejected: TypeError')])
  expect(stderr).toContain('at models/x.ts:3:')
  expect(stderr).toContain('belongs in a task')
  expect(stderr).not.toMatch(/undici|dist\//)
})

test('a misspelled model, columns that nobody knows, and sources that were not selected', async () => {
  const project = makeProject(
    models(`export const raw = source('raw', 'events', { freshness: { column: 'at', errorAfter: '2d' } } as never)
export const orders = Model(() => ref(raw))
export const b = Model(() => ref(ordres))`),
  )
  expect((await project.run(['list'])).stderr).toContain('hint Did you mean "orders"?')
  project.write(
    models(`export const raw = source('raw', 'events', { freshness: { column: 'at', errorAfter: '2d' } } as never)
export const orders = Model(() => ref(raw))`),
  )
  const lineage = await project.run(['lineage', 'orders'])
  expect([lineage.code, lineage.stdout]).toEqual([0, expect.stringContaining('not known without a database')])
  const fresh = await project.run(['freshness', '-s', 'orders'])
  expect(fresh.stderr).toMatch(/no source that was selected says(.|\n)*these do: source:raw\.events/)
  project.write({ 'models/x.ts': '\n' })
  expect((await project.run(['list'])).stderr).toMatch(/the models export no task and no model\n(.|\n)*new NAME/)
})
