import { formatDuration } from '../../plan/duration.ts'
import type { TaskOutcome, TaskState } from '../../runner/events.ts'
import { printable, type Style } from './style.ts'

/** How the name of a state is coloured. */
function stateText(state: TaskState | 'running' | 'retrying', style: Style): string {
  const text = state.replaceAll('_', ' ').padEnd(15)
  switch (state) {
    case 'success':
      return style.green(text)
    case 'failed':
    case 'timed_out':
    case 'crashed':
      return style.red(text)
    case 'warned':
    case 'upstream_failed':
    case 'cancelled':
    case 'retrying':
      return style.yellow(text)
    case 'kept':
    case 'skipped':
    case 'running':
      return style.dim(text)
    default:
      return state satisfies never
  }
}

/** One line of the report: time, level, task, state, and what there is to say. */
export function taskLine(
  parts: { at: Date; level: number; name: string; state: TaskState | 'running' | 'retrying'; more: string },
  width: number,
  style: Style,
): string {
  const { at, level, name, state, more } = parts
  const line = `${style.dim(clock(at))}  L${level}  ${printable(name).padEnd(width)}  ${stateText(state, style)} ${printable(more)}`
  return line.trimEnd()
}

/** Duration and rows of a task that ran; the reason of one that did not. */
export function outcomeText(outcome: TaskOutcome): string {
  const { startedAt, endedAt, rowsWritten, reason, attempts, state } = outcome
  const parts: string[] = []
  if (startedAt !== undefined && endedAt !== undefined) {
    parts.push(formatDuration(endedAt.getTime() - startedAt.getTime()).padStart(7))
    if (state === 'success') parts.push(rows(rowsWritten))
  }
  if (attempts > 1) parts.push(`${attempts} attempts`)
  if (reason !== undefined) parts.push(reason)
  return parts.join('  ')
}

export function rows(count: number): string {
  return count === 1 ? '1 row' : `${count.toLocaleString('en')} rows`
}

/** `10:15:02` on the machine's clock. */
export function clock(at: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`
}
