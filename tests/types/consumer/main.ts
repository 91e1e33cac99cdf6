/** A program as users have it: it sees the built declarations, and its compiler looks into them. Compiling is the test. */
import { app, count, Model, ref, Session, schema, sum, Task } from 'millrace'
import { duckdb } from 'millrace/duckdb'
import { mssql } from 'millrace/mssql'
import { postgres } from 'millrace/postgres'
import { sqlite } from 'millrace/sqlite'
import { runModel } from 'millrace/testing'

interface Order {
  id: number
  state: string | null
  total: number
}

export const engines = [sqlite, duckdb, postgres, mssql]
export const session = new Session(sqlite({ file: 'shop.db' }))
export const orders = session.table<Order>('orders')

export const totals = Model(() =>
  ref(raw)
    .groupBy('state')
    .agg((o) => ({ n: count(), total: sum(o.total) })),
)
const raw = Model(() => orders)
export const task = Task({ dependsOn: [totals] }, async ({ session: own }) => {
  const rows: { id: number }[] = await own.table('other', schema({ id: 'long' })).collect()
  await orders.filter((o) => o.total.gt(rows.length)).write('large_orders', { mode: 'overwrite' })
})
export { app, runModel }
