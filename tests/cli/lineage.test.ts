import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { NodeJson } from '../../src/lineage/to-json.ts'
import { exampleProject } from '../example/project.ts'
import { makeProject } from './project.ts'

const models = {
  'models/shop.ts': `import { count, max, Model, rank, ref, schema, Snapshot, source, sum, table, Window } from 'millrace'
export const raw = source('raw', 'orders', { schema: schema({ id: 'long', customer: 'long', amount: 'long', state: 'string' }) })
export const stgOrders = Model({ materialized: 'view' }, () =>
  ref(raw).filter((o) => o.state.ne('void')).select((o) => [o.id, o.customer, o.amount.div(100).as('amount')]))
export const customers = Model({ name: 'customer_totals' }, () =>
  ref(stgOrders).groupBy('customer').agg((o) => ({ total: sum(o.amount), orders: count(), largest: max(o.amount) })))
export const ranked = Model({ materialized: 'view' }, () => ref(customers).select((c) => [c.customer, rank().over(Window.orderBy(c.total.desc())).as('place')]))
export const history = Snapshot({ key: 'customer', strategy: 'check', columns: ['total'] }, () => ref(customers).select('customer', 'total'))
export const outside = Model(() => table('elsewhere', schema({ x: 'long' })))
`,
}

describe('lineage', () => {
  test('of a column: the trees up and down, how each is computed, and what decides', async () => {
    const { code, stdout, stderr } = await makeProject(models).run(['lineage', 'stgOrders.amount'])
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toBe(`stgOrders.amount = amount / 100

comes from
└─ raw.orders.amount transformation

goes into
├─ customers.total aggregation = sum(amount)
│  └─ history.total identity
└─ customers.largest aggregation = max(amount)

the rows of stgOrders depend on
  raw.orders.state filter
`)
  })

  test('one side alone; a model goes by the name of its relation, too', async () => {
    const { code, stdout } = await makeProject(models).run(['lineage', 'customer_totals.orders', '--upstream'])
    expect([code, stdout]).toEqual([
      0,
      `customers.orders = count(*)

comes from
└─ the rows of stgOrders

the rows of customers depend on
  stgOrders.customer group by
`,
    ])
  })

  test('of a model: all its columns, and what decides about its rows', async () => {
    const project = makeProject(models)
    const { code, stdout } = await project.run(['lineage', 'customers'])
    expect([code, stdout]).toEqual([
      0,
      `column    comes from                      computed as
customer  stgOrders.customer (identity)
total     stgOrders.amount (aggregation)  sum(amount)
orders    the rows of stgOrders           count(*)
largest   stgOrders.amount (aggregation)  max(amount)

the rows of customers depend on
  stgOrders.customer group by
`,
    ])
    const ranked = await project.run(['lineage', 'ranked'])
    expect(ranked.stdout).toMatch(/^place +customers\.total \(window\) +rank\(\) over \(order by total desc\)$/m)
    const kept = await project.run(['lineage', 'history'])
    expect(kept.stdout).toMatch(/^valid_from +kept by the snapshot$/m)
    const table = await project.run(['lineage', 'elsewhere.x'])
    expect(table.stdout).toContain('comes from\noutside: no model makes it\n\ngoes into\n└─ outside.x identity\n')
    expect((await project.run(['lineage', 'raw.orders'])).stdout).toMatch(/^amount +outside$/m)
  })

  test('as data', async () => {
    const project = makeProject(models)
    const column = JSON.parse((await project.run(['lineage', 'history.total', '--json', '--upstream'])).stdout)
    expect(column.upstream.map(({ name, field, type }: Record<string, string>) => [name, field, type])).toEqual([
      ['shop.customers', 'total', 'DIRECT'],
      ['shop.stgOrders', 'amount', 'DIRECT'],
      ['sources.raw.orders', 'amount', 'DIRECT'],
      ['shop.stgOrders', 'customer', 'INDIRECT'],
      ['sources.raw.orders', 'state', 'INDIRECT'],
      ['sources.raw.orders', 'customer', 'INDIRECT'],
    ])
    expect(column.downstream).toBeUndefined()
    const model = JSON.parse((await project.run(['lineage', 'customers', '--json'])).stdout)
    expect(Object.keys(model.fields)).toEqual(['customer', 'total', 'orders', 'largest'])
  })

  test.each([
    ['custmers.total', 'there is no model "custmers"', 'Did you mean "customers"?'],
    ['customers.totl', 'customers has no column "totl"', 'Did you mean "total"? columns are customer, total'],
    ['nothing', 'there is no model "nothing"', 'models are'],
  ])('%s is no column', async (name, message, hint) => {
    const { code, stdout, stderr } = await makeProject(models).run(['lineage', name])
    expect(stderr).toContain(message)
    expect(stderr).toContain(hint)
    expect([code, stdout]).toEqual([2, ''])
  })
})

describe('export-dag --columns', () => {
  test('draws relations with their columns, and lines between them', async () => {
    const project = makeProject(models)
    const formats = 'svg,png,dot,mermaid,json'
    const { code, stdout } = await project.run(['export-dag', 'out', '--columns', '--format', formats])
    const files = ['svg', 'png', 'dot', 'mmd', 'json'].map((end) => `out/columns.${end}`)
    expect([code, stdout]).toEqual([0, `${files.join('\n')}\n`])
    const [svg = '', png = '', dot, mermaid, json = ''] = files.map((file) =>
      readFileSync(join(project.root, file), 'latin1'),
    )
    expect(svg.match(/class="edge"/g)).toHaveLength(10)
    expect(svg).toContain('>largest</text>')
    expect(png.slice(1, 4)).toBe('PNG')
    expect(dot).toContain('"shop.stgOrders":c2:e -> "shop.customers":c1:w [color="#f97316"')
    expect(mermaid).toMatch(/subgraph r\d\["stgOrders"\]/)
    expect(mermaid).toContain('-->|aggregation|')
    const nodes = JSON.parse(json) as { shortName: string; dataset: unknown }[]
    expect(nodes.find(({ shortName }) => shortName === 'stgOrders')?.dataset).toEqual([
      { name: 'sources.raw.orders', field: 'state', transformations: [{ type: 'INDIRECT', subtype: 'FILTER' }] },
    ])
  })

  test('says of every column of the example what it is made of', async () => {
    const project = exampleProject()
    const { code, stderr } = await project.run(['export-dag', '.', '--columns', '--format', 'json'])
    expect([code, stderr]).toEqual([0, ''])
    const nodes = JSON.parse(readFileSync(join(project.root, 'columns.json'), 'utf8')) as readonly NodeJson[]
    const made = nodes.filter(({ fields }) => Object.keys(fields).length > 0)
    expect(made.length).toBeGreaterThan(7)
    expect(nodes.every(({ known }) => known)).toBe(true)
    for (const { shortName, fields } of made) {
      for (const [column, { known, inputFields, expression }] of Object.entries(fields))
        expect([known, inputFields.length > 0 || expression !== null], `${shortName}.${column}`).toEqual([true, true])
    }
  })

  test('json is a format of columns alone; without models there is nothing to draw', async () => {
    const project = makeProject({ 'models/a.ts': `import { Task } from 'millrace'\nexport const a = Task(() => {})` })
    const plain = await project.run(['export-dag', '--format', 'json'])
    expect([plain.code, plain.stderr.includes('there is no format "json"')]).toEqual([2, true])
    const { code, stderr } = await project.run(['export-dag', '--columns'])
    expect(code).toBe(2)
    expect(stderr).toContain('no model is declared')
  })
})
