import { beforeAll } from 'vitest'
import type { Engine } from '../../src/engine/engine.ts'
import { Session, schema } from '../../src/index.ts'
import { onEveryEngine, type TestDatabase } from '../support/databases.ts'

export const Order = schema({ id: 'long', customer_id: 'long?', status: 'string?', total: 'double?', placed: 'date?' })
export const Customer = schema({ id: 'long', name: 'string', city: 'string?' })

/** Six orders of four customers: NULL keys, a customer without orders, an order without its customer. */
export const ORDERS = [
  [1, 10, 'paid', 50, '2024-01-05'],
  [2, 10, 'open', 20.5, '2024-01-06'],
  [3, 11, 'paid', null, '2024-02-01'],
  [4, null, 'paid', 7, null],
  [5, 99, null, 7, '2024-02-03'],
  [6, 12, 'Paid', 100, '2024-03-01'],
] as const
export const CUSTOMERS = [
  [10, 'Ada', 'Bern'],
  [11, 'Bob', null],
  [12, 'Cleo', 'Basel'],
  [13, 'Dora', 'Bern'],
] as const

async function fill(engine: Engine): Promise<void> {
  const run = (sql: string) => engine.execute({ sql, bindings: [] })
  const value = (one: unknown) => (one === null ? 'NULL' : typeof one === 'string' ? `'${one}'` : String(one))
  const rows = (all: readonly (readonly unknown[])[]) => all.map((row) => `(${row.map(value).join(', ')})`).join(', ')
  await run(
    `CREATE TABLE orders (id bigint NOT NULL, customer_id bigint, status text, total double precision, placed date)`,
  )
  await run('CREATE TABLE customers (id bigint NOT NULL, name text NOT NULL, city text)')
  await run(`INSERT INTO orders VALUES ${rows(ORDERS)}`)
  await run(`INSERT INTO customers VALUES ${rows(CUSTOMERS)}`)
}

/** What the cases of a suite work with. Getters, since the database exists inside tests alone. */
export interface Shop {
  readonly database: TestDatabase
  readonly session: Session
  readonly orders: ReturnType<typeof ordersOf>
  readonly customers: ReturnType<typeof customersOf>
}
const ordersOf = (session: Session) => session.table('orders', Order)
const customersOf = (session: Session) => session.table('customers', Customer)

/** The same cases on every engine, each with a shop of its own. */
export function inEveryShop(cases: (shop: Shop) => void): void {
  onEveryEngine((database) => {
    let session: Session | undefined
    beforeAll(async () => {
      await fill(database.engine)
      session = new Session(database.engine)
    })
    const ready = (): Session => {
      if (!session) throw new Error('the shop exists inside tests alone')
      return session
    }
    cases({
      database,
      get session() {
        return ready()
      },
      get orders() {
        return ordersOf(ready())
      },
      get customers() {
        return customersOf(ready())
      },
    })
  })
}

/** The values of one column, in the order of the rows. */
export async function valuesOf<R, K extends keyof R & string>(
  frame: { collect(): Promise<R[]> },
  name: K,
): Promise<R[K][]> {
  return (await frame.collect()).map((row) => row[name])
}

/** Rows as arrays in a fixed order, for results that have none. */
export async function sortedRows(frame: { collect(): Promise<object[]> }): Promise<unknown[][]> {
  const rows = (await frame.collect()).map((row) => Object.values(row) as unknown[])
  return rows
    .map((row) => ({ row, key: JSON.stringify(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row)
}
