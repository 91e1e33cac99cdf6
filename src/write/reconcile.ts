import { checkColumnNames } from '../dialect/ddl.ts'
import type { TableInfo, TableName } from '../engine/engine.ts'
import { SchemaChanged } from '../errors/index.ts'
import type { Field } from '../plan/schema.ts'
import { compareColumns, describeDifference } from './compare-columns.ts'
import { run, type Site, type Writing } from './steps.ts'

/** How the frame's columns go into a table that stays. */
export interface Fit {
  readonly target: TableName
  /** The frame's columns that are written, in the frame's order. */
  readonly written: readonly Field[]
  /** Those among them that the table does not have yet. */
  readonly added: readonly Field[]
}

/**
 * Finds out how the frame's columns go into the table, by name. Changes nothing.
 *
 * @throws SchemaChanged where the columns differ and `onSchemaChange` does not allow it
 */
export function reconcile(writing: Writing, existing: TableInfo): Fit {
  const { ddl, fields, onSchemaChange = 'fail' } = writing
  const target = { schema: existing.schema, name: writing.target.name }
  const difference = compareColumns(ddl, existing.fields, fields)
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
  const written = onSchemaChange === 'append' ? fields : common
  const lost = (writing.key ?? []).find((column) => !written.some((field) => field.name === column))
  if (lost !== undefined)
    throw new SchemaChanged(`${ddl.table(target)} has no column ${JSON.stringify(lost)}, which the key names`, {
      hint: "onSchemaChange: 'append' adds it; mode: 'overwrite' replaces the table",
    })
  return { target, written, added }
}

/** Gives the table the columns that are new. */
export async function addColumns(
  { ddl, on, signal }: Site,
  { target, added }: Pick<Fit, 'target' | 'added'>,
): Promise<void> {
  for (const field of added) {
    const column = `${ddl.quote(field.name)} ${ddl.typeName(field.type, field.name)}`
    await run(on, `ALTER TABLE ${ddl.table(target)} ADD COLUMN ${column}`, { signal })
  }
}
