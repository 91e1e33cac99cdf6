import { checkColumnNames, columnDefinitions, type Ddl } from '../dialect/ddl.ts'
import type { Engine, Statement, TableName, Transaction } from '../engine/engine.ts'
import type { Fields } from '../plan/schema.ts'
import { inTransaction, run } from './steps.ts'

export interface LoadRequest {
  readonly target: TableName
  readonly fields: Fields
  readonly ddl: Ddl
  /** Queries that give the rows, some at a time: each is asked for when those before it are in the table. */
  readonly batches: AsyncIterable<Statement>
  readonly transaction?: Transaction | undefined
  readonly signal?: AbortSignal | undefined
}

/** Makes a new table and fills it batch by batch, in one transaction. */
export async function loadTable(engine: Engine, request: LoadRequest): Promise<void> {
  const { target, fields, ddl, batches, signal } = request
  checkColumnNames(
    ddl,
    fields.map(({ name }) => name),
  )
  const names = fields.map(({ name }) => ddl.quote(name)).join(', ')
  await inTransaction(engine, request, async (on) => {
    await run(on, `CREATE TABLE ${ddl.table(target)} (${columnDefinitions(ddl, fields)})`)
    for await (const { sql, bindings } of batches) {
      await on.execute({ sql: `INSERT INTO ${ddl.table(target)} (${names})\n${sql}`, bindings }, { signal })
    }
  })
}
