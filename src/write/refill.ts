import type { TableDependents, TableInfo, TableName } from '../engine/engine.ts'
import { DatabaseError, listNames, WriteBlocked } from '../errors/index.ts'
import { compareColumns, describeDifference } from './compare-columns.ts'
import type { WriteTableRequest } from './request.ts'
import { type Counts, createEmpty, createIndexes, fill, run, type Writing } from './steps.ts'
import { temporaryName } from './swap.ts'

/**
 * Replaces the rows of a table that must stay, because something hangs on it: all are deleted and the new ones inserted.
 *
 * The new rows are put aside first: the query may read the table.
 *
 * @throws WriteBlocked before anything is changed, where the columns differ or a foreign key would delete rows elsewhere
 */
export async function refill(
  writing: Writing,
  target: TableName,
  existing: TableInfo,
  dependents: TableDependents,
): Promise<Counts> {
  const { ddl, on, signal, fields } = writing
  const name = ddl.table(target)
  if (dependents.refusals.length > 0) {
    throw new WriteBlocked(
      `${name} cannot be overwritten: ${dependents.refusals.join('; ')}, so rows would go elsewhere too`,
      {
        hint: 'use NO ACTION for the foreign key, or drop it while you overwrite',
      },
    )
  }
  const difference = compareColumns(existing.fields, fields)
  if (difference.added.length + difference.missing.length + difference.changed.length > 0) {
    throw new WriteBlocked(
      `${name} cannot be given other columns, because of ${listNames(dependents.blockers)}: ${describeDifference(difference)}`,
      { hint: 'write the same columns, or drop first what hangs on the table' },
    )
  }
  const aside: TableName = { schema: undefined, name: temporaryName() }
  // Whether a NULL may stand in a column is the target's to say.
  await createEmpty(
    writing,
    aside,
    'TEMPORARY TABLE',
    fields.map((field) => ({ ...field, nullable: true })),
  )
  await fill(writing, aside)
  const columns = fields.map((field) => ddl.quote(field.name)).join(', ')
  for (const sql of dependents.before) await run(on, sql)
  const deleted = await run(on, `DELETE FROM ${name}`, { signal })
  const inserted = await run(on, `INSERT INTO ${name} (${columns}) SELECT ${columns} FROM ${ddl.table(aside)}`, {
    signal,
  })
  for (const sql of dependents.after) await run(on, sql)
  await run(on, `DROP TABLE ${ddl.table(aside)}`)
  await createIndexes(writing, target)
  return { inserted, deleted }
}

/** A foreign key that points to rows which the overwrite takes away, in words; any other error as it is. */
export function foreignKeyRefusal(request: WriteTableRequest, error: unknown): unknown {
  if (request.mode !== 'overwrite' || !(error instanceof DatabaseError)) return error
  if (!/^(23503|23001|SQLITE_CONSTRAINT_(FOREIGNKEY|TRIGGER))$/.test(error.sqlState ?? '')) return error
  return new WriteBlocked(
    `${request.ddl.table(request.target)} was not overwritten: a foreign key points to rows that would go (${error.message})`,
    { hint: 'keep those rows in the frame, or delete what points to them first', cause: error },
  )
}
