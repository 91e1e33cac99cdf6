import type { Database } from 'better-sqlite3'
import type { Failure } from './outcome.ts'
import type { RecoveredRun } from './state.ts'

/** What a task that was running when its run's process died has to say for itself. */
const DIED: Failure = {
  code: 'RunDied',
  message: "the run's process ended while the task was running",
  hint: undefined,
  at: undefined,
  stack: [],
  sql: undefined,
  bindings: undefined,
}

/**
 * Settles runs that never ended: whoever holds the lock knows that their processes are gone. Tasks that were running
 * (or waited for a further attempt) become `crashed`, in one transaction.
 */
export function recover(database: Database): RecoveredRun[] {
  const dead = database.prepare<[], { run_id: string }>(
    "SELECT run_id FROM runs WHERE state = 'running' ORDER BY sequence",
  )
  const unfinished = database.prepare<[string], { task: string; attempt: number; started: number; last: number }>(
    `SELECT task, max(attempt) AS attempt, min(at) AS started FROM transitions t
     WHERE run_id = ? AND NOT EXISTS (SELECT 1 FROM outcomes o WHERE o.run_id = t.run_id AND o.task = t.task)
     GROUP BY task ORDER BY min(sequence)`,
  )
  const step = database.prepare<[string, string, number, number]>(
    "INSERT INTO transitions (run_id, task, state, attempt, at) VALUES (?, ?, 'crashed', ?, ?)",
  )
  const outcome = database.prepare<[string, string, number, number, number, string]>(
    `INSERT INTO outcomes (task, state, failure, attempts, started_at, ended_at, rows_written, run_id, connection)
     SELECT ?, 'crashed', ?, ?, ?, ?, 0, run_id, connection FROM runs WHERE run_id = ?`,
  )
  const end = database.prepare<[number, string]>("UPDATE runs SET state = 'crashed', ended_at = ? WHERE run_id = ?")

  return database
    .transaction(() =>
      dead.all().map(({ run_id: runId }) => {
        const now = Date.now()
        const tasks = unfinished.all(runId)
        for (const { task, attempt, started } of tasks) {
          step.run(runId, task, attempt, now)
          outcome.run(task, JSON.stringify(DIED), attempt, started, now, runId)
        }
        end.run(now, runId)
        return { runId, tasks: tasks.map(({ task }) => task) }
      }),
    )
    .immediate()
}
