/** Takes snapshots of rows given by a test, and reads what is kept. */
import type { Engine } from '../../../src/engine/engine.ts'
import { relationOf } from '../../../src/frame/data-frame.ts'
import { schemaOf } from '../../../src/frame/schema.ts'
import { Session } from '../../../src/index.ts'
import { type SnapshotRequest, takeSnapshot } from '../../../src/materialize/snapshot/index.ts'
import type { Relation } from '../../../src/plan/relation.ts'
import { parseType } from '../../../src/plan/type.ts'
import { makeScope } from '../../../src/session/scope.ts'
import type { Cell, History, Row, Rules, Source } from './model.ts'

/** The rules as a request says them. */
export function requestOf(rules: Rules): Pick<SnapshotRequest, 'key' | 'strategy' | 'hardDeletes'> {
  const { key, updatedAt, hardDeletes } = rules
  const strategy =
    rules.strategy === 'timestamp'
      ? { kind: 'timestamp' as const, updatedAt: updatedAt ?? '' }
      : { kind: 'check' as const, columns: rules.checked, updatedAt }
  return { key, strategy, hardDeletes }
}

/** Takes a snapshot of `source` into `table`, at the instant `now`. */
export async function take(engine: Engine, table: string, source: Source, rules: Rules, now: string) {
  const scope = makeScope(engine, { now: new Date(now) })
  try {
    return await takeSnapshot(scope, {
      source: relationOfSource(engine, source),
      target: { schema: undefined, name: table },
      ...requestOf(rules),
    })
  } finally {
    await scope.close(true)
  }
}

/** The rows as a frame's plan. */
export function relationOfSource(engine: Engine, { columns, rows }: Source): Relation {
  const fields = columns.map(([name, type]) => ({ name, type: parseType(type), nullable: true }))
  return relationOf(new Session(engine).createDataFrame(rows as never, schemaOf(fields) as never)) as Relation
}

/** All that a snapshot's table holds: its columns, and its rows with times as texts of one form. */
export async function readAll(engine: Engine, table: string): Promise<{ columns: string[][]; rows: Row[] }> {
  const frame = new Session(engine).table(table)
  const columns = (await frame.dtypes()).map(([name, type]) => [name, type])
  const rows = await frame
    .select(
      ...columns.map(([name = '', type]) => (type === 'timestamp' ? frame.col(name).cast('string').as(name) : name)),
    )
    .collect()
  const times = columns.filter(([, type]) => type === 'timestamp').map(([name]) => name)
  return { columns, rows: rows.map((row) => plain(row, times)) }
}

function plain(row: Readonly<Record<string, unknown>>, times: readonly (string | undefined)[]): Row {
  const cells = Object.entries(row).map(([name, value]): [string, Cell] =>
    times.includes(name) && typeof value === 'string' ? [name, isoText(value)] : [name, value as Cell],
  )
  return Object.fromEntries(cells)
}

/** `2024-02-29 12:00:00.5` as `2024-02-29T12:00:00.500000Z`. */
function isoText(text: string): string {
  const [seconds = '', fraction = ''] = text.replace(' ', 'T').split('.')
  return `${seconds}.${fraction.padEnd(6, '0')}Z`
}

/** A history as rows of its table; `scd_id` is left out. */
export function rowsOf({ columns, versions }: History, rules: Rules): Row[] {
  return versions.map(({ row, updatedAt, from, to, deleted }) => ({
    ...Object.fromEntries(columns.map(([name]) => [name, row[name] ?? null])),
    updated_at: updatedAt,
    valid_from: from,
    valid_to: to,
    ...(rules.hardDeletes === 'newRecord' && { is_deleted: deleted }),
  }))
}

/** Rows as texts, in an order that does not depend on theirs. `names` says which columns, and in which order. */
export function sorted(rows: readonly Row[], names: readonly string[]): string[] {
  return rows.map((row) => JSON.stringify(names.map((name) => row[name]))).sort()
}
