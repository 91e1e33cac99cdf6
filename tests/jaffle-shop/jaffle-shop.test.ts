import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { Session } from '../../src/session/session.ts'
import { readState } from '../../src/state/open.ts'
import type { Project } from '../cli/project.ts'
import { projectOf } from '../example/project.ts'
import { freshTarget, TARGET_NAMES, type Target } from '../support/targets.ts'

/** Not part of the project: a folder beside a checkout may hold it. */
const shop = fileURLToPath(new URL('../../../shared/data/jaffle_shop', import.meta.url))
const TABLES = ['stg_customers', 'stg_orders', 'stg_payments', 'customers', 'orders']

function shopProject(): Project {
  const project = projectOf(fileURLToPath(new URL('models', import.meta.url)))
  for (const file of readdirSync(join(shop, 'seeds')))
    project.write({ [`seeds/${file}`]: readFileSync(join(shop, 'seeds', file), 'utf8') })
  return project
}

/** A cell of the expected files: their doubles are written `10.0`, a NULL is nothing. */
function cell(value: unknown, column: string): string {
  if (value === null) return ''
  const isDouble = /amount$|lifetime_value$/.test(column)
  return isDouble && Number.isInteger(value) ? `${String(value)}.0` : String(value)
}

async function expectTables(target: Target): Promise<void> {
  const engine = target.open()
  try {
    for (const table of TABLES) {
      const [header = [], ...expected] = parse(readFileSync(join(shop, 'expected', `${table}.csv`), 'utf8'))
      const frame = new Session(engine).table(table)
      expect(await frame.columns(), table).toEqual(header)
      const rows = await frame.orderBy(header[0] as string).collect()
      const written = rows.map((row) => header.map((column) => cell(row[column], column)))
      expect(written, table).toEqual(expected)
    }
  } finally {
    await engine.close()
  }
}

/** How everything of the last run ended: names by state. */
function ends({ root }: Project): Readonly<Record<string, readonly string[]>> {
  const state = readState({ file: join(root, '.millrace/state.db'), warn: () => {} })
  const found: Record<string, string[]> = {}
  for (const { task, state: how } of state.outcomes(state.runs(1)[0]?.runId ?? '')) {
    found[how] ??= []
    found[how].push(task.slice(task.lastIndexOf('.') + 1))
  }
  state.close()
  for (const names of Object.values(found)) names.sort()
  return found
}

describe.skipIf(!existsSync(shop))(`the shop of the dbt tutorials, where ${shop} is`, () => {
  test.each(TARGET_NAMES)(
    'build gives exactly the expected tables on %s; a broken row fails its test and stops what reads it',
    async (connection) => {
      const project = shopProject()
      const target = await freshTarget(connection, project.root)

      const built = await project.run(['build'], target.environment)
      expect(built.code, built.stderr).toBe(0)
      const { success, ...others } = ends(project)
      expect(others).toEqual({})
      expect(success).toHaveLength(3 + 5 + 20)
      await expectTables(target)

      const seeds = join(shop, 'seeds')
      project.write({
        'seeds/raw_customers.csv': `${readFileSync(join(seeds, 'raw_customers.csv'), 'utf8')}1,Mia,X.\n`,
      })
      const broken = await project.run(['build'], target.environment)
      expect(broken.code, broken.stderr).toBe(1)
      expect(ends(project)).toMatchObject({
        kept: ['raw_orders', 'raw_payments'],
        failed: ['unique_stg_customers_customer_id'],
        upstream_failed: [
          'customers',
          'not_null_customers_customer_id',
          'references_orders_customer_id',
          'unique_customers_customer_id',
        ],
      })
      expect(ends(project).success).toContain('orders')
      expect(broken.stderr).toContain('1 value of "customer_id" comes more than once')

      project.write({ 'seeds/raw_customers.csv': readFileSync(join(seeds, 'raw_customers.csv'), 'utf8') })
      const mended = await project.run(['build'], target.environment)
      expect(mended.code, mended.stderr).toBe(0)
      expect(ends(project).kept).toEqual(['raw_orders', 'raw_payments'])
      await expectTables(target)
    },
    120_000,
  )

  test('a row that a view lets through stops both tables; run and test tell the same apart', async () => {
    const project = shopProject()
    const payments = readFileSync(join(shop, 'seeds/raw_payments.csv'), 'utf8')
    project.write({ 'seeds/raw_payments.csv': payments.replace('credit_card', 'bitcoin') })
    const built = await project.run(['build'])
    expect(built.code, built.stderr).toBe(1)
    expect(ends(project).failed).toEqual(['accepted_values_stg_payments_payment_method'])
    expect(ends(project).upstream_failed).toEqual(expect.arrayContaining(['customers', 'orders']))
    const run = await project.run(['run'])
    expect(run.code, run.stderr).toBe(0)
    expect(ends(project)).toMatchObject({ kept: ['raw_customers', 'raw_orders', 'raw_payments'] })
    const tested = await project.run(['test'])
    expect(tested.code, tested.stderr).toBe(1)
    expect(ends(project)).toMatchObject({ failed: ['accepted_values_stg_payments_payment_method'] })
    expect(ends(project).success).toHaveLength(19)
  }, 60_000)

  test('compile asks no database', async () => {
    const project = shopProject()
    const { code, stdout, stderr } = await project.run(['compile'], {
      MILLRACE_CONNECTION: 'postgresql',
      DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nowhere',
    })
    expect(code, stderr).toBe(0)
    const files = TABLES.map((table) => `target/compiled/models/${table}.sql`)
    expect(new Set(stdout.trim().split('\n'))).toEqual(new Set(files))
    expect(readFileSync(join(project.root, 'target/compiled/models/customers.sql'), 'utf8')).toContain('"stg_payments"')
  })
})
