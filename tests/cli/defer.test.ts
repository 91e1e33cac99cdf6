import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

const connection = (file: string, schema: string | undefined): string => `import { duckdb } from 'millrace/duckdb'
export const engine = duckdb({ file: 'data/${file}.duckdb' })
export const schema = ${JSON.stringify(schema)}
`
const shop = {
  'app.js': `import { app } from 'millrace'
await app({
  connections: {
    prod: () => import('./connections/prod.js'),
    dev: () => import('./connections/dev.js'),
    elsewhere: () => import('./connections/elsewhere.js'),
  },
  connection: 'dev',
})`,
  'connections/prod.js': connection('shop', 'prod'),
  'connections/dev.js': connection('shop', 'dev_{user}'),
  'connections/elsewhere.js': connection('other', undefined),
  'seeds/raw_orders.csv': 'id,status\n1,paid\n2,open\n',
  'models/shop.ts': `import { Model, ref, schema, seed } from 'millrace'
const rawOrders = seed('seeds/raw_orders.csv', schema({ id: 'long', status: 'string' }))
export const staged = Model({ materialized: 'view' }, () => ref(rawOrders))
export const orders = Model(() => ref(staged).filter((o) => o.status.eq('open')))
export const counted = Model({ schema: 'reports' }, () => ref(orders).groupBy().count())
`,
}

test('a developer builds a part in a schema of their own, over what production has', async () => {
  const project = makeProject(shop)
  const user = { USER: 'Zoe', LOGNAME: 'Zoe' }
  const missing = await project.run(['run', '--select', 'orders'], user)
  expect(missing.code).toBe(1)
  expect(missing.stderr).toContain('there is no table or view')

  const built = await project.run(['build', '--connection', 'prod'], user)
  expect(built.stderr).toContain('the schema prod is new')
  expect(built.stderr).toContain('the schema reports is new')
  expect(built.code).toBe(0)

  const deferred = await project.run(['run', '--select', 'orders', '--defer', 'prod'], user)
  expect([deferred.code, deferred.stdout]).toEqual([0, expect.stringContaining('tasks=1 success=1')])
  // What was built is read where it was built, without production.
  expect((await project.run(['run', '--select', 'counted'], user)).code).toBe(0)

  const elsewhere = await project.run(
    ['run', '--select', 'orders', '--connection', 'elsewhere', '--defer', 'prod'],
    user,
  )
  expect(elsewhere.code).toBe(2)
  expect(elsewhere.stderr).toContain('--defer prod: it is another database')
}, 120_000)
