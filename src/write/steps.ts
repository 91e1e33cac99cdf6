import { randomBytes } from 'node:crypto'
import { columnDefinitions, type Ddl, indexName } from '../dialect/ddl.ts'
import type { Connection, Engine, RunOptions, Statement, TableInfo, TableName, Transaction } from '../engine/engine.ts'
import { InvalidName, isRefusal, WriteBlocked } from '../errors/index.ts'
import type { Field } from '../plan/schema.ts'
import type { WriteTableRequest } from './request.ts'

/** A write that runs: its request, and where. */
export interface Writing extends WriteTableRequest {
  readonly engine: Engine
  readonly on: Transaction
}

/** Where statements of a write run, and how they are written. */
export type Site = Pick<Writing, 'ddl' | 'on' | 'signal'>

export interface Counts {
  readonly inserted: number
  readonly updated: number
  readonly deleted: number
}

export const NOTHING: Counts = { inserted: 0, updated: 0, deleted: 0 }

/**
 * Runs `body` in the transaction that the request brings, or in one of its own. If it fails it is undone alone; where the
 * engine has no savepoints the whole transaction is given up, unless nothing had been changed yet.
 */
export async function inTransaction<T>(
  engine: Engine,
  request: { readonly transaction?: Transaction | undefined; readonly signal?: AbortSignal | undefined },
  body: (on: Transaction) => Promise<T>,
): Promise<T> {
  const { transaction } = request
  if (transaction === undefined) return engine.transaction(body, { signal: request.signal })
  if (transaction.abandon !== undefined) return withoutSavepoint(transaction, body)
  await run(transaction, 'SAVEPOINT millrace_write')
  try {
    const value = await body(transaction)
    await run(transaction, 'RELEASE SAVEPOINT millrace_write')
    return value
  } catch (error) {
    // Where even this fails, the database has ended the transaction: the first error says why.
    await run(transaction, 'ROLLBACK TO SAVEPOINT millrace_write').then(
      () => run(transaction, 'RELEASE SAVEPOINT millrace_write'),
      () => undefined,
    )
    throw error
  }
}

async function withoutSavepoint<T>(transaction: Transaction, body: (on: Transaction) => Promise<T>): Promise<T> {
  let changed = false
  const watched: Transaction = {
    ...transaction,
    execute(statement, options) {
      changed = true
      return transaction.execute(statement, options)
    },
  }
  try {
    return await body(watched)
  } catch (error) {
    if (changed) transaction.abandon?.(error)
    throw error
  }
}

/** Runs a statement of ours that has no bindings. */
export async function run(on: Connection, sql: string, options: RunOptions = {}): Promise<number> {
  return (await on.execute({ sql, bindings: [] }, options)).rowsAffected
}

/** Makes an empty table. */
export async function createEmpty(
  { ddl, on }: Site,
  name: TableName,
  fields: readonly Field[],
  kind: 'TABLE' | 'TEMPORARY TABLE' = 'TABLE',
): Promise<void> {
  await run(on, `CREATE ${kind} ${ddl.table(name)} (${columnDefinitions(ddl, fields)})`)
}

/** Inserts what a query gives for these columns, in their order; gives the number of rows. */
export async function fill(
  { ddl, on, signal }: Site,
  into: TableName,
  columns: readonly Named[],
  { sql, bindings }: Statement,
): Promise<number> {
  const statement = { sql: `INSERT INTO ${ddl.table(into)} (${columnList(ddl, columns)})\n${sql}`, bindings }
  return (await on.execute(statement, { signal })).rowsAffected
}

type Named = Pick<Field, 'name'>

/** The columns by their names, as INSERT and SELECT list them. */
export function columnList(ddl: Ddl, columns: readonly Named[]): string {
  return columns.map(({ name }) => ddl.quote(name)).join(', ')
}

/** A name that nobody has; it lives inside one transaction. */
export function temporaryName(): string {
  return `millrace_${randomBytes(8).toString('hex')}`
}

/** Whether a table has such a name: who sees one sees a write that goes on, or one that was killed. */
export const isTemporaryName = (name: string): boolean => /^millrace_[0-9a-f]{16}$/.test(name)

/**
 * Drops a table or view.
 *
 * @throws WriteBlocked where something else needs it
 */
export async function dropRelation({ ddl, on, signal }: Site, kind: TableInfo['kind'], name: TableName): Promise<void> {
  try {
    await run(on, `DROP ${kind.toUpperCase()} ${ddl.table(name)}`, { signal })
  } catch (error) {
    if (!isRefusal(error, 'dependentObjects', 'foreignKey')) throw error
    throw new WriteBlocked(`the ${kind} ${ddl.table(name)} cannot be dropped: ${error.message}`, {
      hint: 'drop first what needs it',
      cause: error,
    })
  }
}

export async function countRows({ ddl, on, signal }: Writing, table: TableName): Promise<number> {
  const { rows } = await on.query({ sql: `SELECT count(*) FROM ${ddl.table(table)}`, bindings: [] }, { signal })
  return Number(rows[0]?.[0] ?? 0)
}

/** Makes the unique index that sees to the key of a table just made. */
export async function createKey({ ddl, on, key, unique, signal }: Writing, target: TableName): Promise<void> {
  if (key === undefined || unique !== 'index') return
  const name = indexName(ddl, target.name, key, 'key')
  await run(on, ddl.createIndex({ name, table: target, columns: key, unique: true }), { signal })
}

/** Makes the indexes that the request asks for and the table does not have. */
export async function createIndexes(writing: Writing, target: TableName): Promise<void> {
  for (const columns of writing.indexes ?? []) {
    const name = indexName(writing.ddl, target.name, columns)
    await run(writing.on, writing.ddl.createIndex({ name, table: target, columns }), { signal: writing.signal })
  }
}

/** Waits for other writers of the target, where beginning the transaction did not. */
export async function lock({
  ddl,
  target,
  on,
  signal,
}: Pick<Writing, 'ddl' | 'target' | 'on' | 'signal'>): Promise<void> {
  const sql = ddl.lockTarget(target)
  if (sql !== undefined) await on.query({ sql, bindings: [] }, { signal })
}

/** Keeps other programs from changing rows between what we find and what we do about it. */
export async function lockRows({ ddl, on, signal }: Site, target: TableName): Promise<void> {
  const sql = ddl.lockRows(target)
  if (sql !== undefined) await run(on, sql, { signal })
}

/** The target as the catalogue knows it. @throws InvalidName where one exists that the engine takes for it */
export async function find({
  engine,
  target,
  on,
  ddl,
}: Pick<Writing, 'engine' | 'target' | 'on' | 'ddl'>): Promise<TableInfo | undefined> {
  const found = await engine.tableInfo(target, on)
  if (found !== undefined || ddl.foldName('A') === 'A') return found
  const tables = await engine.listTables(target.schema, on)
  const same = tables.find(({ name }) => ddl.foldName(name) === ddl.foldName(target.name))
  if (same === undefined) return undefined
  throw new InvalidName(
    `${ddl.title} cannot tell ${ddl.quote(target.name)} from ${ddl.quote(same.name)}, which exists`,
    {
      hint: `write to ${JSON.stringify(same.name)}, or choose another name`,
    },
  )
}
