import { dialectOf } from '../../src/dialect/index.ts'
import type { Engine, Statement } from '../../src/engine/engine.ts'
import type { Field } from '../../src/plan/schema.ts'
import { parseType } from '../../src/plan/type.ts'
import { type WriteResult, type WriteTableRequest, writeTable, writeView } from '../../src/write/index.ts'
import { uses } from '../matrix/uses.ts'
import type { TestDatabase } from '../support/databases.ts'

export const statement = (sql: string, ...bindings: unknown[]): Statement => ({ sql, bindings })

export const ddlOf = (engine: Engine) => dialectOf(engine.dialect).ddl

/** Fields as `{ id: 'long', note: 'string?' }` says. */
export function fieldsOf(types: Readonly<Record<string, string>>): Field[] {
  return Object.entries(types).map(([name, type]) => ({
    name,
    type: parseType(type.replace(/\?$/, '')),
    nullable: type.endsWith('?'),
  }))
}

type Options = Partial<Omit<WriteTableRequest, 'ddl' | 'fields' | 'target'>>

/** Writes the result of `sql` to `table`. */
export function write(
  engine: Engine,
  table: string,
  types: Readonly<Record<string, string>>,
  sql: string | Statement,
  options: Options = {},
): Promise<WriteResult> {
  uses(`write ${options.mode ?? 'error'}`)
  return writeTable(engine, {
    target: { schema: undefined, name: table },
    fields: fieldsOf(types),
    select: typeof sql === 'string' ? statement(sql) : sql,
    ddl: ddlOf(engine),
    ...options,
  })
}

export function view(engine: Engine, name: string, types: Readonly<Record<string, string>>, sql: string | Statement) {
  return writeView(engine, {
    target: { schema: undefined, name },
    fields: fieldsOf(types),
    select: typeof sql === 'string' ? statement(sql) : sql,
    ddl: ddlOf(engine),
  })
}

/** Runs statements one by one. */
export async function run(database: TestDatabase, ...statements: string[]): Promise<void> {
  for (const sql of statements) await database.engine.execute({ sql, bindings: [] })
}

/** All rows, every value as text (integers arrive differently from each driver). */
export async function rows(database: TestDatabase, sql: string): Promise<(string | null)[][]> {
  const result = await database.engine.query({ sql, bindings: [] })
  return result.rows.map((row) => row.map((value) => (value === null ? null : String(value))))
}

/** Names of tables and views: what a failed write must not leave behind. */
export async function tables(database: TestDatabase): Promise<readonly string[]> {
  return (await database.engine.listTables(undefined)).map(({ name }) => name)
}

/** Drops a table or view of the default schema, if there is one. */
export async function dropIfThere(database: TestDatabase, name: string): Promise<void> {
  const found = await database.engine.tableInfo({ schema: undefined, name })
  if (found !== undefined) await run(database, `DROP ${found.kind.toUpperCase()} ${name}`)
}
