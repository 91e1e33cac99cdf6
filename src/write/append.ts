import type { TableInfo } from '../engine/engine.ts'
import { addColumns, reconcile } from './reconcile.ts'
import { type Counts, columnList, createIndexes, fill, NOTHING, type Writing } from './steps.ts'

/**
 * Adds the frame's rows to a table, by column name.
 *
 * @throws SchemaChanged before anything is changed, where the columns differ and `onSchemaChange` does not allow it
 */
export async function append(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { ddl, fields, select } = writing
  const fit = reconcile(writing, existing)
  const { target, written } = fit
  await addColumns(writing, fit)
  // All columns, in the order of the query: it can stand as it is.
  const whole = written.length === fields.length
  const sql = whole ? select.sql : `SELECT ${columnList(ddl, written)} FROM (\n${select.sql}\n) AS frame`
  const inserted = await fill(writing, target, written, { sql, bindings: select.bindings })
  await createIndexes(writing, target)
  return { ...NOTHING, inserted }
}
