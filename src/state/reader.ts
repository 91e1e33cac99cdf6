import type { Database } from 'better-sqlite3'
import type { TaskNode } from '../dag/graph.ts'
import type { Failure, TaskOutcome, TaskState } from './outcome.ts'
import type { RunRecord, StateReader, Transition } from './state.ts'

interface OutcomeRow {
  readonly task: string
  readonly state: TaskState
  readonly reason: string | null
  readonly failure: string | null
  readonly attempts: number
  readonly started_at: number | null
  readonly ended_at: number
  readonly rows_written: number
}

interface RunRow {
  readonly run_id: string
  readonly connection: string
  readonly state: RunRecord['state']
  readonly as_of: number
  readonly started_at: number
  readonly ended_at: number | null
}

/** The look-ups of an open state file. */
export function stateReader(database: Database): StateReader {
  const definitions = database.prepare<[string], { task: string; definition: string }>(
    `SELECT d.task, d.definition FROM definitions d
     WHERE d.connection = ?
     AND d.run_id = (SELECT run_id FROM runs WHERE connection = d.connection ORDER BY sequence DESC LIMIT 1)`,
  )
  const successes = database.prepare<
    [string],
    { task: string; run_id: string; at: number; as_of: number; definition: string }
  >('SELECT task, run_id, at, as_of, definition FROM successes WHERE connection = ?')
  const newest = database.prepare<
    [string],
    { task: string; state: TaskState; code: string | null; run_id: string; ended_at: number }
  >(
    `SELECT task, state, json_extract(failure, '$.code') AS code, run_id, ended_at FROM outcomes o
     WHERE connection = ?
     AND sequence = (SELECT max(sequence) FROM outcomes WHERE connection = o.connection AND task = o.task)`,
  )
  const runs = database.prepare<[number], RunRow>('SELECT * FROM runs ORDER BY sequence DESC LIMIT ?')
  const transitions = database.prepare<
    [string],
    { task: string; state: Transition['state']; attempt: number; at: number }
  >('SELECT task, state, attempt, at FROM transitions WHERE run_id = ? ORDER BY sequence')
  const outcomes = database.prepare<[string], OutcomeRow>('SELECT * FROM outcomes WHERE run_id = ? ORDER BY sequence')

  return {
    definitions: (connection) => mapped(definitions.all(connection), (row) => parseNode(row.definition)),
    lastSuccesses: (connection) =>
      mapped(successes.all(connection), (row) => ({
        at: new Date(row.at),
        asOf: new Date(row.as_of),
        runId: row.run_id,
        definition: parseNode(row.definition),
      })),
    compiledSql(connection, task) {
      // A file of the first version, opened to be read, has no such column.
      if ((database.pragma('user_version', { simple: true }) as number) < 2) return undefined
      const found = database
        .prepare<[string, string], { compiled_sql: string | null }>(
          'SELECT compiled_sql FROM successes WHERE connection = ? AND task = ?',
        )
        .get(connection, task)
      return found?.compiled_sql ?? undefined
    },
    lastOutcomes: (connection) =>
      mapped(newest.all(connection), (row) => ({
        state: row.state,
        code: row.code ?? undefined,
        runId: row.run_id,
        endedAt: new Date(row.ended_at),
      })),
    batches(connection, task) {
      // A file of an older version, opened to be read, has no such table.
      if ((database.pragma('user_version', { simple: true }) as number) < 3) return new Map()
      const rows = database
        .prepare<[string, string], { start: number; run_id: string; done: number }>(
          'SELECT start, run_id, done FROM batches WHERE connection = ? AND task = ?',
        )
        .all(connection, task)
      return new Map(rows.map(({ start, run_id, done }) => [start, { runId: run_id, done: done === 1 }]))
    },
    runs: (limit = 20) =>
      runs.all(limit).map((row) => ({
        runId: row.run_id,
        connection: row.connection,
        state: row.state,
        startedAt: new Date(row.started_at),
        endedAt: date(row.ended_at),
        now: new Date(row.as_of),
      })),
    transitions: (runId) => transitions.all(runId).map((row) => ({ ...row, at: new Date(row.at) })),
    outcomes: (runId) => outcomes.all(runId).map(toOutcome),
    close: () => void database.close(),
  }
}

function toOutcome(row: OutcomeRow): TaskOutcome {
  return {
    task: row.task,
    state: row.state,
    reason: row.reason ?? undefined,
    failure: row.failure === null ? undefined : parseFailure(row.failure),
    attempts: row.attempts,
    startedAt: date(row.started_at),
    endedAt: new Date(row.ended_at),
    rowsWritten: row.rows_written,
  }
}

function parseFailure(text: string): Failure {
  // JSON leaves out keys that hold `undefined`; so they come back.
  const { hint, at, sql, bindings, ...rest } = JSON.parse(text) as Failure
  return { ...rest, hint, at, sql, bindings }
}

function parseNode(text: string): TaskNode {
  return JSON.parse(text) as TaskNode
}

function mapped<R extends { readonly task: string }, V>(rows: readonly R[], value: (row: R) => V): Map<string, V> {
  return new Map(rows.map((row) => [row.task, value(row)]))
}

function date(time: number | null): Date | undefined {
  return time === null ? undefined : new Date(time)
}
