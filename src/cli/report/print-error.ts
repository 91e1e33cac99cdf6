import { MillraceError as Base, type MillraceError, ModelErrors } from '../../errors/index.ts'
import { redact } from '../../errors/redact.ts'
import { codeFrame } from './code-frame.ts'
import { type Style, styleFor } from './style.ts'

/** Prints what stopped a command to standard error: without a stack where the user can mend it. */
export function printError(error: unknown, root: string): void {
  const style = styleFor(process.stderr)
  process.stderr.write(`${describeError(error, root, style)}\n`)
}

/** The error as a person reads it; several mistakes in models one after the other. */
function describeError(error: unknown, root: string, style: Style): string {
  if (error instanceof ModelErrors) {
    const count = error.errors.length
    const blocks = error.errors.map((one) => ours(one, root, style))
    return [...blocks, ...(count > 1 ? [style.red(`${count} mistakes in the models`)] : [])].join('\n\n')
  }
  if (error instanceof Base) return ours(error, root, style)
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `${style.red('error')} ${redact(text)}`
}

function ours(error: MillraceError, root: string, style: Style): string {
  const frame = error.at === undefined ? undefined : codeFrame(root, error.at, style)
  const lines = [`${style.red('error')} ${redact(error.message)}`]
  if (error.at !== undefined) lines.push(`  at ${style.cyan(error.at)}`)
  if (frame !== undefined) lines.push(frame.replace(/^/gm, '  '))
  if (error.hint !== undefined) lines.push(`  ${style.yellow('hint')} ${redact(error.hint)}`)
  return lines.join('\n')
}
