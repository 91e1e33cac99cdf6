import { MillraceError, ModelError } from '../errors/index.ts'
import { hasOwnFrames } from '../errors/user-frames.ts'
import { toFailure } from '../runner/failure.ts'
import { EXIT } from './exit-code.ts'
import { printError } from './report/print-error.ts'

/**
 * Ends the process over a promise that was rejected and that nobody awaits. Tasks run elsewhere: here only models,
 * connections and the application's file can have left one behind while they were loaded.
 */
export function watchStrayRejections(root: string): void {
  process.on('unhandledRejection', (reason) => {
    const ownMistake = !(reason instanceof MillraceError) && placeOf(reason, root) === undefined && isOwn(reason)
    printError(ownMistake ? reason : strayed(reason, root), root)
    process.exit(ownMistake ? EXIT.failed : EXIT.usage)
  })
}

function strayed(reason: unknown, root: string): ModelError {
  const { code, message } = toFailure(reason, root)
  return new ModelError(`a promise that nobody awaits was rejected: ${code}: ${message}`, {
    at: placeOf(reason, root),
    hint: 'a model only declares a frame, and its file only declares: what asks or waits belongs in a task, Task(async ({ session }) => { … })',
  })
}

/** The first place in the user's files, of the error or of what caused it. */
function placeOf(reason: unknown, root: string): string | undefined {
  for (let error = reason; error instanceof Error; error = error.cause) {
    const { at } = toFailure(error, root)
    if (at !== undefined) return at
  }
  return undefined
}

function isOwn(reason: unknown): boolean {
  for (let error = reason; error instanceof Error; error = error.cause) if (hasOwnFrames(error.stack)) return true
  return false
}
