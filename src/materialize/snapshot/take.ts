import type { TableName, Transaction } from '../../engine/engine.ts'
import { DuplicateKey, NotASnapshot, NullKey } from '../../errors/index.ts'
import { formatTableName } from '../../plan/relation.ts'
import type { PreparedQuery, SessionScope } from '../../session/scope.ts'
import { dropAside, emptyAside } from '../../write/aside.ts'
import { writeComments } from '../../write/comments.ts'
import type { WriteResult } from '../../write/index.ts'
import { addColumns } from '../../write/reconcile.ts'
import { createEmpty, fill, find, inTransaction, lock, lockRows, type Site } from '../../write/steps.ts'
import { withoutRows } from '../part.ts'
import { type Bench, benchOn } from './bench.ts'
import { type Layout, layoutOn, META } from './layout.ts'
import type { SnapshotRequest } from './request.ts'
import { type Target, targetOf } from './target.ts'
import { firstVersions, goneVersions, newVersions, type Rows, repeatedKeys, unusableRows } from './versions.ts'

interface Counts {
  readonly inserted: number
  readonly closed: number
}

/**
 * Remembers the rows of a source in a table: each version of a key's row from `valid_from` up to but without `valid_to`,
 * which is NULL for the current one. The times of one key's rows are contiguous, but for the time that it was deleted.
 *
 * `updated_at` is the time that the source gives a row (else the run's), `scd_id` follows from key and `valid_from`; with
 * `hardDeletes: 'newRecord'` the rows whose `is_deleted` is true tell of the time without the key. One transaction; with
 * the same source as before nothing is changed.
 *
 * Of a `part` of the source no key is taken to be gone, whatever `hardDeletes` says.
 *
 * @returns how many rows were inserted, and how many open ones were ended (`rowsUpdated`)
 * @throws UnknownColumn, TypeMismatch, InvalidName, InvalidArgument before the transaction; NotASnapshot, SchemaChanged,
 * DuplicateKey, NullKey with nothing changed
 */
export async function takeSnapshot(scope: SessionScope, request: SnapshotRequest): Promise<WriteResult> {
  const started = performance.now()
  const name = formatTableName(request.target)
  const wanted = request.part === 'empty' ? withoutRows(request.source) : request.source
  return scope.using(wanted, async (source) => {
    const layout = layoutOn(scope.dialect.ddl, request, source.outputs)
    if (scope.options.record) {
      scope.options.record({ what: `snapshot('${name}')`, ...source.statement })
      return { rowsInserted: 0, rowsUpdated: 0, rowsDeleted: 0, durationMs: 0 }
    }
    try {
      const where = { transaction: scope.transaction, signal: scope.options.signal }
      const { inserted, closed } = await inTransaction(scope.engine, where, (on) =>
        takeIn(scope, on, request, layout, source),
      )
      const durationMs = Math.round(performance.now() - started)
      const result = { rowsInserted: inserted, rowsUpdated: closed, rowsDeleted: 0, durationMs }
      scope.options.observer?.wrote?.(name, result)
      return result
    } finally {
      scope.catalogue.forget()
    }
  })
}

async function takeIn(
  scope: SessionScope,
  on: Transaction,
  { target: wanted, comments, part }: SnapshotRequest,
  layout: Layout,
  source: PreparedQuery,
): Promise<Counts> {
  const { ddl } = scope.dialect
  const writing = { engine: scope.engine, ddl, on, target: wanted, signal: scope.options.signal }
  await lock(writing)
  const existing = await find(writing)
  const name = { schema: existing?.schema ?? wanted.schema, name: wanted.name }
  const target = existing && targetOf(layout, wanted, existing, ddl)
  if (target !== undefined) await lockRows(writing, name)
  const bench = benchOn(scope, on)
  // The source is read once, whatever it is made of.
  const aside = await emptyAside(writing, layout.source)
  await fill(writing, aside, layout.source, source.statement)
  const arrivals = bench.rows(aside, layout.source)
  await checkArrivals(bench, layout, arrivals, ddl.table(wanted))
  const counts =
    target === undefined
      ? await begin(writing, bench, layout, name, arrivals)
      : await goOn(writing, bench, part === undefined ? layout : keepingGone(layout), name, target, arrivals)
  await writeComments({ ...writing, comments, fields: target?.fields ?? layout.table }, 'table')
  await dropAside(writing, aside)
  return counts
}

/** @throws NullKey, DuplicateKey naming the key of the first row that is wrong */
async function checkArrivals(bench: Bench, layout: Layout, arrivals: Rows, target: string): Promise<void> {
  const unusable = await bench.first(unusableRows(layout, arrivals))
  if (unusable !== undefined) {
    const column = layout.key.find((name) => unusable[name] === null) ?? layout.updatedAt
    throw new NullKey(
      `a row for the snapshot ${target} has no ${JSON.stringify(column)}: its key is ${keyText(layout, unusable)}`,
      { hint: 'leave such rows out with a filter, or give them a value with coalesce' },
    )
  }
  const repeated = await bench.first(repeatedKeys(layout, arrivals))
  if (repeated === undefined) return
  throw new DuplicateKey(
    `${countIn(layout, repeated)} rows for the snapshot ${target} have the key ${keyText(layout, repeated)}`,
    { hint: 'a key must tell the rows apart: name more columns, or keep one row a key with dropDuplicates' },
  )
}

/** The layout for rows that are not all of the source: a key that is not among them may be there nevertheless. */
const keepingGone = (layout: Layout): Layout => ({ ...layout, hardDeletes: 'ignore' })

/** Makes the table, with every row of the source as it is now. */
async function begin(site: Site, bench: Bench, layout: Layout, target: TableName, arrivals: Rows): Promise<Counts> {
  await createEmpty(site, target, layout.table)
  return { inserted: await bench.add(target, firstVersions(layout, arrivals)), closed: 0 }
}

/** Puts the new versions aside, ends the open rows that they follow on, and adds them. */
async function goOn(
  site: Site,
  bench: Bench,
  layout: Layout,
  name: TableName,
  target: Target,
  arrivals: Rows,
): Promise<Counts> {
  await addColumns(site, { target: name, added: target.added })
  const table = () => bench.rows(name, target.fields)
  const aside = await emptyAside(site, target.fields)
  await bench.add(aside, newVersions(layout, target, arrivals, table(), table()))
  if (layout.hardDeletes !== 'ignore') await bench.add(aside, goneVersions(layout, target, arrivals, table()))
  const versions = bench.rows(aside, target.fields)
  const repeated = await bench.first(repeatedKeys(layout, versions))
  if (repeated !== undefined) {
    throw new NotASnapshot(
      `${bench.named(name)} has ${countIn(layout, repeated)} rows without ${META.to} for the key ${keyText(layout, repeated)}`,
      { hint: 'was it taken by another key, or written by somebody else? Choose another name, or end all but one' },
    )
  }
  const closed = await bench.endOpen(name, aside, layout.key)
  const inserted = await bench.add(name, versions.filter(versions.col(META.to).isNull()))
  await dropAside(site, aside)
  return { inserted, closed }
}

function keyText({ key }: Layout, row: Readonly<Record<string, unknown>>): string {
  const shown = (value: unknown) =>
    value instanceof Uint8Array ? `0x${Buffer.from(value).toString('hex')}` : JSON.stringify(value)
  return key.map((name) => `${name} = ${shown(row[name])}`).join(', ')
}

/** The one value beside the key. */
function countIn({ key }: Layout, row: Readonly<Record<string, unknown>>): unknown {
  return Object.entries(row).find(([name]) => !key.includes(name))?.[1]
}
