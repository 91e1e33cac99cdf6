import type { Connection, TableDependents, TableIndex, TableName } from '../engine.ts'
import { viewsNaming } from '../naming.ts'
import { quote, quoteTable } from '../quote.ts'

/** What hangs on a table, from DuckDB's catalogue. */
export async function duckdbDependents(name: TableName, on: Connection): Promise<TableDependents> {
  const schema = name.schema ?? 'main'
  const constraints = await readConstraints(schema, name.name, on)
  const written = await on.query({
    sql: `SELECT index_name, sql, is_unique FROM duckdb_indexes()
WHERE database_name = current_database() AND schema_name = $1::VARCHAR AND table_name = $2::VARCHAR AND sql IS NOT NULL ORDER BY index_oid`,
    bindings: [schema, name.name],
  })
  const children = constraints.filter((one) => one.kind === 'FOREIGN KEY' && one.refersTo)
  const indexes = [
    ...keys(schema, name.name, constraints),
    ...written.rows.map(([index, make, unique]): TableIndex => {
      const drop = `DROP INDEX ${quoteTable({ schema, name: String(index) })}`
      return { name: String(index), unique: unique === true, make: String(make), drop }
    }),
  ]
  const fixed = [
    ...children.map((one) => `foreign key of ${one.table}`),
    ...constraints.flatMap((one) => {
      if (one.refersTo) return []
      if (one.kind === 'CHECK') return ['a check constraint']
      return one.kind === 'FOREIGN KEY' ? ['its own foreign key'] : []
    }),
    ...(await readDefaults(schema, name.name, on)),
  ]
  return {
    indexes,
    blockers: [...(await readingViews(schema, name.name, on)).map((view) => `view ${view}`), ...fixed],
    // DuckDB's keys know no ON DELETE, and check each row at once: rows that children point to cannot even be replaced.
    // The database says so where it happens; a table whose rows nobody points to can be refilled.
    refusals: [],
    before: [],
    after: [],
    // A transaction that deletes and inserts rows of one key leaves an index broken where it is read back from the log,
    // after a crash: from then on no row of the table can be deleted.
    remake: indexes.length > 0 && fixed.length === 0,
    onlyViews: fixed.length === 0,
  }
}

/** The views that may read a relation: all read by name. */
export async function duckdbNaming(name: TableName, on: Connection): Promise<readonly TableName[]> {
  const { rows } = await on.query({
    sql: `SELECT schema_name, view_name, sql FROM duckdb_views()
WHERE database_name = current_database() AND NOT internal ORDER BY view_oid`,
    bindings: [],
  })
  const views = rows.map(([schema, view, sql]) => ({
    view: { schema: String(schema), name: String(view) },
    sql: String(sql),
  }))
  return viewsNaming(name, views)
}

interface Constraint {
  readonly table: string
  readonly kind: string
  readonly name: string
  readonly columns: readonly string[]
  /** A foreign key of another table that points to ours. */
  readonly refersTo: boolean
}

async function readConstraints(schema: string, table: string, on: Connection): Promise<readonly Constraint[]> {
  const { rows } = await on.query({
    sql: `SELECT table_name, constraint_type, constraint_name, constraint_column_names, table_name <> $2::VARCHAR
FROM duckdb_constraints()
WHERE database_name = current_database() AND schema_name = $1::VARCHAR
  AND (table_name = $2::VARCHAR OR (constraint_type = 'FOREIGN KEY' AND referenced_table = $2::VARCHAR))
ORDER BY constraint_index`,
    bindings: [schema, table],
  })
  return rows.map(([owner, kind, constraint, columns, refersTo]) => ({
    table: String(owner),
    kind: String(kind),
    name: String(constraint),
    columns: columns as readonly string[],
    refersTo: refersTo === true,
  }))
}

/**
 * The primary key and unique constraints of the new table. DuckDB adds a primary key to a table, and first of all, but
 * no unique constraint: it comes back as a unique index of the same name.
 */
function keys(schema: string, table: string, constraints: readonly Constraint[]): readonly TableIndex[] {
  const target = quoteTable({ schema, name: table })
  const own = constraints.filter((one) => !one.refersTo)
  const columns = (one: Constraint) => one.columns.map(quote).join(', ')
  const key = ({ name }: Constraint, make: string): TableIndex => ({ name, unique: true, make, drop: undefined })
  return [
    ...own
      .filter((one) => one.kind === 'PRIMARY KEY')
      .map((one) => key(one, `ALTER TABLE ${target} ADD PRIMARY KEY (${columns(one)})`)),
    ...own
      .filter((one) => one.kind === 'UNIQUE')
      .map((one) => key(one, `CREATE UNIQUE INDEX ${quote(one.name)} ON ${target} (${columns(one)})`)),
  ]
}

/** Default values and generated columns: a table made anew from a frame's columns would lose them. */
async function readDefaults(schema: string, table: string, on: Connection): Promise<readonly string[]> {
  const { rows } = await on.query({
    sql: `SELECT column_name FROM duckdb_columns()
WHERE database_name = current_database() AND schema_name = $1::VARCHAR AND table_name = $2::VARCHAR
  AND column_default IS NOT NULL AND column_default <> 'NULL' ORDER BY column_index`,
    bindings: [schema, table],
  })
  return rows.map((row) => `default value of column ${String(row[0])}`)
}

/**
 * Views that read the table. A view is text to DuckDB, and no catalogue says what it reads; the parser does, as JSON
 * whose base tables we look through.
 */
async function readingViews(schema: string, table: string, on: Connection): Promise<readonly string[]> {
  const { rows } = await on.query({
    sql: `SELECT view_name, sql FROM duckdb_views()
WHERE database_name = current_database() AND NOT internal AND contains(lower(sql), lower($1::VARCHAR)) ORDER BY view_name`,
    bindings: [table],
  })
  const reading: string[] = []
  for (const [view, sql] of rows) {
    const query = QUERY_OF_VIEW.exec(String(sql))?.[1] ?? ''
    const parsed = await on.query({ sql: 'SELECT json_serialize_sql($1::VARCHAR)', bindings: [query] })
    if (namesTable(JSON.parse(String(parsed.rows[0]?.[0])), schema, table)) reading.push(String(view))
  }
  return reading
}

const NAME = '(?:"(?:[^"]|"")*"|[^\\s."(]+)'
const QUERY_OF_VIEW = new RegExp(
  `^CREATE\\s+(?:TEMP\\S*\\s+)?VIEW\\s+${NAME}(?:\\.${NAME})*\\s*(?:\\((?:"(?:[^"]|"")*"|[^")])*\\)\\s*)?AS\\s+(.*?);?\\s*$`,
  'is',
)

/** What the parser does not understand is taken to read the table: its rows are then replaced, and nothing breaks. */
function namesTable(node: unknown, schema: string, table: string): boolean {
  if (typeof node !== 'object' || node === null) return false
  if (Array.isArray(node)) return node.some((one) => namesTable(one, schema, table))
  const { error, type, table_name: name, schema_name: within } = node as Readonly<Record<string, unknown>>
  if (error === true) return true
  const same = (a: unknown, b: string) => String(a).toLowerCase() === b.toLowerCase()
  if (type === 'BASE_TABLE' && same(name, table) && (within === '' || same(within, schema))) return true
  return Object.values(node).some((one) => namesTable(one, schema, table))
}
