import { expect, test } from 'vitest'
import { makeProject } from './project.ts'

const shop = (models: string): Record<string, string> => ({
  'seeds/o.csv': 'id,total\n1,2.50\n',
  'models/shop.ts': `import { Model, ref, schema, seed, sum } from 'millrace'
const raw = seed('seeds/o.csv', schema({ id: 'long', total: 'decimal(10,2)' }))
${models}
`,
})

test('compile tells of columns that tables of the database cannot hold; a view holds none', async () => {
  const totals = "() => ref(raw).groupBy('id').agg((o) => ({ total: sum(o.total) }))"
  const project = makeProject(
    shop(`export const seen = Model({ materialized: 'view' }, ${totals})
export const totals = Model(${totals})`),
  )
  const { code, stdout, stderr } = await project.run(['compile'])
  expect([code, stdout]).toEqual([1, 'target/compiled/models/seen.sql\n'])
  expect(stderr).toContain('SQLite has no column of type decimal(20,2): column "total"')
  expect(stderr).toContain('models/shop.ts:4')
  expect(stderr).toContain('cast it to decimal(15,2) or less')
}, 30_000)

test('a schema where there are none is refused before anything runs, with the place of the model', async () => {
  const project = makeProject(shop("export const mine = Model({ schema: 'mart_{user}' }, () => ref(raw))"))
  const { code, stderr } = await project.run(['build'])
  expect(code).toBe(2)
  expect(stderr).toMatch(/SQLite has no schemas, and no attached database is named "mart_/)
  expect(stderr).toContain('models/shop.ts:3')
  expect(stderr).toContain('leave out the schema')
  expect(stderr).not.toContain('running')
}, 30_000)
