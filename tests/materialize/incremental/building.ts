/** Builds incremental tables of rows given by a test. */
import type { Engine } from '../../../src/engine/engine.ts'
import { relationOf, toDataFrame } from '../../../src/frame/data-frame.ts'
import { type AnyRow, and, type Column, type DataFrame, max, or, Session, unixMicros } from '../../../src/index.ts'
import { type Batch, instantText } from '../../../src/materialize/batches.ts'
import { materializeIncremental } from '../../../src/materialize/incremental.ts'
import { materializeMicrobatch } from '../../../src/materialize/microbatch.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { frameActions } from '../../../src/session/frame-actions.ts'
import { makeScope } from '../../../src/session/scope.ts'
import { relationOfSource } from '../snapshot/taking.ts'
import { type Cell, type Columns, comparable, instant, type Row, type Rules } from './model.ts'

/** One run: its input, and what a model's body makes of it. */
export interface Building {
  readonly columns: Columns
  readonly rows: readonly Row[]
  readonly fullRefresh: boolean
  readonly now: string
  readonly range?: { readonly start: string; readonly end: string } | undefined
  /** Only rows whose column is beyond the greatest in the table. */
  readonly filter?: { readonly column: string; readonly op: '>' | '>='; readonly minusHours: number } | undefined
  /** A column of texts read as whole numbers. */
  readonly numbers?: { readonly name: string; readonly from: string } | undefined
  /** Whether the input of a batch is limited to its time. Default true. */
  readonly limited?: boolean | undefined
}

/** Starts of the batches that are done, as a run's state keeps them. */
export type Done = Set<string>

/** Runs one step; gives the starts of the batches that were computed. @throws what it throws */
export async function build(
  engine: Engine,
  table: string,
  rules: Rules,
  given: Building,
  done: Done = new Set(),
): Promise<readonly string[]> {
  const scope = makeScope(engine, { now: new Date(given.now) })
  const ok: string[] = []
  const common = {
    target: { schema: undefined, name: table },
    onSchemaChange: rules.onSchemaChange,
    fullRefresh: given.fullRefresh,
  }
  try {
    if (rules.microbatch === undefined) {
      await materializeIncremental(scope, {
        ...common,
        ...(rules as { strategy: 'merge'; key: readonly string[] }),
        build: (incremental) => bodyOf(engine, table, given, incremental),
      })
      return ok
    }
    const { eventTime, size, begin, lookback } = rules.microbatch
    await materializeMicrobatch(scope, {
      ...common,
      eventTime,
      batch: size,
      begin: new Date(instant(begin)),
      lookback,
      range: given.range && {
        start: new Date(instant(given.range.start)),
        end: new Date(instant(given.range.end)),
      },
      build: (batch, incremental) => bodyOf(engine, table, given, incremental, { eventTime, batch }),
      stateOf: ({ start }) => (done.has(startText(start)) ? 'done' : undefined),
      onStart: (due, full) => {
        if (full) done.clear()
        for (const { start } of due) done.delete(startText(start))
      },
      onBatch: ({ start }, isDone) => {
        if (isDone) done.add(startText(start))
        ok.push(startText(start))
      },
    })
    return ok
  } catch (error) {
    if (ok.length > 0 && error instanceof Error) Object.assign(error, { ok })
    throw error
  } finally {
    await scope.close(true)
  }
}

const startText = (start: Date): string => instant(instantText(start))

function bodyOf(
  engine: Engine,
  table: string,
  { columns, rows, filter, numbers, limited = true }: Building,
  incremental: boolean,
  of?: { readonly eventTime: string; readonly batch: Batch },
): Relation {
  const session = new Session(engine)
  let frame = toDataFrame<AnyRow>(relationOfSource(engine, { columns, rows }), frameActions(makeScope(engine, {})))
  if (of !== undefined && limited) {
    const at: Column<Date | null> = frame.col(of.eventTime)
    const { start, end } = of.batch
    frame = frame.filter(or(and(at.gte(start), at.lt(end)), at.isNull()))
  }
  if (numbers !== undefined) frame = frame.withColumn(numbers.name, (c) => c[numbers.from].cast('int'))
  if (filter !== undefined && incremental) frame = beyond(frame, session.table(table), filter)
  return relationOf(frame) as Relation
}

/** Rows whose column is beyond the greatest one that the table has; none where it has none. */
function beyond(
  frame: DataFrame,
  table: DataFrame,
  { column, op, minusHours }: NonNullable<Building['filter']>,
): DataFrame {
  const newest = table.agg({ newest: max(unixMicros(table.col(column) as Column<Date>)) })
  const rows = frame.crossJoin(newest).filter((c) => {
    const bound = c.newest.minus(minusHours * 3_600_000_000)
    return op === '>' ? unixMicros(c[column]).gt(bound) : unixMicros(c[column]).gte(bound)
  })
  return rows.drop('newest') as unknown as DataFrame
}

/** The rows that the same body gives in plain JavaScript; undefined where it fails. */
export function bodyRows(
  { columns, rows, filter, numbers, limited = true }: Building,
  table: { readonly rows: readonly Row[] } | undefined,
  of?: { readonly eventTime: string; readonly start: string; readonly end: string },
): { readonly columns: Columns; readonly rows: readonly Row[] } | undefined {
  const inBatch = (row: Row): boolean => {
    if (of === undefined || !limited) return true
    const at = row[of.eventTime] ?? null
    return at === null || (comparable(at) >= of.start && comparable(at) < of.end)
  }
  let found = rows.filter(inBatch)
  if (numbers !== undefined) {
    const number = (text: Cell | undefined): Cell => (text === null ? null : Number(text))
    found = found.map((row) => ({ ...row, [numbers.name]: number(row[numbers.from]) }))
    if (found.some((row) => Number.isNaN(row[numbers.name]))) return undefined
  }
  if (filter !== undefined && table !== undefined) {
    const { column, op, minusHours } = filter
    const times = (one: readonly Row[]) =>
      one.flatMap((row) => (typeof row[column] === 'string' ? [Date.parse(row[column])] : []))
    const bound = Math.max(...times(table.rows)) - minusHours * 3_600_000
    found = found.filter((row) => {
      const [at = Number.NaN] = times([row])
      return Number.isFinite(bound) && (op === '>' ? at > bound : at >= bound)
    })
  }
  const computed: Columns = numbers === undefined ? [] : [[numbers.name, 'int']]
  return { columns: [...columns, ...computed], rows: found }
}
