import { DatabaseError } from '../../errors/index.ts'
import type { Field } from '../../plan/schema.ts'
import { type SqlType, types } from '../../plan/type.ts'
import { tableEntries } from '../described-tables.ts'
import type { Connection, Statement, TableDescription, TableEntry, TableInfo, TableName } from '../engine.ts'
import { onConnectionOf } from '../pooled.ts'
import { quote, quoteTable } from '../quote.ts'
import type { SqliteConnection } from './client.ts'
import { declaredType, typeOfValues } from './declared-type.ts'
import type { SqliteSettings } from './options.ts'
import { translateSqliteError, translateSqliteOpenError } from './translate-error.ts'
import { viewTypes } from './view-types.ts'

/** Rows looked at to find the types of computed columns. */
const SAMPLED_ROWS = 100

/** The entry of a table or view, broken ones too; names are compared letter by letter. */
export async function sqliteTableInfo(name: TableName, on: Connection): Promise<TableInfo | undefined> {
  try {
    return await readTableInfo(name, on)
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.transient) throw error
    const found = (await listSqliteTables(name.schema, on)).find((one) => one.name === name.name)
    if (found?.kind !== 'view') throw error
    return { kind: 'view', schema: found.schema, fields: [], broken: error }
  }
}

async function readTableInfo(name: TableName, on: Connection): Promise<TableInfo | undefined> {
  const schema = name.schema ?? 'main'
  // The catalogue table is named in text: its schema cannot be a binding. An unknown schema is no table.
  if (name.schema !== undefined && !(await sqliteSchemaExists(schema, on))) return undefined
  const { rows } = await on.query({
    sql: `${columnsOf(schema)} AND l.name = ? ORDER BY x.cid`,
    bindings: [schema, name.name],
  })
  return rows.length === 0 ? undefined : tableInfoOf({ schema, name: name.name }, rows, on)
}

/**
 * All tables and views of the file; for computed columns of a view its first rows are looked at, too. Views that nobody
 * can read are left out: of tables that are gone.
 */
export async function describeSqliteTables(on: Connection): Promise<readonly TableDescription[]> {
  try {
    return await describeAtOnce(on)
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    // One broken view fails the query for all.
    return describeOneByOne(on)
  }
}

async function describeOneByOne(on: Connection): Promise<readonly TableDescription[]> {
  const described: TableDescription[] = []
  for (const { schema, name } of await listSqliteTables(undefined, on)) {
    const info = await sqliteTableInfo({ schema, name }, on)
    if (info !== undefined && info.broken === undefined) described.push(describedAs(name, info))
  }
  return described
}

const describedAs = (name: string, info: TableInfo): TableDescription => ({
  ...info,
  name,
  isDefault: true,
  comments: { relation: undefined, columns: new Map() },
})

async function describeAtOnce(on: Connection): Promise<readonly TableDescription[]> {
  const schema = 'main'
  const { rows } = await on.query({
    sql: `${columnsOf(schema)} AND ${NOT_SQLITES_OWN} ORDER BY l.name, x.cid`,
    bindings: [schema],
  })
  const tables = new Map<string, (readonly unknown[])[]>()
  for (const row of rows) tables.set(String(row[6]), [...(tables.get(String(row[6])) ?? []), row])
  const described: TableDescription[] = []
  for (const [name, its] of tables) {
    described.push(describedAs(name, await tableInfoOf({ schema, name }, its, on)))
  }
  return described
}

const NOT_SQLITES_OWN = `l.type IN ('table', 'view', 'virtual') AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`

/** The columns of the tables and views of a schema, for more conditions. The schema is to be bound, too. */
const columnsOf = (schema: string): string => `SELECT l.type, x.name, x.type, x."notnull", x.pk,
  (SELECT s.sql FROM ${quote(schema)}.sqlite_schema AS s WHERE s.name = l.name) AS definition, l.name
FROM pragma_table_list AS l JOIN pragma_table_xinfo(l.name, l.schema) AS x
WHERE l.schema = ? AND x.hidden <> 1`

/** The entry that the columns of a table or view make. */
async function tableInfoOf(
  table: TableName & { readonly schema: string },
  rows: readonly (readonly unknown[])[],
  on: Connection,
): Promise<TableInfo> {
  const { schema } = table
  const [first = []] = rows
  const kind = first[0] === 'view' ? 'view' : 'table'
  const told = kind === 'view' ? viewTypes(String(first[5] ?? '')) : new Map<string, SqlType>()
  const keys = rows.filter((row) => row[4] !== 0n).length
  const fields = rows.map((row): Field => {
    const declared = String(row[2])
    const rowId = keys === 1 && row[4] !== 0n && declared.toUpperCase() === 'INTEGER'
    return {
      name: row[1] as string,
      type: told.get(row[1] as string) ?? (kind === 'view' ? viewColumnType(declared) : declaredType(declared)),
      // A primary key holds NULLs in SQLite, unless it is the row id.
      nullable: row[3] === 0n && !rowId,
    }
  })
  if (kind === 'table') return { kind, schema, fields }
  const all = { sql: `SELECT * FROM ${quoteTable(table)}`, bindings: [] }
  return { kind, schema, fields: await sampleUnknown(fields, all, on) }
}

/** For computed columns SQLite reports an affinity, or nothing: it says less than the values do. */
function viewColumnType(reported: string): Field['type'] {
  if (reported === 'INT') return types.long
  return reported === 'NUM' ? declaredType('') : declaredType(reported)
}

/** The columns of any query. Types come from the tables that it reads or, where it computes, from its first rows. */
export async function describeSqliteQuery(
  settings: SqliteSettings,
  statement: Statement,
  on: Connection,
): Promise<readonly Field[]> {
  // Preparing alone tells the columns, and for plain ones the declared type of the table's column.
  const columns = await onConnectionOf(
    on,
    (error) => translateSqliteOpenError(settings, error),
    async (raw: SqliteConnection) => {
      try {
        const prepared = raw.prepare(statement.sql)
        if (!prepared.reader) return []
        return prepared.columns().map((column) => ({ name: column.name, declared: column.type }))
      } catch (error) {
        throw translateSqliteError(settings, error, statement)
      }
    },
  )
  const fields = columns.map(
    ({ name, declared }): Field => ({ name, type: declaredType(declared ?? ''), nullable: true }),
  )
  return sampleUnknown(fields, statement, on)
}

/** Fills in the types that nothing declares, from the first rows of the query. */
async function sampleUnknown(fields: readonly Field[], query: Statement, on: Connection): Promise<readonly Field[]> {
  const undeclared = fields.some((field) => field.type.kind === 'unknown' && field.type.native === 'no declared type')
  if (!undeclared) return fields
  const { rows } = await on.query({
    sql: `SELECT * FROM (\n${query.sql}\n) LIMIT ${SAMPLED_ROWS}`,
    bindings: query.bindings,
  })
  return fields.map((field, index) =>
    field.type.kind === 'unknown' && field.type.native === 'no declared type'
      ? { ...field, type: typeOfValues(rows.map((row) => row[index])) }
      : field,
  )
}

/** All tables and views of a schema, without SQLite's own. */
export async function listSqliteTables(schema: string | undefined, on: Connection): Promise<readonly TableEntry[]> {
  const { rows } = await on.query({
    sql: `SELECT l.schema, l.name, iif(l.type = 'view', 'view', 'table') FROM pragma_table_list AS l
WHERE l.schema = ? AND ${NOT_SQLITES_OWN} ORDER BY l.name`,
    bindings: [schema ?? 'main'],
  })
  return tableEntries(rows)
}

/** Whether a database of that name is attached. */
export async function sqliteSchemaExists(schema: string, on: Connection): Promise<boolean> {
  const sql = 'SELECT 1 FROM pragma_database_list WHERE name = ? COLLATE NOCASE'
  const { rows } = await on.query({ sql, bindings: [schema] })
  return rows.length > 0
}
