import type { TableInfo } from '../engine/engine.ts'
import { addColumns, reconcile } from './reconcile.ts'
import { type Counts, columnList, createIndexes, NOTHING, type Writing } from './steps.ts'

/**
 * Adds the frame's rows to a table, by column name.
 *
 * @throws SchemaChanged before anything is changed, where the columns differ and `onSchemaChange` does not allow it
 */
export async function append(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { ddl, on, fields, select, signal } = writing
  const fit = reconcile(writing, existing)
  const { target, written } = fit
  await addColumns(writing, fit)
  const columns = columnList(ddl, written)
  // All columns, in the order of the query: it can stand as it is.
  const rows = written.length === fields.length ? select.sql : `SELECT ${columns} FROM (\n${select.sql}\n) AS frame`
  const sql = `INSERT INTO ${ddl.table(target)} (${columns})\n${rows}`
  const { rowsAffected } = await on.execute({ sql, bindings: select.bindings }, { signal })
  await createIndexes(writing, target)
  return { ...NOTHING, inserted: rowsAffected }
}
