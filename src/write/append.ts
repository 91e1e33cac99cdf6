import { checkColumnNames } from '../dialect/ddl.ts'
import type { TableInfo } from '../engine/engine.ts'
import { SchemaChanged } from '../errors/index.ts'
import type { Field } from '../plan/schema.ts'
import { compareColumns, describeDifference } from './compare-columns.ts'
import { type Counts, createIndexes, run, type Writing } from './steps.ts'

/**
 * Adds the frame's rows to a table, by column name.
 *
 * @throws SchemaChanged before anything is changed, where the columns differ and `onSchemaChange` does not allow it
 */
export async function append(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { ddl, on, fields, select, signal, onSchemaChange = 'fail' } = writing
  const target = { schema: existing.schema, name: writing.target.name }
  const difference = compareColumns(existing.fields, fields)
  const differs = difference.added.length + difference.missing.length > 0
  const common = fields.filter((field) => !difference.added.includes(field))
  // Types must meet in any case: a string in a column of numbers would be somebody else's surprise.
  if (difference.changed.length > 0 || (differs && onSchemaChange === 'fail') || common.length === 0) {
    throw new SchemaChanged(
      `the columns of ${ddl.table(target)} are not those of the frame: ${describeDifference(difference)}`,
      {
        hint:
          difference.changed.length > 0
            ? `cast in the frame, or replace the table with mode: 'overwrite'`
            : `onSchemaChange: 'append' adds new columns, 'ignore' writes the common ones; mode: 'overwrite' replaces the table`,
      },
    )
  }
  const added = onSchemaChange === 'append' ? difference.added : []
  checkColumnNames(
    ddl,
    [...existing.fields, ...added].map((field) => field.name),
  )
  for (const field of added) {
    const column = `${ddl.quote(field.name)} ${ddl.typeName(field.type, field.name)}`
    await run(on, `ALTER TABLE ${ddl.table(target)} ADD COLUMN ${column}`, { signal })
  }
  const written: readonly Field[] = onSchemaChange === 'append' ? fields : common
  const columns = written.map((field) => ddl.quote(field.name)).join(', ')
  // All columns, in the order of the query: it can stand as it is.
  const rows = written.length === fields.length ? select.sql : `SELECT ${columns} FROM (\n${select.sql}\n) AS frame`
  const sql = `INSERT INTO ${ddl.table(target)} (${columns})\n${rows}`
  const { rowsAffected } = await on.execute({ sql, bindings: select.bindings }, { signal })
  await createIndexes(writing, target)
  return { inserted: rowsAffected, deleted: 0 }
}
