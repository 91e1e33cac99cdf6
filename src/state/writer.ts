import type { Database } from 'better-sqlite3'
import { InternalError, redact } from '../errors/index.ts'
import type { Failure, TaskOutcome } from './outcome.ts'
import type { State } from './state.ts'

type Cell = string | number | null

export type StateWriter = Pick<
  State,
  'runStarted' | 'attemptStarted' | 'attemptFailed' | 'batchesStarted' | 'batchEnded' | 'tasksEnded' | 'runEnded'
>

/** The part of the state that a run writes. Each method is one transaction, on disk (synchronous FULL) when it returns. */
export function stateWriter(database: Database): StateWriter {
  const insertRun = database.prepare<Cell[]>(
    "INSERT INTO runs (run_id, connection, state, as_of, started_at) VALUES (?, ?, 'running', ?, ?)",
  )
  const saveDefinition = database.prepare<Cell[]>(
    `INSERT INTO definitions (connection, task, run_id, definition) VALUES (?, ?, ?, ?)
     ON CONFLICT (connection, task) DO UPDATE SET run_id = excluded.run_id, definition = excluded.definition`,
  )
  const step = database.prepare<Cell[]>(
    'INSERT INTO transitions (run_id, task, state, attempt, at) VALUES (?, ?, ?, ?, ?)',
  )
  const saveOutcome = database.prepare<Cell[]>(
    `INSERT INTO outcomes (task, state, reason, failure, attempts, started_at, ended_at, rows_written, run_id, connection)
     SELECT ?, ?, ?, ?, ?, ?, ?, ?, run_id, connection FROM runs WHERE run_id = ?`,
  )
  // The clock of a run is its `now`: under `--now` a success lies that far back, however late it is on the wall.
  const saveSuccess = database.prepare<Cell[]>(
    `INSERT INTO successes (connection, task, run_id, at, as_of, definition, compiled_sql)
     SELECT r.connection, d.task, r.run_id, r.as_of + (? - r.started_at), r.as_of, d.definition, ?
     FROM runs r JOIN definitions d ON d.connection = r.connection WHERE d.task = ? AND r.run_id = ?
     ON CONFLICT (connection, task) DO UPDATE
     SET run_id = excluded.run_id, at = excluded.at, as_of = excluded.as_of, definition = excluded.definition,
       compiled_sql = CASE
         WHEN excluded.compiled_sql IS NOT NULL THEN excluded.compiled_sql
         WHEN excluded.definition ->> '$.fingerprint' = definition ->> '$.fingerprint' THEN compiled_sql
       END`,
  )
  const forgetBatch = database.prepare<Cell[]>(
    'DELETE FROM batches WHERE task = ? AND start = ? AND connection = (SELECT connection FROM runs WHERE run_id = ?)',
  )
  const forgetBatches = database.prepare<Cell[]>(
    'DELETE FROM batches WHERE task = ? AND connection = (SELECT connection FROM runs WHERE run_id = ?)',
  )
  const saveBatch = database.prepare<Cell[]>(
    `INSERT INTO batches (connection, task, start, run_id, done)
     SELECT connection, ?, ?, run_id, ? FROM runs WHERE run_id = ?
     ON CONFLICT (connection, task, start) DO UPDATE SET run_id = excluded.run_id, done = excluded.done`,
  )
  const endRun = database.prepare<Cell[]>('UPDATE runs SET state = ?, ended_at = ? WHERE run_id = ?')

  const record = (runId: string, outcome: TaskOutcome) => {
    const ended = (outcome.endedAt ?? new Date()).getTime()
    const { changes } = saveOutcome.run(
      outcome.task,
      outcome.state,
      outcome.reason === undefined ? null : redact(outcome.reason),
      outcome.failure === undefined ? null : JSON.stringify(redactFailure(outcome.failure)),
      outcome.attempts,
      outcome.startedAt?.getTime() ?? null,
      ended,
      outcome.rowsWritten,
      runId,
    )
    if (changes === 0) throw new InternalError(`an outcome for the run ${runId}, which was never recorded`)
    step.run(runId, outcome.task, outcome.state, outcome.attempts, ended)
    if (outcome.state === 'success') saveSuccess.run(ended, outcome.compiledSql ?? null, outcome.task, runId)
  }

  return {
    runStarted({ runId, connection, now, startedAt, definitions }) {
      database
        .transaction(() => {
          insertRun.run(runId, connection, now.getTime(), startedAt.getTime())
          for (const node of definitions) saveDefinition.run(connection, node.name, runId, JSON.stringify(node))
        })
        .immediate()
    },
    attemptStarted(runId, task, attempt, at) {
      step.run(runId, task, 'running', attempt, at.getTime())
    },
    attemptFailed(runId, task, attempt, at) {
      step.run(runId, task, 'retrying', attempt, at.getTime())
    },
    batchesStarted(runId, task, starts, full) {
      database
        .transaction(() => {
          if (full) forgetBatches.run(task, runId)
          else for (const start of starts) forgetBatch.run(task, start.getTime(), runId)
        })
        .immediate()
    },
    batchEnded(runId, task, start, done) {
      saveBatch.run(task, start.getTime(), done ? 1 : 0, runId)
    },
    tasksEnded(runId, outcomes) {
      if (outcomes.length === 0) return
      database
        .transaction(() => {
          for (const outcome of outcomes) record(runId, outcome)
        })
        .immediate()
    },
    runEnded(runId, state, at) {
      endRun.run(state, at.getTime(), runId)
    },
  }
}

/** Failures arrive redacted; what is written to disk is looked through once more. */
function redactFailure(failure: Failure): Failure {
  return {
    ...failure,
    message: redact(failure.message),
    hint: failure.hint === undefined ? undefined : redact(failure.hint),
    sql: failure.sql === undefined ? undefined : redact(failure.sql),
    bindings: failure.bindings?.map((binding) => redact(binding)),
  }
}
