import { indexName, isOwnIndex } from '../dialect/ddl.ts'
import type { Engine, TableDependents, TableIndex, TableName } from '../engine/engine.ts'
import { isRefusal, WriteBlocked } from '../errors/index.ts'
import type { WriteTableRequest } from './request.ts'
import { run, type Writing } from './steps.ts'

/** The indexes that stay: all, but for those that earlier writes have made and nobody asks for any more. */
export function keptIndexes(
  writing: WriteTableRequest,
  target: TableName,
  { indexes, blockers }: TableDependents,
): readonly TableIndex[] {
  // What a foreign key points to must stay unique.
  if (!writing.dropsIndexes || blockers.some((blocker) => blocker.startsWith('foreign key of '))) return indexes
  const { ddl, key, indexes: wanted = [] } = writing
  const asked = new Set(wanted.map((columns) => indexName(ddl, target.name, columns)))
  if (key !== undefined) asked.add(indexName(ddl, target.name, key, 'key'))
  return indexes.filter(({ name, drop }) => {
    return drop === undefined || asked.has(name) || !isOwnIndex(ddl, target.name, name)
  })
}

/** Takes the other indexes from a table that stays. */
export async function dropOthers(writing: Writing, target: TableName, dependents: TableDependents): Promise<void> {
  const kept = keptIndexes(writing, target, dependents)
  for (const index of dependents.indexes)
    if (index.drop !== undefined && !kept.includes(index)) await run(writing.on, index.drop, { signal: writing.signal })
}

/**
 * Makes an index again on the table that took the place of the one that had it.
 *
 * @throws WriteBlocked where a column of it is gone
 */
export async function makeAgain({ on, ddl, signal }: Writing, target: TableName, { make }: TableIndex): Promise<void> {
  try {
    await run(on, make, { signal })
  } catch (error) {
    if (!isRefusal(error, 'unknownColumn')) throw error
    throw new WriteBlocked(
      `an index of ${ddl.table(target)} needs a column that the frame does not have: ${error.message}`,
      { hint: `keep the column, or drop the index first. It was made by: ${make}`, cause: error },
    )
  }
}

/**
 * Rows that a unique index of the replaced table refuses, in words that name it; any other error as it is. Asked when the
 * write is undone: an engine may tell it only where the transaction ends.
 */
export async function indexRefusal(engine: Engine, request: WriteTableRequest, error: unknown): Promise<unknown> {
  const { mode, ddl, target } = request
  if (mode !== 'overwrite' || !isRefusal(error, 'duplicate')) return error
  const dependents = await engine.dependents(target, request.transaction ?? engine).catch(() => undefined)
  const unique = dependents && keptIndexes(request, target, dependents).filter((index) => index.unique)
  if (unique === undefined || unique.length === 0) return error
  const table = ddl.table(target)
  const names = unique.map(({ name }) => ddl.quote(name)).join(', ')
  const drops = unique.map(({ name, drop }) => drop ?? `${ddl.quote(name)} goes with the table: DROP TABLE ${table}`)
  return new WriteBlocked(
    `${table} was not written: ${unique.length === 1 ? 'its unique index' : 'one of its unique indexes'} ${names}, which ${unique.length === 1 ? 'was' : 'were'} there before, refuses the new rows (${error.message})`,
    { hint: `make the rows distinct by its columns, or drop it: ${drops.join('; ')}`, cause: error },
  )
}
