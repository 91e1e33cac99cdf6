import type { Engine } from '../engine/engine.ts'
import { checkRequest } from './check-request.ts'
import { writeComments } from './comments.ts'
import { indexRefusal } from './indexes.ts'
import { modes } from './modes.ts'
import { foreignKeyRefusal } from './refill.ts'
import type { WriteResult, WriteTableRequest, WriteViewRequest } from './request.ts'
import { type Counts, inTransaction, NOTHING } from './steps.ts'
import { replaceView } from './view.ts'

export { changesColumns } from './compare-columns.ts'
export { type LoadRequest, loadTable } from './load.ts'
export type {
  Comments,
  ModelRelation,
  Models,
  OnSchemaChange,
  WriteMode,
  WriteResult,
  WriteTableRequest,
  WriteViewRequest,
} from './request.ts'

/**
 * Writes the rows of a query to a table, in one transaction: killed at any instant, the old table is there or the new.
 *
 * `error` creates; `ignore` creates unless the table exists; `append` adds rows by column name, and creates where there
 * is no table; `overwrite` builds beside and swaps, so that readers never see a missing, empty or half table, and keeps
 * indexes, primary key and unique constraints. Where a swap would break what hangs on the table (views, foreign keys,
 * triggers, grants …) the rows are replaced in place, which needs the same columns. `merge` updates the rows whose key is
 * there and inserts the others; `deleteInsert` deletes the rows whose key is among the new ones and inserts these;
 * `replaceWhere` deletes the rows that a condition selects and inserts new ones, which must satisfy it; all three create
 * where there is no table. The query may read the target.
 *
 * @throws InvalidName, UnsupportedOnDialect, UnknownColumn (an index, a key) before any SQL; TableExists, SchemaChanged,
 * NoUniqueIndex, NullKey, DuplicateKey, RowsOutsideCondition, WriteBlocked (also where a unique index that the table had refuses the rows), and
 * what the database says.
 */
export async function writeTable(engine: Engine, request: WriteTableRequest): Promise<WriteResult> {
  const started = performance.now()
  checkRequest(request)
  const { mode = 'error' } = request
  // What merge finds rows by, the table must keep unique.
  const unique = mode === 'merge' ? 'index' : request.unique
  try {
    const counts = await inTransaction(engine, request, async (on) => {
      let audited = false
      const audit: WriteTableRequest['audit'] =
        request.audit &&
        (async (beside) => {
          audited = true
          await request.audit?.(beside, on)
        })
      const writing = { ...request, unique, audit, engine, on }
      const done = await modes[mode](writing)
      if (!audited) await audit?.(request.target, on)
      await writeComments(writing, 'table')
      return done
    })
    return result(counts, started)
  } catch (error) {
    throw await indexRefusal(engine, request, foreignKeyRefusal(request, error))
  }
}

/**
 * Makes a view of a query, or replaces one. Bindings become literals: a view can hold none.
 *
 * @throws InvalidName before any SQL; WriteBlocked where the name is a table's, where other views need columns that
 * would go, or where the view would read itself.
 */
export async function writeView(engine: Engine, request: WriteViewRequest): Promise<WriteResult> {
  const started = performance.now()
  checkRequest({ ...request, view: true })
  await inTransaction(engine, request, async (on) => {
    await replaceView({ ...request, engine, on })
    await writeComments({ ...request, engine, on }, 'view')
  })
  return result(NOTHING, started)
}

function result(counts: Counts, started: number): WriteResult {
  return {
    rowsInserted: counts.inserted,
    rowsUpdated: counts.updated,
    rowsDeleted: counts.deleted,
    durationMs: Math.round(performance.now() - started),
  }
}
