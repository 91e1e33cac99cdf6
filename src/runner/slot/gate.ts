import type { WriteGate } from '../../engine/write-gate.ts'
import type { FromSlot } from './protocol.ts'

export interface SlotGate extends WriteGate {
  /** The runner gave the turn. */
  granted(turn: number): void
}

/** The slot's side of the write gate: asks the runner, which gives one turn at a time for each file. */
export function slotGate(send: (message: FromSlot) => void): SlotGate {
  const waiting = new Map<number, () => void>()
  let turns = 0
  return {
    granted(turn) {
      waiting.get(turn)?.()
    },
    acquire(resource, signal) {
      signal?.throwIfAborted()
      const turn = turns++
      const release = () => send({ kind: 'release', turn })
      return new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting.delete(turn)
          release()
          reject(signal?.reason)
        }
        waiting.set(turn, () => {
          waiting.delete(turn)
          signal?.removeEventListener('abort', giveUp)
          let held = true
          resolve(() => {
            if (held) release()
            held = false
          })
        })
        signal?.addEventListener('abort', giveUp, { once: true })
        send({ kind: 'acquire', turn, resource })
      })
    },
  }
}
