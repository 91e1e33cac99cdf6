import { MillraceError } from '../errors/index.ts'

/**
 * What `run` gives. A runner of tests prints the message of an error and no more: its hint is put there too.
 *
 * @throws what `run` throws
 */
export async function tellHint<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (error instanceof MillraceError && error.hint !== undefined) addHint(error, `\nhint: ${error.hint}`)
    throw error
  }
}

function addHint(error: MillraceError, text: string): void {
  // An error may come by twice: thrown by a task that itself runs one, or kept and thrown once more.
  if (error.message.endsWith(text)) return
  const told = error.message + text
  // Some runners print the stack, which begins with the message as it was.
  error.stack = error.stack?.replace(error.message, () => told)
  error.message = told
}
