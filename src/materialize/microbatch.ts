import type { TableInfo } from '../engine/engine.ts'
import { BatchesFailed, InvalidArgument, listNames, RowsOutsideCondition, StatementCancelled } from '../errors/index.ts'
import { call, type Expression, literal, nameReference } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { types } from '../plan/type.ts'
import type { SessionScope } from '../session/scope.ts'
import { changesColumns, type WriteResult } from '../write/index.ts'
import {
  type Batch,
  type BatchSize,
  type BatchState,
  batchesBetween,
  batchStart,
  dueBatches,
  instantText,
} from './batches.ts'
import {
  holdAgainst,
  type IncrementalResult,
  type IncrementalSettings,
  keptColumns,
  tableToKeep,
} from './incremental.ts'
import { refusedRebuild } from './part.ts'
import { REPLACING, writeRelation } from './relation.ts'

/** A table whose rows each belong to a batch of time, which is computed and replaced as a whole. */
export interface MicrobatchBuild extends IncrementalSettings {
  /**
   * The rows of a batch: inputs are limited to `start <= event time < end`. Rows whose event time is NULL shall come
   * along: they are told as an error, not lost.
   */
  build(batch: Batch, incremental: boolean): Relation
  /** The column of the result that says which batch a row is in: a timestamp or a date. */
  readonly eventTime: string
  /** Inputs without an event time, which every batch reads whole: what an error suspects. */
  readonly readWhole?: readonly string[]
  readonly batch: BatchSize
  /** The first batch is the one that this instant is in. */
  readonly begin: Date
  /** How many batches before the current one are computed again. Default 1. */
  readonly lookback?: number | undefined
  /** Computes the batches of this time, done or not, and no others: a backfill. */
  readonly range?: { readonly start: Date; readonly end: Date } | undefined
  /** What is known of a batch. Without it every batch from `begin` on is computed. */
  stateOf?(batch: Batch): BatchState
  /**
   * Called before anything is changed: these batches are about to be computed, and until `onBatch` says so they are not
   * done, whatever earlier runs have told. Where all is built anew, nothing that was known of any batch holds.
   */
  onStart?(due: readonly Batch[], full: boolean): Promise<void> | void
  /**
   * A batch is in the table. It is `done` where its time was over and all of its input was read, else it has to be
   * computed once more.
   */
  onBatch?(batch: Batch, done: boolean, result: WriteResult): Promise<void> | void
}

export interface MicrobatchResult extends IncrementalResult {
  /** Those that were computed, in order. */
  readonly batches: readonly Batch[]
}

/**
 * Computes the batches that are due, one after the other, each in a transaction of its own: the current one, those that
 * the lookback reaches, and whatever is not done: it failed, no run came by, or its time was not over when one did. A
 * failed one leaves the others alone; where already the first fails, the others are not tried. With `part: 'empty'` a table
 * that is there keeps its batches, and one that is made has none.
 *
 * @throws BatchesFailed at the end, with what each of them threw; InvalidArgument for an impossible range
 */
export async function materializeMicrobatch(scope: SessionScope, given: MicrobatchBuild): Promise<MicrobatchResult> {
  const { begin, batch: size, range, lookback = 1, part } = given
  if (range !== undefined && range.start >= range.end)
    throw new InvalidArgument(`the range of batches ends at ${instantText(range.end)}, before it starts`)
  const all = batchesBetween(size, range?.start ?? begin, range?.end ?? scope.now)
  const latest = all.at(-1) ?? emptyBatch(size, begin)
  const table = await tableToKeep(scope, given)
  const newest = table && given.onSchemaChange === 'fullRefresh' ? given.build(latest, true) : undefined
  const full = table === undefined || (newest !== undefined && (await changesTable(scope, table, newest)))
  if (part !== undefined && table !== undefined && full) throw refusedRebuild(given.target, part)
  if (part === 'empty' && !full) return { ...(await holdAgainst(scope, given.build(latest, true), given)), batches: [] }
  // A first run leaves a table, if only an empty one: that takes a single batch.
  const first = part === 'empty' || all.length === 0 ? [latest] : all
  const due = full ? first : range ? all : dueBatches(all, lookback, stateOf(given))
  await given.onStart?.(due, full)
  const done: { readonly batch: Batch; readonly result: WriteResult }[] = []
  const failed: { readonly batch: Batch; readonly error: unknown }[] = []
  for (const [index, batch] of due.entries()) {
    try {
      const makes = full && index === 0
      const rows = (batch === latest && !makes ? newest : undefined) ?? given.build(batch, !makes)
      const result = await writeBatch(scope, given, batch, rows, makes)
      done.push({ batch, result })
      if (batch.start < batch.end) await given.onBatch?.(batch, part === undefined && batch.end <= scope.now, result)
    } catch (error) {
      if (error instanceof StatementCancelled || scope.options.signal?.aborted) throw error
      failed.push({ batch, error })
      if (index === 0) break
    }
  }
  if (failed.length > 0) throw failure(given, failed, due.length - done.length - failed.length)
  return { ...sumOf(done.map(({ result }) => result)), full, batches: done.map(({ batch }) => batch) }
}

async function changesTable(scope: SessionScope, table: TableInfo, rows: Relation): Promise<boolean> {
  return scope.using(rows, async ({ outputs }) => changesColumns(scope.dialect.ddl, table.fields, outputs))
}

const stateOf = (given: MicrobatchBuild) => (batch: Batch) => given.stateOf?.(batch)

function emptyBatch(size: BatchSize, begin: Date): Batch {
  const start = batchStart(size, begin)
  return { start, end: start }
}

/** Replaces the rows of one batch; the first of all makes the table. */
async function writeBatch(
  scope: SessionScope,
  given: MicrobatchBuild,
  batch: Batch,
  rows: Relation,
  first: boolean,
): Promise<WriteResult> {
  const { target, comments, models, indexes, audit, eventTime } = given
  try {
    return await writeRelation(scope, rows, {
      target,
      comments,
      indexes,
      audit,
      where: within(eventTime, batch),
      required: [eventTime],
      ...(first ? { ...REPLACING, models } : { mode: 'replaceWhere', onSchemaChange: keptColumns(given) }),
    })
  } catch (error) {
    throw error instanceof RowsOutsideCondition ? outsideBatch(given, batch, error) : error
  }
}

/** The user has written no condition: they know of batches and their inputs. */
function outsideBatch(
  { eventTime, batch: size, readWhole = [] }: MicrobatchBuild,
  { start, end }: Batch,
  { rows }: RowsOutsideCondition,
): RowsOutsideCondition {
  const period = start < end ? `the ${size} of ${instantText(start)}` : `an empty ${size}, as begin is to come,`
  const suspect =
    readWhole.length === 0
      ? `the body must leave "${eventTime}" in the batch that its inputs are limited to, and what it reads with table('…') is not limited: make it a source`
      : `a batch reads the rows of its time alone of inputs that have an eventTime; read whole, having none: ${listNames(readWhole)}. Give the one that "${eventTime}" comes from its own: { eventTime: '${eventTime}' }`
  return new RowsOutsideCondition(
    `${rows === 1 ? '1 row lies' : `${rows} rows lie`} outside of ${period} by "${eventTime}"`,
    { hint: suspect, rows },
  )
}

function within(column: string, { start, end }: Batch): Expression {
  const bound = (fn: 'gte' | 'lt', at: Date) => call(fn, [nameReference(column), literal(at, types.timestamp)])
  return call('and', [bound('gte', start), bound('lt', end)])
}

function failure(
  { target, batch: size }: MicrobatchBuild,
  failed: readonly { readonly batch: Batch; readonly error: unknown }[],
  untried: number,
): BatchesFailed {
  const failures = failed.map(({ batch, error }) => ({ ...batch, error }))
  const [first] = failures
  const which = failures.map(({ start }) => instantText(start)).join(', ')
  const outside = failed.map(({ error }) => error).find((error) => error instanceof RowsOutsideCondition)
  // Such rows lie there in the next run as well.
  const next = outside === undefined ? 'The next run makes up for what is missing' : outside.hint
  const reason = first?.error instanceof Error ? first.error.message : String(first?.error)
  return new BatchesFailed(
    `${failures.length === 1 ? `the ${size} of ${which} was` : `the ${size}s of ${which} were`} not written to ${target.name}: ${reason}`,
    {
      failures,
      hint: `${untried > 0 ? `${untried} more were not tried, since the first had failed. ` : ''}${next}`,
    },
  )
}

function sumOf(results: readonly WriteResult[]): WriteResult {
  const sum = (count: (result: WriteResult) => number): number =>
    results.reduce((total, result) => total + count(result), 0)
  return {
    rowsInserted: sum((one) => one.rowsInserted),
    rowsUpdated: sum((one) => one.rowsUpdated),
    rowsDeleted: sum((one) => one.rowsDeleted),
    durationMs: sum((one) => one.durationMs),
  }
}
