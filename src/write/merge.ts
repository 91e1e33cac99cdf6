import { indexName } from '../dialect/ddl.ts'
import { isNested } from '../dialect/nested.ts'
import type { TableDependents, TableInfo, TableName } from '../engine/engine.ts'
import { isRefusal, NoUniqueIndex } from '../errors/index.ts'
import type { Field } from '../plan/schema.ts'
import { dropAside, putAside } from './aside.ts'
import { dropOthers } from './indexes.ts'
import { addColumns, reconcile } from './reconcile.ts'
import { mustRemake, remakeMerged } from './remake.ts'
import { type Counts, columnList, createIndexes, lockRows, run, type Writing } from './steps.ts'

/**
 * Updates the rows whose key is there, and inserts the others.
 *
 * @throws SchemaChanged, NoUniqueIndex before the query runs; NullKey, DuplicateKey before anything is changed
 */
export async function merge(writing: Writing, existing: TableInfo): Promise<Counts> {
  const { engine, ddl, on, signal, key = [] } = writing
  const fit = reconcile(writing, existing)
  const { target, written } = fit
  await proveUnique(writing, target, key)
  const dependents = await engine.dependents(target, on)
  const aside = await putAside(writing)
  const names = written.map((field) => field.name)
  const given = (writing.update ?? names).filter((name) => names.includes(name) && !key.includes(name))
  if (mustRemake({ fit, existing, dependents }) && !leavesIndexes(dependents, written, given)) {
    const counts = await remakeMerged(writing, { fit, existing, dependents, aside }, given)
    await dropAside(writing, aside)
    return counts
  }
  await addColumns(writing, fit)
  await lockRows(writing, target)
  await dropOthers(writing, target, dependents)
  const updated = given.length === 0 ? 0 : await countMatches(writing, aside, target, key)
  const columns = columnList(ddl, written)
  const update = given.map((name) => `${ddl.quote(name)} = excluded.${ddl.quote(name)}`).join(', ')
  // Without a WHERE SQLite would take ON for the beginning of a join's condition.
  const sql = `INSERT INTO ${ddl.table(target)} (${columns})
SELECT ${columns} FROM ${ddl.table(aside)} WHERE true
ON CONFLICT (${key.map(ddl.quote).join(', ')}) DO ${given.length === 0 ? 'NOTHING' : `UPDATE SET ${update}`}`
  const affected = await run(on, sql, { signal })
  await dropAside(writing, aside)
  await createIndexes(writing, target)
  return { inserted: affected - updated, updated, deleted: 0 }
}

/** Whether an update touches no index: there is the key's alone, and no value is of a kind whose update is an insert. */
function leavesIndexes({ indexes }: TableDependents, fields: readonly Field[], given: readonly string[]): boolean {
  const nested = fields.some(({ name, type }) => given.includes(name) && isNested(type))
  return given.length === 0 || (indexes.length <= 1 && !nested)
}

async function countMatches(
  { ddl, on, signal }: Writing,
  aside: TableName,
  target: TableName,
  key: readonly string[],
): Promise<number> {
  const same = key.map((column) => `old.${ddl.quote(column)} = new.${ddl.quote(column)}`).join(' AND ')
  const sql = `SELECT count(*) FROM ${ddl.table(aside)} AS new JOIN ${ddl.table(target)} AS old ON ${same}`
  const { rows } = await on.query({ sql, bindings: [] }, { signal })
  return Number(rows[0]?.[0] ?? 0)
}

/** The database itself says whether a unique index sees to the key: planning the statement is enough. */
async function proveUnique({ ddl, on }: Writing, target: TableName, key: readonly string[]): Promise<void> {
  const columns = key.map(ddl.quote).join(', ')
  const name = ddl.table(target)
  const sql = `EXPLAIN INSERT INTO ${name} (${columns}) SELECT ${columns} FROM ${name} WHERE true ON CONFLICT (${columns}) DO NOTHING`
  try {
    await on.query({ sql, bindings: [] })
  } catch (error) {
    if (!isRefusal(error, 'noUniqueIndex')) throw error
    const index = { name: indexName(ddl, target.name, key, 'key'), table: target, columns: key, unique: true }
    throw new NoUniqueIndex(
      `${name} has no unique index on ${key.map((column) => JSON.stringify(column)).join(', ')}`,
      {
        hint: `merge needs one, to find rows by their key: ${ddl.createIndex(index)}`,
        cause: error,
      },
    )
  }
}
