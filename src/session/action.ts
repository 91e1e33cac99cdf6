import { MillraceError } from '../errors/index.ts'
import { userFrames } from '../errors/user-frames.ts'
import type { SessionObserver } from './observer.ts'

/**
 * The promise of an action. It knows whether anybody waited for it: a task that forgets an `await` would otherwise end
 * before its work does.
 */
class Action<T> extends Promise<T> {
  #awaited = false

  // What is derived from an action is a plain promise.
  static override get [Symbol.species]() {
    return Promise
  }

  get awaited(): boolean {
    return this.#awaited
  }

  /** Handles a rejection, without waiting for the action. */
  abandon(): void {
    super.then(undefined, () => {})
  }

  override then<A = T, B = never>(
    fulfilled?: ((value: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.#awaited = true
    return super.then(fulfilled, rejected)
  }
}

/** Starts an action at once, and tells the observer of it. */
export function startAction<T>(
  what: string,
  observer: SessionObserver | undefined,
  body: () => Promise<T>,
): Promise<T> {
  const here = new Error()
  const place = (): string | undefined => userFrames(here.stack, process.cwd())[0]?.place
  const at = observer?.started ? place() : undefined
  let settled = false
  const action = new Action<T>((resolve, reject) => {
    body().then(
      (value) => {
        settled = true
        resolve(value)
      },
      (error: unknown) => {
        settled = true
        // The stack below an await knows nothing of the user's line.
        if (error instanceof MillraceError) error.at ??= at ?? place()
        reject(error)
      },
    )
  })
  observer?.started?.({
    what,
    at,
    awaited: () => action.awaited,
    settled: () => settled,
    abandon: () => action.abandon(),
  })
  return action
}
