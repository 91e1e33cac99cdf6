/** A feed that delivers events late and more than once, and models that read it run by run. */
import type { Engine } from '../../../src/engine/engine.ts'
import { relationOf, toDataFrame } from '../../../src/frame/data-frame.ts'
import { type AnyRow, and, type DataFrame, max, or, rowNumber, Session, Window } from '../../../src/index.ts'
import { type Batch, instantText } from '../../../src/materialize/batches.ts'
import { materializeIncremental } from '../../../src/materialize/incremental.ts'
import { materializeMicrobatch } from '../../../src/materialize/microbatch.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { frameActions } from '../../../src/session/frame-actions.ts'
import { makeScope } from '../../../src/session/scope.ts'
import { relationOfSource } from '../snapshot/taking.ts'

export const STRATEGIES = ['append', 'merge', 'deleteInsert', 'microbatch'] as const
export type Strategy = (typeof STRATEGIES)[number]

/** An event: the `version` of the thing `id`, which happened at `at` and was delivered as number `seq`. */
export interface Event {
  readonly seq: number
  readonly id: number
  readonly version: number
  readonly qty: number
  /** `2024-05-10T07:00:00Z` */
  readonly at: string
}

/** What the feed has delivered by the time of a run; some events twice. */
export interface Delivery {
  readonly events: readonly Event[]
  readonly now: string
  readonly fullRefresh: boolean
}

const COLUMNS = [
  ['seq', 'long'],
  ['id', 'long'],
  ['version', 'long'],
  ['qty', 'long'],
  ['at', 'timestamp'],
] as const
export const BEGIN = '2024-05-10T00:00:00Z'
export const LOOKBACK = 1

/** Which batches are done: the state of a run's project. */
export interface Known {
  readonly starts: ReadonlySet<string>
  forget(starts: readonly string[] | 'all'): void | Promise<void>
  add(start: string): void | Promise<void>
}

/** One run of the model; all that it changes is in the table, and in `known`. */
export async function runModel(
  engine: Engine,
  table: string,
  strategy: Strategy,
  { events, now, fullRefresh }: Delivery,
  known: Known,
): Promise<void> {
  const scope = makeScope(engine, { now: new Date(now) })
  const session = new Session(engine)
  const feed = toDataFrame<AnyRow>(
    relationOfSource(engine, { columns: COLUMNS, rows: events as never }),
    frameActions(scope),
  ).dropDuplicates('seq') as unknown as DataFrame
  const target = { schema: undefined, name: table }
  const plan = (frame: DataFrame): Relation => relationOf(frame) as Relation
  try {
    if (strategy === 'microbatch') {
      await materializeMicrobatch(scope, {
        target,
        fullRefresh,
        eventTime: 'at',
        batch: 'day',
        begin: new Date(BEGIN),
        lookback: LOOKBACK,
        build: (batch) => plan(within(feed, batch)),
        stateOf: ({ start }) => (known.starts.has(instantText(start)) ? 'done' : undefined),
        onStart: (due, full) => known.forget(full ? 'all' : due.map(({ start }) => instantText(start))),
        onBatch: ({ start }, done) => (done ? known.add(instantText(start)) : undefined),
      })
      return
    }
    const old = session.table(table)
    await materializeIncremental(scope, {
      target,
      fullRefresh,
      ...(strategy === 'append' ? { strategy } : { strategy, key: ['id'] }),
      build: (incremental) =>
        plan(
          strategy === 'append'
            ? unseen(feed, incremental ? old : undefined)
            : latest(feed, incremental ? old : undefined),
        ),
    })
  } finally {
    await scope.close(true)
  }
}

function within(feed: DataFrame, { start, end }: Batch): DataFrame {
  return feed.filter((e) => or(and(e.at.gte(start), e.at.lt(end)), e.at.isNull()))
}

/** Events that the table does not have. */
function unseen(feed: DataFrame, old: DataFrame | undefined): DataFrame {
  return old ? (feed.join(old, 'seq', 'anti') as unknown as DataFrame) : feed
}

/** The last version of each thing of which there is an event that was delivered after those that the table knows of. */
function latest(feed: DataFrame, old: DataFrame | undefined): DataFrame {
  const known = old?.agg({ known: max(old.col('seq')) })
  const moved = known
    ? feed
        .crossJoin(known)
        .filter((e) => or(e.known.isNull(), e.seq.gt(e.known)))
        .select('id')
    : feed.select('id')
  const ranked = feed
    .join(moved.distinct(), 'id', 'semi')
    .withColumn('place', (e) => rowNumber().over(Window.partitionBy(e.id).orderBy(e.version.desc(), e.seq.desc())))
    .withColumn('seq', (e) => max(e.seq).over(Window.partitionBy(e.id)))
  return ranked.filter((e) => e.place.eq(1)).drop('place') as unknown as DataFrame
}

/** What the table must hold, whatever the runs were. */
export function expectedRows(strategy: Strategy, { events, now }: Delivery): string[] {
  const once = [...new Map(events.map((event) => [event.seq, event])).values()]
  if (strategy === 'append') return texts(once)
  if (strategy === 'microbatch') {
    const end = new Date(now)
    end.setUTCHours(24 * Math.ceil((end.getTime() % 86_400_000) / 86_400_000), 0, 0, 0)
    return texts(once.filter(({ at }) => at >= BEGIN && new Date(at) < end))
  }
  const ids = [...new Set(once.map(({ id }) => id))]
  return texts(
    ids.map((id) => {
      const all = once.filter((event) => event.id === id)
      const [newest] = [...all].sort((a, b) => b.version - a.version || b.seq - a.seq)
      return { ...(newest as Event), seq: Math.max(...all.map(({ seq }) => seq)) }
    }),
  )
}

/** The rows of the table, in the same form. */
export async function rowsOf(engine: Engine, table: string): Promise<string[]> {
  const rows = await new Session(engine).table(table).collect()
  return texts(rows.map((row) => ({ ...row, at: instantText(row.at as Date) })) as unknown as Event[])
}

const texts = (rows: readonly Event[]): string[] =>
  rows.map(({ seq, id, version, qty, at }) => JSON.stringify([seq, id, version, qty, at])).sort()
