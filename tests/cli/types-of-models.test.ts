/** From a change in the database, or in a model, to the lines that must change: `types --check`, then the type checker. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { onEveryEngine } from '../support/databases.ts'
import { makeProject } from './project.ts'
import { COMPILERS, compile, execute, onDatabase, TSCONFIG } from './typed-project.ts'

const compilers = Object.keys(COMPILERS) as (keyof typeof COMPILERS)[]
/** The lines that a type checker complains of, by both compilers: `models/a.ts:3`. */
const refusedLines = (said: string): readonly string[] =>
  [...new Set([...said.matchAll(/^(\S+?)\((\d+),\d+\): error TS/gm)].map(([, file, line]) => `${file}:${line}`))].sort(
    (a, b) => (a < b ? -1 : 1),
  )

const ORDERS = 'CREATE TABLE orders (id BIGINT NOT NULL, total DECIMAL(12,2) NOT NULL, note VARCHAR(20))'

const clean = (column: string): string => `import { Model, table } from 'millrace'
export const clean = Model(() => {
  const orders = table('orders')
  return orders
    .filter(orders.${column}.gt(0))
    .select('id', '${column}', 'note')
})
`

onEveryEngine((database) => {
  test('a column that is renamed in the database leads to each line that uses it', async () => {
    await execute(database, [ORDERS, 'CREATE TABLE others (id BIGINT NOT NULL)'])
    const project = makeProject({
      ...onDatabase(database),
      'models/clean.ts': clean('total'),
      'models/totals.ts': `import { Model, ref, sum } from 'millrace'
import { clean } from './clean.js'
export const totals = Model(() => ref(clean).agg((o) => ({ net: sum(o.total) })))
`,
      'models/ways-out.ts': `import { Task } from 'millrace'
interface Mine { id: number; any: string }
export const out = Task(async ({ session }) => {
  const mine: { id: number; any: string }[] = await session.table<Mine>('elsewhere').collect()
  const untyped = await session.untyped('orders').filter((o) => o.whatever.gt(mine.length)).collect()
  return void untyped[0]?.['total']
})
`,
    })
    expect((await project.run(['types'])).code).toBe(0)
    for (const compiler of compilers) expect(compile(project, compiler)).toBe('')

    await execute(database, ['ALTER TABLE orders RENAME COLUMN total TO amount'])
    const moved = await project.run(['types', '--check'])
    expect(moved.code).toBe(1)
    expect(moved.stdout.split('\n').filter((line) => /^[-+]/.test(line))).toEqual([
      '-   total: Decimal',
      '+   amount: Decimal',
    ])
    expect((await project.run(['types'])).code).toBe(0)
    for (const compiler of compilers) {
      const said = compile(project, compiler)
      expect(refusedLines(said), compiler).toEqual(['models/clean.ts:5', 'models/clean.ts:6'])
      expect(said).toContain("Property 'total' does not exist")
    }
    // What is mended there leads to whoever reads it.
    project.write({ 'models/clean.ts': clean('amount') })
    for (const compiler of compilers)
      expect(refusedLines(compile(project, compiler)), compiler).toEqual(['models/totals.ts:3'])
  }, 120_000)

  describe('a model and the table that it has made', () => {
    const model = (select: string) => `import { Model, ref, schema, source } from 'millrace'
export const raw = source('shop', 'orders', { table: 'orders', schema: schema({ id: 'long', total: 'decimal(12,2)' }) })
export const wide = Model(() => ref(raw).select(${select}))
`
    test('differ where the model was changed, where the table was, and where the source was', async () => {
      await execute(database, ['DROP TABLE IF EXISTS orders', ORDERS])
      const project = makeProject({
        ...onDatabase(database),
        'models/wide.ts': model("'id', 'total'"),
        'models/reader.ts': `import { Model, table } from 'millrace'
export const reader = Model(() => table('orders').select('id', 'note'))
`,
      })
      const built = await project.run(['run'])
      expect(built.code, built.stderr).toBe(0)
      expect((await project.run(['types'])).code).toBe(0)
      const same = await project.run(['types', '--check'])
      expect([same.code, same.stdout, same.stderr]).toEqual([0, '', ''])

      project.write({
        'models/wide.ts': model("'id', (o) => [o.total.cast('string').as('total'), o.id.plus(1).as('next')]"),
      })
      const changed = await project.run(['types', '--check'])
      expect(changed.code).toBe(1)
      expect(changed.stdout).toBe(
        `model wide.wide (models/wide.ts:3) and wide differ:
  "total" (string) is decimal(12,2) in the database
  "next" (long) is not in the database
`,
      )
      expect(changed.stderr).toBe(
        'what ref gives is not what the database has; build it: node app.js run wide.wide --connection sqlite\n',
      )
      expect((await project.run(['run'])).code).toBe(0)
      expect((await project.run(['types'])).code).toBe(0)
      expect((await project.run(['types', '--check'])).code).toBe(0)

      await execute(database, [
        'ALTER TABLE reader RENAME COLUMN note TO remark',
        'ALTER TABLE orders RENAME COLUMN total TO amount',
      ])
      const drifted = await project.run(['types', '--check'])
      expect(drifted.code).toBe(1)
      expect(drifted.stdout).toContain(`source sources.shop.orders (models/wide.ts:2) and orders differ:
  "total" (decimal(12,2)) is not in the database
`)
      expect(drifted.stdout).toContain(`model reader.reader (models/reader.ts:2) and reader differ:
  "note" (string) is not in the database
  "remark" (string) is in the database alone
`)
      expect(drifted.stderr).toContain(
        'mend the schema that the declaration gives: sources.shop.orders (models/wide.ts:2)\n',
      )
    }, 120_000)
  })

  test('names and comments of every kind make a file that compiles', async () => {
    const speaks = database.dialect !== 'sqlite'
    const names = [
      'class',
      'with space',
      'quo"te',
      "it's",
      'Größe',
      '日本',
      '1st',
      'back\\slash',
      'a.b',
      '__proto__x',
      'constructor',
      '$1',
      '$\u007bx}',
      '`',
    ]
    const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
    await execute(database, [
      'DROP VIEW IF EXISTS odd_view',
      `CREATE TABLE ${quoted('select "from" *')} (${names.map((name) => `${quoted(name)} INTEGER NOT NULL`).join(', ')})`,
      `CREATE VIEW odd_view AS SELECT * FROM ${quoted('select "from" *')}`,
      ...(speaks
        ? [
            `COMMENT ON TABLE ${quoted('select "from" *')} IS '*/ export const mine = 1 /* \`\${x}\` \\'`,
            `COMMENT ON COLUMN ${quoted('select "from" *')}."class" IS 'first\n\n*/\nlast'`,
            'CREATE SCHEMA "other.one"',
            'CREATE TABLE "other.one"."a.b" ("default" DATE)',
          ]
        : []),
    ])
    const project = makeProject({
      ...onDatabase(database),
      'models/odd.ts': `import type { Database } from 'millrace'
type Odd = Database['"select ""from"" *"']
export const odd = (row: Odd): number[] => [${names.map((name) => `row[${JSON.stringify(name)}]`).join(', ')}]
export const names: { [K in keyof Odd]: K } = { ${names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(name)}`).join(', ')} }
export const view = (row: Database['odd_view']): Odd[keyof Odd] | null => row['class']
`,
    })
    expect((await project.run(['types'])).code).toBe(0)
    for (const compiler of compilers) expect(compile(project, compiler)).toBe('')
    const text = readFileSync(join(project.root, 'models/database.d.ts'), 'utf8')
    if (speaks) {
      expect(text).toContain('export interface OtherOneAB {\n  default: SqlDate | null')
      expect(text).toContain('\n  \'"other.one"."a.b"\': OtherOneAB\n')
    }
    // How to get in is nobody's type.
    expect(text).not.toContain('options' in database && 'url' in database.options ? database.options.url : 'test.db')
  }, 120_000)
})

test('an empty database makes a file in which every table may be named', async () => {
  const project = makeProject({
    'tsconfig.json': TSCONFIG,
    'connections/sqlite.js': `import { duckdb } from 'millrace/duckdb'\nexport const engine = duckdb({ file: ':memory:' })`,
    'models/any.ts': `import { Task } from 'millrace'
export const any = Task(({ session }) => session.table('whatever').filter((o) => o.x.gt(1)).show())
`,
  })
  expect((await project.run(['types'])).code).toBe(0)
  for (const compiler of compilers) expect(compile(project, compiler)).toBe('')
})
