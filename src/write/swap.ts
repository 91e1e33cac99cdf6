import type { TableDependents, TableName } from '../engine/engine.ts'
import { DatabaseError, WriteBlocked } from '../errors/index.ts'
import { checkRows } from './check-rows.ts'
import {
  type Counts,
  countRows,
  createEmpty,
  createIndexes,
  createKey,
  fill,
  run,
  temporaryName,
  type Writing,
} from './steps.ts'

/**
 * Replaces a table on which nothing hangs: builds the new one beside it and swaps them.
 *
 * The old one stays readable while the query runs; it is locked for the swap and the making of the indexes alone.
 */
export async function swap(writing: Writing, target: TableName, dependents: TableDependents): Promise<Counts> {
  const beside: TableName = { schema: target.schema, name: temporaryName() }
  await createEmpty(writing, beside)
  const inserted = await fill(writing, beside)
  await checkRows(writing, beside)
  const gone = await countRows(writing, target)
  await takePlace(writing, beside, target, dependents)
  await createKey(writing, target)
  await createIndexes(writing, target)
  return { inserted, updated: 0, deleted: gone }
}

/** Gives a table its name in place of the one that has it, and that one's indexes. */
export async function takePlace(
  writing: Writing,
  beside: TableName,
  target: TableName,
  dependents: TableDependents,
): Promise<void> {
  const { ddl, on, signal } = writing
  await run(on, `DROP TABLE ${ddl.table(target)}`, { signal })
  const rename = ddl.renameTable(beside, target.name)
  for (const sql of rename.before) await run(on, sql)
  try {
    await run(on, rename.sql)
  } finally {
    for (const sql of rename.after) await run(on, sql).catch(() => undefined)
  }
  for (const sql of dependents.indexDdl) await makeAgain(writing, target, sql)
}

async function makeAgain({ on, ddl, signal }: Writing, target: TableName, sql: string): Promise<void> {
  try {
    await run(on, sql, { signal })
  } catch (error) {
    if (!isUnknownColumn(error)) throw error
    throw new WriteBlocked(
      `an index of ${ddl.table(target)} needs a column that the frame does not have: ${error.message}`,
      {
        hint: `keep the column, or drop the index first. It was made by: ${sql}`,
        cause: error,
      },
    )
  }
}

function isUnknownColumn(error: unknown): error is DatabaseError {
  if (!(error instanceof DatabaseError)) return false
  return error.sqlState === '42703' || /no such column|has no column named/.test(error.message)
}
