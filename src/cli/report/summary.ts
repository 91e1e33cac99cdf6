import type { RunReport, TaskState } from '../../runner/events.ts'

const STATES = [
  'success',
  'kept',
  'skipped',
  'failed',
  'timed_out',
  'crashed',
  'cancelled',
  'upstream_failed',
  'warned',
] as const satisfies readonly TaskState[]

/**
 * The run in one line that a script can look for, always with the same words in the same order:
 *
 *     run state=success tasks=12 success=10 kept=1 skipped=1 failed=0 timed_out=0 crashed=0 cancelled=0 upstream_failed=0 warned=0 rows=20123 seconds=3.2 id=…
 */
export function summaryLine(report: RunReport): string {
  const { state, tasks, startedAt, endedAt, runId } = report
  const counts = STATES.map((one) => `${one}=${tasks.filter((task) => task.state === one).length}`)
  const rows = tasks.reduce((sum, task) => sum + task.rowsWritten, 0)
  const seconds = ((endedAt.getTime() - startedAt.getTime()) / 1000).toFixed(1)
  return `run state=${state} tasks=${tasks.length} ${counts.join(' ')} rows=${rows} seconds=${seconds} id=${runId}`
}
