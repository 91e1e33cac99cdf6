import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { databaseTypes } from '../../src/cli/database-types.ts'
import { parseType } from '../../src/plan/type.ts'
import { onEveryEngine, type TestDatabase } from '../support/databases.ts'
import { makeProject, type Project } from './project.ts'
import { compile, execute, onDatabase, TSCONFIG } from './typed-project.ts'

const projectOn = (database: TestDatabase): Project =>
  makeProject({
    ...onDatabase(database),
    'models/report.ts': `import { Task } from 'millrace'
export const report = Task(async ({ session }) => {
  const big = session.table('orders').filter((o) => o.day.gte('2026-01-01'))
  await big.filter((o) => o.total.gt(10)).show()
})
`,
  })

onEveryEngine((database) => {
  const speaks = database.dialect !== 'sqlite'

  test('types writes what the catalogue says, and finds out when it no longer does', async () => {
    await execute(database, [
      `CREATE TABLE orders (id BIGINT NOT NULL, "customer's" VARCHAR(20), total DECIMAL(12,2) NOT NULL, day DATE NOT NULL,
        placed_at TIMESTAMP, paid BOOLEAN, weight DOUBLE PRECISION)`,
      'CREATE VIEW "order days" AS SELECT day, id FROM orders',
      'CREATE TABLE "my.table" (x INTEGER)',
      'CREATE TABLE millrace_kept_0_1 (x INTEGER)',
      'CREATE TABLE millrace_0123456789abcdef (x INTEGER)',
      ...(speaks
        ? [
            'CREATE SCHEMA sales',
            'CREATE TABLE sales.orders (total DECIMAL(12,2))',
            "COMMENT ON TABLE orders IS 'what was ordered'",
            "COMMENT ON COLUMN orders.total IS 'in euros */ with tax'",
            `COMMENT ON VIEW "order days" IS 'two\nlines'`,
          ]
        : []),
    ])
    const project = projectOn(database)
    const file = join(project.root, 'models/database.d.ts')
    const missing = await project.run(['types', '--check'])
    expect([missing.code, existsSync(file)]).toEqual([1, false])
    expect(missing.stdout).toContain('+ export interface Orders {\n')
    expect(missing.stderr).toContain('there is no models/database.d.ts')

    const written = await project.run(['types'])
    expect([written.code, written.stdout, written.stderr]).toEqual([0, 'models/database.d.ts\n', ''])
    const said = (line: string): string => (speaks ? `${line}\n` : '')
    const expected = `// Written by: node app.js types --connection sqlite
import type { Decimal, SqlDate } from 'millrace'

export interface MyTable {
  x: number | null
}

${said('/**\n * two\n * lines\n */')}export interface OrderDays {
  day: SqlDate | null
  id: number | null
}

${said('/** what was ordered */')}export interface Orders {
  id: number
  'customer\\'s': string | null
${said('  /** in euros *\\/ with tax */')}  total: Decimal
  day: SqlDate
  placed_at: Date | null
  paid: boolean | null
  weight: number | null
}

${said('export interface SalesOrders {\n  total: Decimal | null\n}\n')}export interface Tables {
  '"my.table"': MyTable
  'order days': OrderDays
  orders: Orders
${said("  'sales.orders': SalesOrders")}}

declare module 'millrace' {
  interface Database extends Tables {}
}
`
    expect(readFileSync(file, 'utf8')).toBe(expected)
    expect(compile(project)).toBe('')
    const same = await project.run(['types', '--check'])
    expect([same.code, same.stdout, same.stderr]).toEqual([0, '', ''])

    await execute(database, ['ALTER TABLE orders RENAME COLUMN total TO amount', 'DROP TABLE "my.table"'])
    const moved = await project.run(['types', '--check'])
    expect(moved.code).toBe(1)
    const changed = moved.stdout.split('\n').filter((line) => /^[-+]/.test(line))
    expect(changed).toEqual([
      '- export interface MyTable {',
      '-   x: number | null',
      '- }',
      '- ',
      '-   total: Decimal',
      '+   amount: Decimal',
      `-   '"my.table"': MyTable`,
    ])
    expect(moved.stdout).toContain('\n  export interface Orders {\n')
    expect(moved.stderr).toContain('the database is not as models/database.d.ts says')
    expect(readFileSync(file, 'utf8')).toBe(expected)

    expect((await project.run(['types'])).code).toBe(0)
    expect(compile(project)).toMatch(
      /^models\/report\.ts\(4,\d+\): error TS\d+: Property 'total' does not exist [^\n]*\n/,
    )
  }, 120_000)
})

describe('the types of columns', () => {
  const KINDS = [
    'byte', 'short', 'int', 'long', 'float', 'double', 'decimal(9,2)', 'string', 'boolean', 'binary', 'date', 'timestamp',
    'json', 'array<string>', 'array<array<decimal(9,2)>>', 'array<json>', 'map<string,date>', 'map<long, string>', 'map<decimal(9,2),decimal(9,2)>', 'struct<a:int,b:string>',
  ] as const // biome-ignore format: one glance

  test('are those of a schema', () => {
    const fields = KINDS.flatMap((kind) => [
      { name: kind, type: parseType(kind), nullable: false },
      { name: `${kind}?`, type: parseType(kind), nullable: true },
    ])
    const comments = { relation: undefined, columns: new Map<string, string>() }
    const columns = fields.map(({ name }) => `${JSON.stringify(name)}: ${JSON.stringify(name)}`)
    const project = makeProject({
      'tsconfig.json': TSCONFIG,
      'models/database.d.ts': databaseTypes([{ name: 'kinds', fields, comments }], 'this test'),
      'models/kinds.ts': `import { type Database, type Row, schema } from 'millrace'
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const kinds = schema({ ${columns.join(', ')} })
type Differing = { [K in keyof Row<typeof kinds>]: Equal<Row<typeof kinds>[K], Database['kinds'][K]> extends true ? never : K }
export const differing: Differing[keyof Row<typeof kinds>][] = []
export const none: Equal<Differing[keyof Row<typeof kinds>], never> = true
`,
    })
    expect(compile(project)).toBe('')
  }, 60_000)

  test('that no value of JavaScript is promised for are unknown', () => {
    const fields = [{ name: 'span', type: { kind: 'unknown', native: 'interval' }, nullable: true }] as const
    const comments = { relation: undefined, columns: new Map<string, string>() }
    const text = databaseTypes([{ name: 'spans', fields, comments }], 'this test')
    expect(text).toContain('  span: unknown\n')
    expect(text).not.toContain('import')
  })
})

test('the session schema of a connection is the one whose tables need no schema', async () => {
  const project = makeProject({
    'connections/sqlite.js': `import { duckdb } from 'millrace/duckdb'
export const engine = duckdb({ file: ':memory:' })
export const schema = 'sales'
await engine.transaction(async (on) => {
  for (const sql of ['CREATE SCHEMA sales', 'CREATE TABLE sales.a (x INTEGER)', 'CREATE TABLE b (x INTEGER)']) await on.execute({ sql, bindings: [] })
})`,
  })
  const { code, stdout, stderr } = await project.run(['types', '--out', 'types/shop.d.ts'])
  expect([code, stdout, stderr]).toEqual([0, 'types/shop.d.ts\n', ''])
  const text = readFileSync(join(project.root, 'types/shop.d.ts'), 'utf8')
  expect(text).toContain('// Written by: node app.js types --connection sqlite --out types/shop.d.ts\n')
  expect(text).toContain("export interface Tables {\n  a: A\n  'main.b': MainB\n}\n")
})
