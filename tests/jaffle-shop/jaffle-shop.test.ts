import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { Session } from '../../src/session/session.ts'
import { projectOf, targetFor } from '../example/project.ts'

/** Not part of the project: a folder beside a checkout may hold it. */
const shop = fileURLToPath(new URL('../../../shared/data/jaffle_shop', import.meta.url))
const TABLES = ['stg_customers', 'stg_orders', 'stg_payments', 'customers', 'orders']

/** A cell of the expected files: their doubles are written `10.0`, a NULL is nothing. */
function cell(value: unknown, column: string): string {
  if (value === null) return ''
  const isDouble = /amount$|lifetime_value$/.test(column)
  return isDouble && Number.isInteger(value) ? `${String(value)}.0` : String(value)
}

describe.skipIf(!existsSync(shop))(`the shop of the dbt tutorials, where ${shop} is`, () => {
  test.each(['sqlite', 'postgresql'] as const)(
    'its five models give exactly the expected tables on %s',
    async (connection) => {
      const project = projectOf(fileURLToPath(new URL('models', import.meta.url)), ['csv-parse'])
      for (const file of readdirSync(join(shop, 'seeds')))
        project.write({ [`seeds/${file}`]: readFileSync(join(shop, 'seeds', file), 'utf8') })
      const target = await targetFor(connection, project)
      const { code, stderr } = await project.run(['run'], target.environment)
      expect(code, stderr).toBe(0)
      for (const table of TABLES) {
        const [header = [], ...expected] = parse(readFileSync(join(shop, 'expected', `${table}.csv`), 'utf8'))
        const frame = new Session(target.engine).table(table)
        expect(await frame.columns(), table).toEqual(header)
        const rows = await frame.orderBy(header[0] as string).collect()
        const written = rows.map((row) => header.map((column) => cell(row[column], column)))
        expect(written, table).toEqual(expected)
      }
    },
    60_000,
  )
})
