import type { TableName } from '../engine/engine.ts'
import type { Field } from '../plan/schema.ts'
import { checkRows, duplicateOf } from './check-rows.ts'
import { columnList, createEmpty, fill, run, type Site, temporaryName, type Writing } from './steps.ts'

/**
 * Puts the new rows into a table of their own, and looks at them there: the query may read the target, and is run once.
 *
 * @param visible whether somebody else looks at it too, who looks it up where tables are
 * @throws what `checkRows` finds
 */
export async function putAside(writing: Writing, visible = false): Promise<TableName> {
  const { on, ddl } = writing
  const aside = await emptyAside(writing, writing.fields, visible ? writing.target : undefined)
  await fill(writing, aside, writing.fields, writing.select)
  if (!writing.mergeRepeats || (await duplicateOf(writing, aside, writing.key ?? [])) === undefined) {
    await checkRows(writing, aside)
    return aside
  }
  const once = await emptyAside(writing, writing.fields, visible ? writing.target : undefined)
  const columns = columnList(ddl, writing.fields)
  await run(on, `INSERT INTO ${ddl.table(once)} (${columns}) SELECT DISTINCT ${columns} FROM ${ddl.table(aside)}`, {
    signal: writing.signal,
  })
  await dropAside(writing, aside)
  await checkRows(writing, once)
  return once
}

/** Inserts rows put aside into the table; gives their number. */
export async function insertAside(
  { ddl, on, signal }: Site,
  aside: TableName,
  target: TableName,
  fields: readonly Field[],
): Promise<number> {
  const columns = columnList(ddl, fields)
  return run(on, `INSERT INTO ${ddl.table(target)} (${columns}) SELECT ${columns} FROM ${ddl.table(aside)}`, {
    signal,
  })
}

export async function dropAside({ on, ddl }: Site, aside: TableName): Promise<void> {
  await run(on, `DROP TABLE ${ddl.table(aside)}`)
}

/**
 * Makes an empty table for rows put aside.
 *
 * @param beside the table of which it stands in the schema, for who looks it up there; else it is the transaction's own
 */
export async function emptyAside(site: Site, fields: readonly Field[], beside?: TableName): Promise<TableName> {
  const aside: TableName = { schema: beside?.schema, name: temporaryName() }
  // Whether a NULL may stand in a column is the target's to say.
  const open = fields.map((field) => ({ ...field, nullable: true }))
  await createEmpty(site, aside, open, beside === undefined ? 'TEMPORARY TABLE' : 'TABLE')
  return aside
}
