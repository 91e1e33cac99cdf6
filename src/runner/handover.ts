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
 * Hands the application's options to the slot. Never resolves there, so that what the entry does after
 * `await app(…)` (print, clean up, `process.exit()`) happens once, in the main process; does nothing elsewhere.
 *
 * @example
 * export async function app(options: AppOptions) {
 *   if (isSlot()) return offerApplication(options)
 *   …
 * }
 */
export function offerApplication(options: AppOptions): Promise<void> {
  const slot = handover()
  if (slot === undefined) return Promise.resolve()
  slot.accept(options)
  return new Promise(() => {})
}

/** Makes this thread or process a slot; called before the entry is imported. Gives the options of the first `app(…)` call. */
export function becomeSlot(): Promise<AppOptions> {
  return new Promise((accept) => {
    const globals = globalThis as { [SLOT]?: Handover }
    globals[SLOT] = { accept }
  })
}
