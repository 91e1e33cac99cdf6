import { formatSql } from '../../compiler/format-sql.ts'
import { placeOfNode, type TaskNode } from '../../dag/graph.ts'
import type { Failure, TaskOutcome } from '../../runner/events.ts'
import { codeFrame } from './code-frame.ts'
import { printable, type Style } from './style.ts'

/** The task that failed, as far as a reader needs it: its name, and where it is declared. */
type Subject = Pick<TaskNode, 'shortName' | 'file' | 'line'>

/** A failed task as it is told once more at the end: where, the code, the SQL, what to do. */
export function describeFailure(outcome: TaskOutcome, task: Subject, root: string, style: Style): string {
  const tries = outcome.attempts > 1 ? ` after ${outcome.attempts} attempts` : ''
  const head = `${style.red('✗')} ${style.bold(printable(task.shortName))} ${outcome.state.replaceAll('_', ' ')}${tries}`
  if (outcome.failure === undefined)
    return outcome.reason === undefined ? head : `${head}: ${printable(outcome.reason)}`
  return [head, ...failureLines(outcome.failure, task, root, style)].join('\n')
}

/** The same for a task that was called outside a run. */
export function describeThrown(failure: Failure, task: Subject, root: string, style: Style): string {
  const head = `${style.red('✗')} ${style.bold(printable(task.shortName))} failed`
  return [head, ...failureLines(failure, task, root, style)].join('\n')
}

function failureLines(failure: Failure, task: Subject, root: string, style: Style): string[] {
  const { code, message, at, stack, sql, bindings, hint } = failure
  const lines = indent(`${code === 'Error' ? '' : `${code}: `}${message}`)
  // Where the stack is lost (a thread that died, a driver's callback), the task itself is the nearest place known.
  const place = at ?? placeOfNode(task)
  lines.push(`${at === undefined ? 'in' : 'at'} ${style.cyan(printable(place))}`)
  const frame = codeFrame(root, place, style)
  if (frame !== undefined) lines.push(...frame.split('\n').map((line) => `  ${line}`))
  const callers = stack.filter((call) => at === undefined || !call.includes(at))
  for (const call of callers.slice(0, 4)) lines.push(style.dim(`from ${printable(call)}`))
  if (sql !== undefined) lines.push('sql', ...indent(formatSql(sql)).map((line) => `  ${line}`))
  if (bindings !== undefined && bindings.length > 0) lines.push(`bindings ${printable(bindings.join(', '))}`)
  if (hint !== undefined) lines.push(`${style.yellow('hint')} ${printable(hint)}`)
  return lines.map((line) => `  ${line}`)
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => printable(line))
}
