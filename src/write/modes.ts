import type { TableDependents, TableInfo } from '../engine/engine.ts'
import { TableExists, WriteBlocked } from '../errors/index.ts'
import { append } from './append.ts'
import { changesColumns, compareColumns } from './compare-columns.ts'
import { deleteInsert, replaceWhere } from './delete-insert.ts'
import { merge } from './merge.ts'
import { withReaders } from './readers.ts'
import { refill, refuseOtherColumns } from './refill.ts'
import type { WriteMode } from './request.ts'
import { type Counts, find, lock, NOTHING, type Writing } from './steps.ts'
import { create, swap, swapView } from './swap.ts'

/** What each mode does, inside a transaction. */
export const modes: Readonly<Record<WriteMode, (writing: Writing) => Promise<Counts>>> = {
  async error(writing) {
    await lock(writing)
    const existing = await find(writing)
    if (existing !== undefined) {
      throw new TableExists(`the ${existing.kind} ${writing.ddl.table(writing.target)} exists already`, {
        hint:
          existing.kind === 'view'
            ? 'choose another name, or drop the view'
            : "mode: 'overwrite' replaces it, 'append' adds to it, 'ignore' leaves it as it is",
      })
    }
    return create(writing)
  },
  async ignore(writing) {
    await lock(writing)
    return (await find(writing)) === undefined ? create(writing) : NOTHING
  },
  async append(writing) {
    const existing = (await find(writing)) ?? (await findLocked(writing))
    return existing === undefined ? create(writing) : append(writing, table(writing, existing))
  },
  async overwrite(writing) {
    await lock(writing)
    const existing = await find(writing)
    if (existing === undefined) return create(writing)
    const target = { schema: existing.schema, name: writing.target.name }
    if (existing.kind === 'view' && writing.replaceKind)
      return withReaders(writing, target, () => swapView(writing, target))
    table(writing, existing)
    const dependents = await writing.engine.dependents(target, writing.on)
    if (dependents.blockers.length === 0) return swap(writing, target, dependents)
    if (readersFollow(writing, existing, dependents)) {
      // Views that read by name may keep in mind what the columns were.
      const { changed } = compareColumns(writing.ddl, existing.fields, writing.fields)
      const stale = changed.length > 0 ? dependents.blockers : []
      return withReaders(writing, target, () => swap(writing, target, dependents), stale)
    }
    refuseOtherColumns(writing, target, existing, dependents)
    return dependents.remake ? swap(writing, target, dependents) : refill(writing, target, dependents)
  },
  merge: (writing) => intoExisting(writing, merge),
  deleteInsert: (writing) => intoExisting(writing, deleteInsert),
  replaceWhere: (writing) => intoExisting(writing, replaceWhere),
}

/** Whether views alone are in the way of other columns, each of which is seen to. */
function readersFollow(
  { ddl, keepReaders, fields }: Writing,
  existing: TableInfo,
  dependents: TableDependents,
): boolean {
  return keepReaders === true && dependents.onlyViews && changesColumns(ddl, existing.fields, fields)
}

/** Brings new rows and old ones together; where there are none, makes the table of the new ones. */
async function intoExisting(
  writing: Writing,
  apply: (writing: Writing, existing: TableInfo) => Promise<Counts>,
): Promise<Counts> {
  await lock(writing)
  const existing = await find(writing)
  return existing === undefined ? create(writing) : apply(writing, table(writing, existing))
}

/** Two writers that both find no table must not both create it. */
async function findLocked(writing: Writing): Promise<TableInfo | undefined> {
  await lock(writing)
  return find(writing)
}

function table(writing: Writing, info: TableInfo): TableInfo {
  if (info.kind === 'table') return info
  throw new WriteBlocked(`${writing.ddl.table(writing.target)} is a view: rows cannot be written to it`, {
    hint: 'choose another name, drop the view, or replace it with writeView',
  })
}
