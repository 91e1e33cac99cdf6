import type { Field } from '../plan/schema.ts'
import type { RawResult, TableDescription, TableEntry } from './engine.ts'

/** One column of a table, with what is said of the table. */
export interface DescribedColumn extends Pick<TableDescription, 'kind' | 'schema' | 'name' | 'isDefault'> {
  readonly comment: unknown
  /** Undefined for a table without columns. */
  readonly field: Field | undefined
  readonly fieldComment: unknown
}

/** The tables that columns make, which come in their order. Comments that say nothing are none. */
export function describedTables(columns: readonly DescribedColumn[]): readonly TableDescription[] {
  const tables = new Map<string, DescribedColumn[]>()
  for (const column of columns) {
    const key = JSON.stringify([column.schema, column.name])
    const known = tables.get(key)
    if (known) known.push(column)
    else tables.set(key, [column])
  }
  return [...tables.values()].map((rows) => {
    const { kind, schema, name, isDefault, comment } = rows[0] as DescribedColumn
    const described = rows.flatMap(({ field, fieldComment }) =>
      field && fieldComment ? [[field.name, String(fieldComment)] as const] : [],
    )
    return {
      kind,
      schema,
      name,
      isDefault,
      fields: rows.flatMap(({ field }) => field ?? []),
      comments: { relation: comment ? String(comment) : undefined, columns: new Map(described) },
    }
  })
}

/** Lines of a list of tables and views: rows of schema, name and kind. */
export function tableEntries(rows: RawResult['rows']): readonly TableEntry[] {
  return rows.map(([schema, name, kind]) => ({
    schema: String(schema),
    name: String(name),
    kind: kind as TableEntry['kind'],
  }))
}
