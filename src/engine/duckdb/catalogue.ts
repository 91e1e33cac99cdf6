import type { Field } from '../../plan/schema.ts'
import { describedTables, tableEntries } from '../described-tables.ts'
import type {
  Connection,
  RelationComments,
  Statement,
  TableDescription,
  TableEntry,
  TableInfo,
  TableName,
} from '../engine.ts'
import { typeOf } from './native-type.ts'

/** The entry of a table or view; names are compared letter by letter. */
export async function duckdbTableInfo(name: TableName, on: Connection): Promise<TableInfo | undefined> {
  const { rows } = await on.query({
    sql: `SELECT coalesce(v.view_name IS NOT NULL, false), c.schema_name, c.column_name, c.data_type, c.is_nullable
FROM duckdb_columns() AS c
LEFT JOIN duckdb_views() AS v ON v.database_oid = c.database_oid AND v.schema_oid = c.schema_oid AND v.view_oid = c.table_oid
WHERE c.database_name = current_database() AND c.schema_name = coalesce($1::VARCHAR, current_schema()) AND c.table_name = $2::VARCHAR
ORDER BY c.column_index`,
    bindings: [name.schema ?? null, name.name],
  })
  const first = rows[0]
  if (first === undefined) return undefined
  return {
    kind: first[0] === true ? 'view' : 'table',
    schema: first[1] as string,
    fields: rows.map((row) => field(row[2], row[3], row[4] !== false)),
  }
}

/** The columns of any query. DuckDB binds it and runs none of it. */
export async function describeDuckdbQuery(statement: Statement, on: Connection): Promise<readonly Field[]> {
  const { rows } = await on.query({ sql: `DESCRIBE ${statement.sql}`, bindings: statement.bindings })
  return rows.map((row) => field(row[0], row[1], true))
}

/** All tables and views of a schema. */
export async function listDuckdbTables(schema: string | undefined, on: Connection): Promise<readonly TableEntry[]> {
  const { rows } = await on.query({
    sql: `SELECT schema_name, table_name, 'table' FROM duckdb_tables()
WHERE database_name = current_database() AND schema_name = coalesce($1::VARCHAR, current_schema()) AND NOT internal
UNION ALL SELECT schema_name, view_name, 'view' FROM duckdb_views()
WHERE database_name = current_database() AND schema_name = coalesce($1::VARCHAR, current_schema()) AND NOT internal
ORDER BY 2`,
    bindings: [schema ?? null],
  })
  return tableEntries(rows)
}

/** Whether the database has a schema of that name. */
export async function duckdbSchemaExists(name: string, on: Connection): Promise<boolean> {
  const sql = 'SELECT 1 FROM duckdb_schemas() WHERE database_name = current_database() AND schema_name = $1::VARCHAR'
  return (await on.query({ sql, bindings: [name] })).rows.length > 0
}

/** All tables and views of the database; those of the current schema are the default ones. */
export async function describeDuckdbTables(on: Connection): Promise<readonly TableDescription[]> {
  const { rows } = await on.query({
    sql: `SELECT v.view_oid IS NOT NULL, c.schema_name, c.table_name, c.schema_name = current_schema(), coalesce(t.comment, v.comment),
  c.column_name, c.data_type, c.is_nullable, c.comment
FROM duckdb_columns() AS c
LEFT JOIN duckdb_tables() AS t ON t.database_oid = c.database_oid AND t.schema_oid = c.schema_oid AND t.table_oid = c.table_oid
LEFT JOIN duckdb_views() AS v ON v.database_oid = c.database_oid AND v.schema_oid = c.schema_oid AND v.view_oid = c.table_oid
WHERE c.database_name = current_database() AND NOT c.internal
ORDER BY c.schema_name, c.table_name, c.column_index`,
    bindings: [],
  })
  return describedTables(
    rows.map((row) => ({
      kind: row[0] === true ? 'view' : 'table',
      schema: String(row[1]),
      name: String(row[2]),
      isDefault: row[3] === true,
      comment: row[4],
      field: field(row[5], row[6], row[7] !== false),
      fieldComment: row[8],
    })),
  )
}

/** What COMMENT ON has said of a relation and its columns. */
export async function duckdbComments(name: TableName, on: Connection): Promise<RelationComments> {
  const here = (relation: string): string =>
    `database_name = current_database() AND schema_name = coalesce($1::VARCHAR, current_schema()) AND ${relation} = $2::VARCHAR AND comment IS NOT NULL`
  const { rows } = await on.query({
    sql: `SELECT NULL, comment FROM duckdb_tables() WHERE ${here('table_name')}
UNION ALL SELECT NULL, comment FROM duckdb_views() WHERE ${here('view_name')}
UNION ALL SELECT column_name, comment FROM duckdb_columns() WHERE ${here('table_name')}`,
    bindings: [name.schema ?? null, name.name],
  })
  return {
    relation: rows.find(([column]) => column === null)?.[1] as string | undefined,
    columns: new Map(rows.flatMap(([column, text]) => (column === null ? [] : [[String(column), String(text)]]))),
  }
}

function field(name: unknown, type: unknown, nullable: boolean): Field {
  return { name: String(name), type: typeOf(String(type)), nullable }
}
