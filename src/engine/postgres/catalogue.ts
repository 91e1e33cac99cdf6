import type { FieldDef } from 'pg'
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
import { onConnectionOf, type Translate } from '../pooled.ts'
import { quoteTable } from '../quote.ts'
import type { PostgresConnection } from './client.ts'
import { type NativeType, sqlTypeOf } from './native-type.ts'

/** The columns of a NativeType for the type `t`, with modifier `modifier`; a domain is followed to its base. */
const typeColumns = (modifier: string) =>
  `CASE WHEN b.oid IS NULL THEN t.typname ELSE b.typname END,
  CASE WHEN b.oid IS NULL THEN t.typtype ELSE b.typtype END,
  CASE WHEN b.oid IS NULL THEN ${modifier} ELSE t.typtypmod END,
  e.typname, e.typtype, format_type(t.oid, ${modifier})`

const TYPE_JOINS = `LEFT JOIN pg_catalog.pg_type AS b ON t.typtype = 'd' AND b.oid = t.typbasetype
LEFT JOIN pg_catalog.pg_type AS e ON e.oid = coalesce(b.typelem, t.typelem) AND coalesce(b.typcategory, t.typcategory) = 'A'`

/** The entry of a table, view, materialised view or foreign table; unqualified names are found along the search path. */
export async function postgresTableInfo(name: TableName, on: Connection): Promise<TableInfo | undefined> {
  // What PostgreSQL cannot hold it cannot have: it would answer with a syntax error, or the table of a cut-off name.
  if ([name.name, name.schema ?? 'x'].some((part) => part === '' || part.includes('\0'))) return undefined
  const { rows } = await on.query({
    sql: `SELECT c.relkind, n.nspname, a.attname, a.attnotnull, ${typeColumns('a.atttypmod')}
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
${TYPE_JOINS}
WHERE c.oid = to_regclass($1) AND c.relname = $2 AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
ORDER BY a.attnum`,
    bindings: [quoteTable(name), name.name],
  })
  const first = rows[0]
  if (first === undefined) return undefined
  return {
    kind: kindOf(first[0]),
    schema: first[1] as string,
    fields: rows
      .filter((row) => row[2] !== null)
      .map(
        (row): Field => ({ name: row[2] as string, type: sqlTypeOf(nativeType(row, 4)), nullable: row[3] !== true }),
      ),
  }
}

/** The columns of any query. PostgreSQL plans it and runs none of it. */
export async function describePostgresQuery(
  statement: Statement,
  on: Connection,
  connecting: Translate,
  failed: (error: unknown, statement: Statement) => unknown,
): Promise<readonly Field[]> {
  const columns = await onConnectionOf(on, connecting, async (raw: PostgresConnection) => {
    try {
      const text = `SELECT * FROM (\n${statement.sql}\n) AS described LIMIT 0`
      return (await raw.query({ text, values: [...statement.bindings], rowMode: 'array' })).fields
    } catch (error) {
      throw failed(error, statement)
    }
  })
  if (columns.length === 0) return []
  const { rows } = await on.query({
    sql: `SELECT ${typeColumns('w.modifier')}
FROM unnest($1::oid[], $2::int[]) WITH ORDINALITY AS w(oid, modifier, position)
JOIN pg_catalog.pg_type AS t ON t.oid = w.oid
${TYPE_JOINS}
ORDER BY w.position`,
    bindings: [
      columns.map((column: FieldDef) => column.dataTypeID),
      columns.map((column: FieldDef) => column.dataTypeModifier),
    ],
  })
  return columns.map((column: FieldDef, index): Field => {
    const row = rows[index] ?? []
    return { name: column.name, type: sqlTypeOf(nativeType(row, 0)), nullable: true }
  })
}

/** All tables and views of a schema; without one, of all schemas on the search path. */
export async function listPostgresTables(schema: string | undefined, on: Connection): Promise<readonly TableEntry[]> {
  const { rows } = await on.query({
    sql: `SELECT n.nspname, c.relname, CASE WHEN c.relkind IN ('v', 'm') THEN 'view' ELSE 'table' END
FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
  AND CASE WHEN $1::text IS NULL THEN n.nspname = ANY (current_schemas(false)) ELSE n.nspname = $1 END
ORDER BY c.relname, n.nspname`,
    bindings: [schema ?? null],
  })
  return tableEntries(rows)
}

/** Whether the database has a schema of that name. */
export async function postgresSchemaExists(name: string, on: Connection): Promise<boolean> {
  const sql = 'SELECT 1 FROM pg_catalog.pg_namespace WHERE nspname = $1'
  return (await on.query({ sql, bindings: [name] })).rows.length > 0
}

/** All tables and views outside of PostgreSQL's own schemas; those that the search path finds are the default ones. */
export async function describePostgresTables(on: Connection): Promise<readonly TableDescription[]> {
  const { rows } = await on.query({
    sql: `SELECT c.relkind, n.nspname, c.relname, pg_table_is_visible(c.oid), cd.description, a.attname, a.attnotnull,
  ad.description, ${typeColumns('a.atttypmod')}
FROM pg_catalog.pg_class AS c
JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
LEFT JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
${TYPE_JOINS}
LEFT JOIN pg_catalog.pg_description AS cd ON cd.classoid = 'pg_class'::regclass AND cd.objoid = c.oid AND cd.objsubid = 0
LEFT JOIN pg_catalog.pg_description AS ad
  ON ad.classoid = 'pg_class'::regclass AND ad.objoid = c.oid AND ad.objsubid = a.attnum
WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
ORDER BY c.oid, a.attnum`,
    bindings: [],
  })
  return describedTables(
    rows.map((row) => ({
      kind: kindOf(row[0]),
      schema: String(row[1]),
      name: String(row[2]),
      isDefault: row[3] === true,
      comment: row[4],
      field:
        row[5] === null
          ? undefined
          : { name: String(row[5]), type: sqlTypeOf(nativeType(row, 8)), nullable: row[6] !== true },
      fieldComment: row[7],
    })),
  )
}

/** What COMMENT ON has said of a relation and its columns. */
export async function postgresComments(name: TableName, on: Connection): Promise<RelationComments> {
  const { rows } = await on.query({
    sql: `SELECT a.attname, d.description FROM pg_catalog.pg_description AS d
LEFT JOIN pg_catalog.pg_attribute AS a ON a.attrelid = d.objoid AND a.attnum = d.objsubid AND d.objsubid > 0
WHERE d.classoid = 'pg_class'::regclass AND d.objoid = to_regclass($1)`,
    bindings: [quoteTable(name)],
  })
  return {
    relation: rows.find(([column]) => column === null)?.[1] as string | undefined,
    columns: new Map(rows.flatMap(([column, text]) => (column === null ? [] : [[String(column), String(text)]]))),
  }
}

const kindOf = (relkind: unknown): TableInfo['kind'] => (relkind === 'v' || relkind === 'm' ? 'view' : 'table')

function nativeType(row: readonly unknown[], from: number): NativeType {
  const [name, kind, modifier, elementName, elementKind, text] = row.slice(from, from + 6)
  return {
    name: String(name),
    kind: String(kind),
    modifier: Number(modifier),
    element: elementName === null ? undefined : { name: String(elementName), kind: String(elementKind) },
    text: String(text),
  }
}
