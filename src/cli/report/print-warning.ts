import { redact } from '../../errors/redact.ts'
import { type Style, styleFor } from './style.ts'

/** Prints what a command noticed, and goes on in spite of, to standard error. */
export function printWarning(message: string, hint?: string): void {
  process.stderr.write(`${warningText(message, hint, styleFor(process.stderr))}\n`)
}

/** A warning as a person reads it. */
export function warningText(message: string, hint: string | undefined, style: Style): string {
  return `${style.yellow('warning')} ${redact(message)}${hint === undefined ? '' : `\n  ${redact(hint)}`}`
}
