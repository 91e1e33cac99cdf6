import type { Statement, TableInfo, TableName } from '../engine/engine.ts'
import { dropAside, insertAside, putAside } from './aside.ts'
import { dropOthers } from './indexes.ts'
import { addColumns, reconcile } from './reconcile.ts'
import { refuseCascades } from './refill.ts'
import { mustRemake, remakeWithout } from './remake.ts'
import { type Counts, createIndexes, lockRows, run, type Writing } from './steps.ts'

/** Deletes the rows whose key is among the new rows, and inserts these. */
export function deleteInsert(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { ddl, key = [] } = writing
  const columns = key.map(ddl.quote).join(', ')
  const rowOf = key.length === 1 ? columns : `(${columns})`
  return replaceRows(writing, existing, (aside) => ({
    sql: `${rowOf} IN (SELECT ${columns} FROM ${ddl.table(aside)})`,
    bindings: [],
  }))
}

/** Deletes the rows that the condition selects, and inserts the new ones, all of which satisfy it. */
export function replaceWhere(writing: Writing, existing: TableInfo): Promise<Counts> {
  return replaceRows(writing, existing, () => writing.where as Statement)
}

/**
 * @param old the condition that selects the rows which go
 * @throws SchemaChanged, WriteBlocked before the query runs; what is wrong with its rows before anything is changed
 */
async function replaceRows(
  writing: Writing,
  existing: TableInfo,
  old: (aside: TableName) => Statement,
): Promise<Counts> {
  const { engine, ddl, on, signal } = writing
  const fit = reconcile(writing, existing)
  const { target, written } = fit
  const dependents = await engine.dependents(target, on)
  refuseCascades(writing, target, dependents)
  const aside = await putAside(writing)
  const { sql, bindings } = old(aside)
  if (mustRemake({ fit, existing, dependents })) {
    const counts = await remakeWithout(writing, { fit, existing, dependents, aside }, { sql, bindings })
    await dropAside(writing, aside)
    return counts
  }
  await addColumns(writing, fit)
  await lockRows(writing, target)
  await dropOthers(writing, target, dependents)
  for (const before of dependents.before) await run(on, before)
  const gone = await on.execute({ sql: `DELETE FROM ${ddl.table(target)} WHERE ${sql}`, bindings }, { signal })
  const inserted = await insertAside(writing, aside, target, written)
  for (const after of dependents.after) await run(on, after)
  await dropAside(writing, aside)
  await createIndexes(writing, target)
  return { inserted, updated: 0, deleted: gone.rowsAffected }
}
