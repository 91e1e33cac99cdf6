import { checkColumnNames, type Ddl } from '../../dialect/ddl.ts'
import type { TableInfo, TableName } from '../../engine/engine.ts'
import { listNames, NotASnapshot, SchemaChanged } from '../../errors/index.ts'
import type { Fields } from '../../plan/schema.ts'
import { compareColumns, describeDifference } from '../../write/compare-columns.ts'
import { type Layout, META } from './layout.ts'

/** How a table that exists takes the rows of a source. */
export interface Target {
  /** All columns that it has, or is about to get. */
  readonly fields: Fields
  /** Columns of the source that it is about to get. */
  readonly added: Fields
  /** Whether its rows say that they tell of a deletion. */
  readonly tellsDeletions: boolean
}

/**
 * Compares a snapshot's table with what its source has become. Columns that the source has lost stay.
 *
 * @throws NotASnapshot, SchemaChanged before anything is changed
 */
export function targetOf(layout: Layout, name: TableName, existing: TableInfo, ddl: Ddl): Target {
  const table = ddl.table(name)
  if (existing.kind === 'view') {
    throw new NotASnapshot(`${table} is a view: a snapshot is kept in a table`, {
      hint: 'choose another name, or drop the view',
    })
  }
  const has = (column: string) => existing.fields.some((field) => field.name === column)
  const inSource = (column: string) => layout.source.some((field) => field.name === column)
  const needed = [...layout.key, META.id, META.updatedAt, META.from, META.to]
  if (layout.hardDeletes === 'newRecord') needed.push(META.deleted)
  const missing = needed.filter((column) => !has(column))
  if (missing.length > 0) {
    throw new NotASnapshot(`${table} exists, and is no snapshot by this key: it has no column ${listNames(missing)}`, {
      hint:
        missing.length === 1 && missing[0] === META.deleted
          ? `it was taken without hardDeletes: 'newRecord'; add the column (${META.deleted} boolean, false in every row), or choose another name`
          : `it has ${listNames(existing.fields.map((field) => field.name))}; choose another name, or drop the table`,
    })
  }
  const difference = compareColumns(ddl, existing.fields, layout.table)
  if (difference.changed.length > 0) {
    throw new SchemaChanged(
      `the source of the snapshot ${table} has columns of another type: ${describeDifference({ ...difference, added: [], missing: [] })}`,
      { hint: 'a snapshot keeps the types that it began with: cast in the frame, or change the column in the table' },
    )
  }
  const added = difference.added.map((field) => ({ ...field, nullable: true }))
  const fields = [...existing.fields, ...added]
  checkColumnNames(
    ddl,
    fields.map((field) => field.name),
  )
  // A snapshot that told of deletions once has rows to heed, whatever the option says now.
  return { fields, added, tellsDeletions: has(META.deleted) && !inSource(META.deleted) }
}
