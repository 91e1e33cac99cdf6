import type { Failure, TaskOutcome } from '../../runner/events.ts'
import { codeFrame } from './code-frame.ts'
import { formatSql } from './format-sql.ts'
import { printable, type Style } from './style.ts'

/** A failed task as it is told once more at the end: where, the code, the SQL, what to do. */
export function describeFailure(outcome: TaskOutcome, name: string, root: string, style: Style): string {
  const tries = outcome.attempts > 1 ? ` after ${outcome.attempts} attempts` : ''
  const head = `${style.red('✗')} ${style.bold(printable(name))} ${outcome.state.replaceAll('_', ' ')}${tries}`
  if (outcome.failure === undefined)
    return outcome.reason === undefined ? head : `${head}: ${printable(outcome.reason)}`
  return [head, ...failureLines(outcome.failure, root, style)].join('\n')
}

/** The same for a task that was called outside a run. */
export function describeThrown(name: string, failure: Failure, root: string, style: Style): string {
  return [`${style.red('✗')} ${style.bold(printable(name))} failed`, ...failureLines(failure, root, style)].join('\n')
}

function failureLines(failure: Failure, root: string, style: Style): string[] {
  const { code, message, at, stack, sql, bindings, hint } = failure
  const lines = indent(`${code === 'Error' ? '' : `${code}: `}${message}`)
  if (at !== undefined) {
    lines.push(`at ${style.cyan(at)}`)
    const frame = codeFrame(root, at, style)
    if (frame !== undefined) lines.push(...frame.split('\n').map((line) => `  ${line}`))
  }
  // The first is the place above.
  for (const call of stack.slice(at === undefined ? 0 : 1, 5)) lines.push(style.dim(`from ${printable(call)}`))
  if (sql !== undefined) lines.push('sql', ...indent(formatSql(sql)).map((line) => `  ${line}`))
  if (bindings !== undefined && bindings.length > 0) lines.push(`bindings ${printable(bindings.join(', '))}`)
  if (hint !== undefined) lines.push(`${style.yellow('hint')} ${printable(hint)}`)
  return lines.map((line) => `  ${line}`)
}

function indent(text: string): string[] {
  return text.split('\n').map((line) => printable(line))
}
