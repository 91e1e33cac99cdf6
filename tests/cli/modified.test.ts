/** What `state:modified` and `result:` find after a build. */
import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

interface Parts {
  readonly rows?: string
  readonly options?: string
  readonly body?: string
  readonly values?: string
}
const shop = ({ rows = '1,paid\n2,open\n', options = '', body = '', values = "'paid', 'open'" }: Parts) => ({
  'seeds/raw_orders.csv': `id,status\n${rows}`,
  'models/shop.ts': `import { Model, lit, ref, schema, seed } from 'millrace'
const rawOrders = seed('seeds/raw_orders.csv', schema({ id: 'long', status: 'string' }))
export const staged = Model({ materialized: 'view' }, () => ref(rawOrders))
export const orders = Model({ ${options} tests: { id: ['unique'], status: [{ acceptedValues: [${values}] }] } }, () => ref(staged)${body})
`,
})

test('what was modified since the last run', async () => {
  const project = makeProject(shop({}))
  expect((await project.run(['build'])).code).toBe(0)
  const modified = async (parts: Parts, state = 'modified'): Promise<string[]> => {
    project.write(shop(parts))
    const args = ['list', '--json', '--select', `state:${state}`, '--indirect-selection', 'empty']
    const { code, stdout, stderr } = await project.run(args)
    if (code === 2) return [stderr.split('\n')[0] ?? '']
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { short_name: string }).short_name)
  }
  const nothing = ['error nothing selected: no node matches "state:modified"']
  expect(await modified({})).toEqual(nothing)
  expect(
    await modified({ body: ' /* only words */', options: "tags: ['new'], owner: 'ana', description: 'words'," }),
  ).toEqual(nothing)
  expect(await modified({ body: '.filter((o) => o.id.gt(0))' })).toEqual(['orders'])
  expect(await modified({ body: '.filter((o) => o.id.gt(0))' }, 'modified.configs')).toEqual([
    'error nothing selected: no node matches "state:modified.configs"',
  ])
  expect(await modified({ options: "materialized: 'view'," }, 'modified.configs')).toEqual(['orders'])
  expect(await modified({ values: "'paid', 'open', 'lost'" })).toEqual(['accepted_values_orders_status'])
  expect(await modified({ rows: '1,paid\n2,open\n3,open\n' })).toEqual(['raw_orders'])
}, 120_000)

test('the verdicts of tests are results', async () => {
  const options = `modelTests: [
    { name: 'odd', severity: 'warn', rows: (o) => o.filter((c) => c.id.eq(1)) },
    { name: 'impossible', rows: (o) => o.filter((c) => c.status.cast('long').gt(0)) },
  ],`
  const project = makeProject(shop({ values: "'paid'", options }))
  expect((await project.run(['build'])).code).toBe(1)
  const by = async (result: string): Promise<string[]> => {
    const { stdout } = await project.run([
      'list',
      '--json',
      '--select',
      `result:${result}`,
      '--indirect-selection',
      'empty',
    ])
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { short_name: string }).short_name)
  }
  expect(await by('fail')).toEqual(['accepted_values_orders_status'])
  expect(await by('warn')).toEqual(['odd'])
  expect(await by('error')).toEqual(['impossible'])
  expect(await by('failed')).toEqual(['accepted_values_orders_status', 'impossible'])
  expect(await by('pass')).toEqual(['unique_orders_id'])
  expect(await by('success')).toEqual(['raw_orders', 'staged', 'orders'])
}, 60_000)
