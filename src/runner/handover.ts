/**
 * How a slot gets hold of the application: it imports the entry, whose `app(options)` call hands the options over
 * instead of reading the command line.
 *
 * The meeting point is a registered symbol on `globalThis`, because the entry may find another copy of this module
 * than the slot does, and because an environment variable would be inherited by what a task spawns.
 */
import type { AppOptions } from './application.ts'

const SLOT = Symbol.for('millrace.slot')

interface Handover {
  accept(options: AppOptions): void
}

function handover(): Handover | undefined {
  return (globalThis as { [SLOT]?: Handover })[SLOT]
}

/** True in a worker thread or process that runs tasks: there `app()` only calls {@link offerApplication} and returns. */
export function isSlot(): boolean {
  return handover() !== undefined
}

/**
 * Hands the application's options to the slot; does nothing elsewhere.
 *
 * @example
 * export async function app(options: AppOptions) {
 *   if (isSlot()) return offerApplication(options)
 *   …
 * }
 */
export function offerApplication(options: AppOptions): void {
  handover()?.accept(options)
}

/** Makes this thread or process a slot, and gives the options of the first `app(…)` call; called before the entry is imported. */
export function becomeSlot(): { options(): AppOptions | undefined } {
  let accepted: AppOptions | undefined
  const globals = globalThis as { [SLOT]?: Handover }
  globals[SLOT] = {
    accept(options) {
      accepted ??= options
    },
  }
  return { options: () => accepted }
}
