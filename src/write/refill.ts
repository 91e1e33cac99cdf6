import type { TableDependents, TableInfo, TableName } from '../engine/engine.ts'
import { isRefusal, listNames, WriteBlocked } from '../errors/index.ts'
import { dropAside, insertAside, putAside } from './aside.ts'
import { changesColumns, compareColumns, describeDifference } from './compare-columns.ts'
import { dropOthers } from './indexes.ts'
import type { WriteTableRequest } from './request.ts'
import { type Counts, createIndexes, run, type Writing } from './steps.ts'

/**
 * Replaces the rows of a table that must stay, because something hangs on it: all are deleted and the new ones inserted.
 *
 * The new rows are put aside first: the query may read the table.
 */
export async function refill(writing: Writing, target: TableName, dependents: TableDependents): Promise<Counts> {
  const { ddl, on, signal, fields } = writing
  const aside = await putAside(writing, writing.audit !== undefined)
  await writing.audit?.(aside, on)
  for (const sql of dependents.before) await run(on, sql)
  await dropOthers(writing, target, dependents)
  const deleted = await run(on, `DELETE FROM ${ddl.table(target)}`, { signal })
  const inserted = await insertAside(writing, aside, target, fields)
  for (const sql of dependents.after) await run(on, sql)
  await dropAside(writing, aside)
  await createIndexes(writing, target)
  return { inserted, updated: 0, deleted }
}

/** @throws WriteBlocked where rows of other tables would go too, or the columns are others than those that what hangs on the table knows */
export function refuseOtherColumns(
  writing: Writing,
  target: TableName,
  existing: TableInfo,
  dependents: TableDependents,
): void {
  refuseCascades(writing, target, dependents)
  if (!changesColumns(writing.ddl, existing.fields, writing.fields)) return
  const difference = compareColumns(writing.ddl, existing.fields, writing.fields)
  throw new WriteBlocked(
    `${writing.ddl.table(target)} cannot be given other columns, because of ${listNames(dependents.blockers)}: ${describeDifference(difference)}`,
    { hint: 'write the same columns, or drop first what hangs on the table' },
  )
}

/** @throws WriteBlocked where rows of other tables would go with the target's */
export function refuseCascades({ ddl }: Writing, target: TableName, { refusals }: TableDependents): void {
  if (refusals.length === 0) return
  throw new WriteBlocked(
    `the rows of ${ddl.table(target)} cannot be replaced: ${refusals.join('; ')}, so rows would go elsewhere too`,
    { hint: 'use NO ACTION for the foreign key, or drop it while you write' },
  )
}

/** The modes that take rows away. */
const REPLACING: readonly WriteTableRequest['mode'][] = ['overwrite', 'deleteInsert', 'replaceWhere']

/** A foreign key that points to rows which the write takes away, in words; any other error as it is. */
export function foreignKeyRefusal({ mode, ddl, target }: WriteTableRequest, error: unknown): unknown {
  if (!REPLACING.includes(mode) || !isRefusal(error, 'foreignKey')) return error
  return new WriteBlocked(
    `${ddl.table(target)} was not written: a foreign key points to rows that would go (${error.message})`,
    { hint: 'keep those rows in the frame, or delete what points to them first', cause: error },
  )
}
