import type { TableInfo } from '../engine/engine.ts'
import { dropAside, putAside } from './aside.ts'
import { dropOthers, keptIndexes } from './indexes.ts'
import { addColumns, reconcile } from './reconcile.ts'
import { type Meeting, mustRemake, remakeWithout } from './remake.ts'
import { type Counts, columnList, createIndexes, fill, NOTHING, type Writing } from './steps.ts'

/**
 * Adds the frame's rows to a table, by column name.
 *
 * @throws SchemaChanged before anything is changed, where the columns differ and `onSchemaChange` does not allow it
 */
export async function append(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { engine, on, ddl, fields, select } = writing
  const fit = reconcile(writing, existing)
  const { target, written } = fit
  if (writing.dropsIndexes) {
    const dependents = await engine.dependents(target, on)
    const loses = keptIndexes(writing, target, dependents).length < dependents.indexes.length
    if (loses && mustRemake({ fit, existing, dependents })) return appendAnew(writing, { fit, existing, dependents })
    await dropOthers(writing, target, dependents)
  }
  await addColumns(writing, fit)
  // All columns, in the order of the query: it can stand as it is.
  const whole = written.length === fields.length
  const sql = whole ? select.sql : `SELECT ${columnList(ddl, written)} FROM (\n${select.sql}\n) AS frame`
  const inserted = await fill(writing, target, written, { sql, bindings: select.bindings })
  await createIndexes(writing, target)
  return { ...NOTHING, inserted }
}

/** Where an index that was dropped still refuses rows, until its transaction ends: the table is made anew without it. */
async function appendAnew(writing: Writing, meeting: Omit<Meeting, 'aside'>): Promise<Counts> {
  const aside = await putAside(writing)
  const counts = await remakeWithout(writing, { ...meeting, aside }, { sql: 'false', bindings: [] })
  await dropAside(writing, aside)
  return counts
}
