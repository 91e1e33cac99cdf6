import { ActionNotAwaited } from '../../errors/index.ts'
import type { SessionObserver, StartedAction } from '../../session/observer.ts'

/** What the actions of one attempt did. */
export interface Actions {
  readonly observer: SessionObserver
  /** An error naming the actions that nobody waited for, or undefined where all is well. */
  forgotten(): ActionNotAwaited | undefined
  /** True while an action has not ended. */
  pending(): boolean
  /** What is still going on may fail unseen. */
  abandon(): void
}

/** Watches a session's actions. `wrote` is told the rows that every write put in or changed, as it ends. */
export function watchActions(wrote: (rows: number) => void): Actions {
  const started: StartedAction[] = []
  return {
    observer: {
      started(action) {
        started.push(action)
      },
      // What an overwrite threw away was not written: a table of ten rows stays "10 rows" from run to run.
      wrote(_table, { rowsInserted, rowsUpdated }) {
        wrote(rowsInserted + rowsUpdated)
      },
    },
    pending: () => started.some((action) => !action.settled()),
    abandon() {
      for (const action of started) if (!action.settled()) action.abandon()
    },
    forgotten() {
      const first = started.find((action) => !action.awaited()) ?? started.find((action) => !action.settled())
      if (first === undefined) return undefined
      const never = !first.awaited()
      const others = started.filter((action) => action !== first && !(action.awaited() && action.settled())).length
      const more = others === 0 ? '' : `, nor ${others === 1 ? 'was another action' : `were ${others} others`}`
      const place = first.at === undefined ? '' : ` at ${first.at}`
      const what = never ? `was not awaited${more}` : 'was still going on when the task ended'
      return new ActionNotAwaited(`${first.what}${place} ${what}`, {
        at: first.at,
        hint: never
          ? 'Put `await` before it: the task must not end before what it started.'
          : 'Something awaited it, but the task did not wait for that: use `for … of` or `await Promise.all(…)`.',
      })
    },
  }
}
