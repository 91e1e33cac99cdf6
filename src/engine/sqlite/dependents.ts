import { randomBytes } from 'node:crypto'
import type { Connection, TableDependents, TableIndex, TableName } from '../engine.ts'
import { names, viewsNaming } from '../naming.ts'
import { quote, quoteTable } from '../quote.ts'

interface SchemaEntry {
  readonly type: string
  readonly name: string
  readonly table: string
  readonly sql: string | null
}

/**
 * What hangs on a table.
 *
 * Views and triggers are text to SQLite, and no catalogue says what they read. Renaming the table does: SQLite rewrites
 * each definition that names it. So we rename inside a savepoint, compare, and roll back.
 */
export async function sqliteDependents(name: TableName, on: Connection): Promise<TableDependents> {
  const schema = name.schema ?? 'main'
  const entries = await readSchema(schema, on)
  const own = entries.find((entry) => entry.name === name.name)
  const definition = own?.sql ?? ''
  const indexes = await readIndexes(schema, name.name, entries, on)
  const foreignKeys = await readForeignKeys(schema, name.name, entries, on)
  const blockers = [
    ...entries
      .filter((entry) => entry.type === 'trigger' && entry.table === name.name)
      .map((entry) => `trigger ${entry.name}`),
    ...(await readers(schema, name.name, entries, on)),
    ...foreignKeys.map((key) => `foreign key of ${key.child}`),
    ...ownConstraints(definition),
  ]
  return {
    indexes,
    blockers: [...new Set(blockers)],
    refusals: foreignKeys
      .filter((key) => key.onDelete !== 'NO ACTION')
      .map((key) => `the foreign key of ${key.child} says ON DELETE ${key.onDelete}`),
    // Rows that children point to are deleted and come back: the check can wait for the commit.
    before: foreignKeys.length > 0 ? ['PRAGMA defer_foreign_keys = ON'] : [],
    after: [],
    remake: false,
    onlyViews: blockers.every((blocker) => blocker.startsWith('view ')),
  }
}

/** The views that may read a relation; a view reads by name, and those of its own schema. */
export async function sqliteNaming(name: TableName, on: Connection): Promise<readonly TableName[]> {
  const schema = name.schema ?? 'main'
  const views = (await readSchema(schema, on)).filter(({ type }) => type === 'view')
  return viewsNaming(
    name,
    views.map((view) => ({ view: { schema, name: view.name }, sql: view.sql ?? '' })),
  )
}

async function readSchema(schema: string, on: Connection): Promise<readonly SchemaEntry[]> {
  const { rows } = await on.query({
    sql: `SELECT type, name, tbl_name, sql FROM ${quote(schema)}.sqlite_schema ORDER BY rowid`,
    bindings: [],
  })
  return rows.map(([type, name, table, sql]) => ({ type, name, table, sql }) as SchemaEntry)
}

/** The indexes, and a unique index for each PRIMARY KEY and UNIQUE of the table's own definition. */
async function readIndexes(
  schema: string,
  table: string,
  entries: readonly SchemaEntry[],
  on: Connection,
): Promise<readonly TableIndex[]> {
  const written = entries.filter((entry) => entry.type === 'index' && entry.table === table && entry.sql !== null)
  const { rows } = await on.query({
    sql: `SELECT l.name, group_concat('"' || replace(c.name, '"', '""') || '"', ', ' ORDER BY c.seqno)
FROM pragma_index_list(?, ?) AS l JOIN pragma_index_info(l.name, ?) AS c
WHERE l.origin IN ('pk', 'u') GROUP BY l.seq, l.name ORDER BY l.seq DESC`,
    bindings: [table, schema, schema],
  })
  const { rows: rowId } = await on.query({
    sql: `SELECT x.name FROM pragma_table_xinfo(?, ?) AS x WHERE x.pk > 0
AND NOT EXISTS (SELECT 1 FROM pragma_index_list(?, ?) WHERE origin = 'pk')`,
    bindings: [table, schema, table, schema],
  })
  const keys = [
    ...(rowId.length > 0 ? [rowId.map((row) => quote(row[0] as string)).join(', ')] : []),
    ...rows.map((row) => row[1] as string),
  ]
  const unique = [...new Set(keys)].map((columns, index): TableIndex => {
    const name = `${table}_key${index === 0 ? '' : index + 1}`
    const make = `CREATE UNIQUE INDEX ${quoteTable({ schema, name })} ON ${quote(table)} (${columns})`
    return { name, unique: true, make, drop: undefined }
  })
  const own = written.map(({ name, sql }): TableIndex => {
    const drop = `DROP INDEX ${quoteTable({ schema, name })}`
    return { name, unique: UNIQUE.test(sql as string), make: qualifyIndex(schema, sql as string), drop }
  })
  return [...unique, ...own]
}

/** How the definition of an index begins that refuses rows. */
const UNIQUE = /^CREATE\s+UNIQUE\b/i

/** The catalogue keeps an index's definition without its schema. */
function qualifyIndex(schema: string, sql: string): string {
  if (schema === 'main') return sql
  return sql.replace(/^(CREATE\s+(?:UNIQUE\s+)?INDEX\s+)/i, (start) => `${start}${quote(schema)}.`)
}

async function readForeignKeys(
  schema: string,
  table: string,
  entries: readonly SchemaEntry[],
  on: Connection,
): Promise<readonly { child: string; onDelete: string }[]> {
  const children = entries.filter((entry) => entry.type === 'table' && /\breferences\b/i.test(entry.sql ?? ''))
  if (children.length === 0) return []
  const { rows } = await on.query({
    sql: `SELECT DISTINCT s.name, k.on_delete FROM ${quote(schema)}.sqlite_schema AS s, pragma_foreign_key_list(s.name, ?) AS k
WHERE s.type = 'table' AND lower(k."table") = lower(?) ORDER BY s.name`,
    bindings: [schema, table],
  })
  return rows.map((row) => ({ child: row[0] as string, onDelete: row[1] as string }))
}

/** Views, and triggers of other tables, that read or write the table. */
async function readers(
  schema: string,
  table: string,
  entries: readonly SchemaEntry[],
  on: Connection,
): Promise<readonly string[]> {
  const suspects = entries.filter(
    (entry) =>
      (entry.type === 'view' || entry.type === 'trigger') && entry.table !== table && names(entry.sql ?? '', table),
  )
  if (suspects.length === 0) return []
  const describe = (entry: SchemaEntry) => `${entry.type} ${entry.name}`
  const savepoint = `millrace_${randomBytes(6).toString('hex')}`
  await on.execute({ sql: `SAVEPOINT ${savepoint}`, bindings: [] })
  try {
    const renamed = quote(savepoint)
    await on.execute({ sql: `ALTER TABLE ${quoteTable({ schema, name: table })} RENAME TO ${renamed}`, bindings: [] })
    const after = new Map((await readSchema(schema, on)).map((entry) => [`${entry.type} ${entry.name}`, entry.sql]))
    return suspects.filter((entry) => after.get(describe(entry)) !== entry.sql).map(describe)
  } catch {
    // A view that reads a missing table forbids renaming any table: then whatever names ours is taken to read it.
    return suspects.map(describe)
  } finally {
    await on.execute({ sql: `ROLLBACK TO ${savepoint}`, bindings: [] })
    await on.execute({ sql: `RELEASE ${savepoint}`, bindings: [] })
  }
}

/** What a table made anew from a frame's columns would lose. Words in a comment or a name count too: then we keep the table. */
function ownConstraints(definition: string): readonly string[] {
  const body = definition.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`|\[[^\]]*\]/g, '""')
  const found = (pattern: RegExp, what: string) => (pattern.test(body) ? [what] : [])
  return [
    ...found(/\bcheck\s*\(/i, 'a check constraint'),
    ...found(/\bdefault\b/i, 'a default value'),
    ...found(/\breferences\b/i, 'a foreign key to another table'),
    ...found(/\bcollate\b/i, 'a collation'),
    ...found(/\bautoincrement\b/i, 'an autoincrement key'),
    ...found(/\bas\s*\(/i, 'a generated column'),
    ...found(/^\s*create\s+virtual\b/i, 'a virtual table'),
  ]
}
