import { MillraceError } from '../errors/index.ts'

/** What the process tells whoever started it. */
export const EXIT = { ok: 0, failed: 1, usage: 2, noConnection: 3, locked: 4, interrupted: 130 } as const

const CODES: Readonly<Record<string, number>> = { ConnectionFailed: EXIT.noConnection, StateLocked: EXIT.locked }

/** Errors of ours are about usage or configuration, but for those that say otherwise; all others are nobody's plan. */
export function exitCodeOf(error: unknown): number {
  // By code: a connection may come from another copy of the library.
  const code = error instanceof Error && 'code' in error ? CODES[String(error.code)] : undefined
  return code ?? (error instanceof MillraceError ? EXIT.usage : EXIT.failed)
}
