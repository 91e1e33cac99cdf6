import type { TableName } from '../engine/engine.ts'
import { checkRows, duplicateOf } from './check-rows.ts'
import { columnList, createEmpty, fill, run, temporaryName, type Writing } from './steps.ts'

/**
 * Puts the new rows into a table of their own, and looks at them there: the query may read the target, and is run once.
 *
 * @param visible whether somebody else looks at it too, who looks it up where tables are
 * @throws what `checkRows` finds
 */
export async function putAside(writing: Writing, visible = false): Promise<TableName> {
  const { on, ddl } = writing
  const aside = await emptyAside(writing, visible)
  await fill(writing, aside)
  if (!writing.mergeRepeats || (await duplicateOf(writing, aside, writing.key ?? [])) === undefined) {
    await checkRows(writing, aside)
    return aside
  }
  const once = await emptyAside(writing, visible)
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
  { ddl, on, signal }: Writing,
  aside: TableName,
  target: TableName,
  fields: Writing['fields'],
): Promise<number> {
  const columns = columnList(ddl, fields)
  return run(on, `INSERT INTO ${ddl.table(target)} (${columns}) SELECT ${columns} FROM ${ddl.table(aside)}`, {
    signal,
  })
}

export async function dropAside({ on, ddl }: Writing, aside: TableName): Promise<void> {
  await run(on, `DROP TABLE ${ddl.table(aside)}`)
}

async function emptyAside(writing: Writing, visible: boolean): Promise<TableName> {
  const schema = visible ? writing.target.schema : undefined
  const aside: TableName = { schema, name: temporaryName() }
  // Whether a NULL may stand in a column is the target's to say.
  const fields = writing.fields.map((field) => ({ ...field, nullable: true }))
  await createEmpty(writing, aside, visible ? 'TABLE' : 'TEMPORARY TABLE', fields)
  return aside
}
