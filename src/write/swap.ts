import type { TableDependents, TableName } from '../engine/engine.ts'
import type { Field } from '../plan/schema.ts'
import { checkRows } from './check-rows.ts'
import { sayAgain } from './comments.ts'
import { keptIndexes, makeAgain } from './indexes.ts'
import {
  type Counts,
  countRows,
  createEmpty,
  createIndexes,
  createKey,
  dropRelation,
  fill,
  NOTHING,
  run,
  temporaryName,
  type Writing,
} from './steps.ts'

/** Makes the table and everything that belongs to it. */
export async function create(writing: Writing): Promise<Counts> {
  const inserted = await fillNew(writing, writing.target)
  await createKey(writing, writing.target)
  await createIndexes(writing, writing.target)
  return { ...NOTHING, inserted }
}

/**
 * Replaces a table on which nothing hangs: builds the new one beside it and swaps them.
 *
 * The old one stays readable while the query runs; it is locked for the swap and the making of the indexes alone.
 */
export async function swap(writing: Writing, target: TableName, dependents: TableDependents): Promise<Counts> {
  const beside: TableName = { schema: target.schema, name: temporaryName() }
  const inserted = await fillNew(writing, beside)
  const deleted = await countRows(writing, target)
  await takePlace(writing, beside, target, dependents)
  await createKey(writing, target)
  await createIndexes(writing, target)
  return { inserted, updated: 0, deleted }
}

/** Puts a table in the place of a view, which the query may read. */
export async function swapView(writing: Writing, target: TableName): Promise<Counts> {
  const beside: TableName = { schema: target.schema, name: temporaryName() }
  const inserted = await fillNew(writing, beside)
  await dropRelation(writing, 'view', target)
  await rename(writing, beside, target)
  await createKey(writing, target)
  await createIndexes(writing, target)
  return { ...NOTHING, inserted }
}

/** A new table with the frame's rows, looked at. */
async function fillNew(writing: Writing, table: TableName): Promise<number> {
  const { fields, select } = writing
  await createEmpty(writing, table, fields)
  const inserted = await fill(writing, table, fields, select)
  await checkRows(writing, table)
  await writing.audit?.(table, writing.on)
  return inserted
}

/** Gives a table of these columns its name in place of the one that has it, and that one's indexes and comments. */
export async function takePlace(
  writing: Writing,
  beside: TableName,
  target: TableName,
  dependents: TableDependents,
  fields: readonly Field[] = writing.fields,
): Promise<void> {
  const said = await writing.engine.comments?.(target, writing.on)
  await dropRelation(writing, 'table', target)
  await rename(writing, beside, target)
  await sayAgain(
    writing,
    { kind: 'table', relation: target },
    said,
    fields.map((field) => field.name),
  )
  for (const index of keptIndexes(writing, target, dependents)) await makeAgain(writing, target, index)
}

async function rename({ ddl, on }: Writing, beside: TableName, target: TableName): Promise<void> {
  const { before, sql, after } = ddl.renameTable(beside, target.name)
  for (const one of before) await run(on, one)
  try {
    await run(on, sql)
  } finally {
    for (const one of after) await run(on, one).catch(() => undefined)
  }
}
