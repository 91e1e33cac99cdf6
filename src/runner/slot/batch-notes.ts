import type { FromSlot } from './protocol.ts'

/** What is told of batches, so that it outlives the slot: each resolves once the state has it on disk. */
export interface BatchNotes {
  /** These batches are about to be computed; where all is built anew, nothing that was known holds. */
  started(starts: readonly Date[], full: boolean): Promise<void>
  ended(start: Date, done: boolean): Promise<void>
}

export interface SlotNotes extends BatchNotes {
  /** The runner has written the note down. */
  noted(note: number): void
}

/** The slot's side: sends a note, and waits until the runner says that it is durable. */
export function slotNotes(task: () => string, send: (message: FromSlot) => void): SlotNotes {
  const waiting = new Map<number, () => void>()
  let notes = 0
  const noted = (what: Extract<FromSlot, { kind: 'batches' }>['what']): Promise<void> =>
    new Promise((resolve) => {
      const note = notes++
      waiting.set(note, resolve)
      send({ kind: 'batches', note, task: task(), what })
    })
  return {
    started: (starts, full) => noted({ kind: 'started', starts, full }),
    ended: (start, done) => noted({ kind: 'ended', start, done }),
    noted(note) {
      waiting.get(note)?.()
      waiting.delete(note)
    },
  }
}
