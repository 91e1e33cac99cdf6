import { freemem, totalmem } from 'node:os'
import type { Failure } from '../events.ts'
import { createHosting } from '../hosting.ts'
import type { FromSlot, SlotSettings, ToSlot } from '../slot/protocol.ts'
import { createTurns } from '../turns.ts'
import { openProcess } from './process.ts'
import type { Slot, SlotKind } from './slot.ts'
import { openThread } from './thread.ts'

/** How long idle slots may take to close their connections before they are killed. */
const CLOSING_MS = 2000

/** A slot that is ready for a task, or the reason why none can be had. */
export interface PooledSlot {
  readonly kind: SlotKind
  /** Why it cannot run anything: the entry or the connection does not load. */
  readonly broken: Failure | undefined
  readonly gone: Promise<string>
  send(message: ToSlot): void
  kill(): void
  /** Hears the slot's messages from now on, also those that come when it is idle again, until the next call. */
  listen(receive: (message: FromSlot) => void): void
}

export interface Pool {
  /** An idle slot of the kind, or a new one; waits until it has loaded the application. */
  take(kind: SlotKind): Promise<PooledSlot>
  /** Gives a slot back; one that is not reusable is killed. */
  give(slot: PooledSlot, reusable: boolean): void
  /** Ends all slots: politely, then not. */
  close(): Promise<void>
  killAll(): void
}

interface PoolOptions {
  readonly settings: SlotSettings
  readonly threads: number
  readonly memoryMb: number | undefined
  /** Makes durable what is told of batches. */
  readonly onBatches: (message: Extract<FromSlot, { kind: 'batches' }>) => void
  /** What a slot says before its first task. */
  readonly unheard: (message: FromSlot) => void
}

/** The slots of a run. How many are busy at once is for the caller to bound. */
export function createPool({ settings, threads, memoryMb, onBatches, unheard }: PoolOptions): Pool {
  const limits = { memoryMb: memoryMb ?? fairShare(threads) }
  const turns = createTurns<Slot>()
  const hosting = createHosting<Slot>()
  const alive = new Set<Slot>()
  const idle: { kind: SlotKind; pooled: PooledSlot; slot: Slot }[] = []
  const slots = new WeakMap<PooledSlot, Slot>()
  const tainted = new WeakSet<Slot>()
  /** Ends a slot that is idle; a busy one is ended when it is given back. */
  const retire = (slot: Slot) => {
    const at = idle.findIndex((entry) => entry.slot === slot)
    if (at < 0) return
    idle.splice(at, 1)
    slot.kill()
  }

  const open = (kind: SlotKind): Promise<PooledSlot> =>
    new Promise((resolve) => {
      let heard: ((message: FromSlot) => void) | undefined
      const receive = (message: FromSlot) => {
        switch (message.kind) {
          case 'ready':
            return resolve(pooled(undefined))
          case 'broken':
            return resolve(pooled(message.failure))
          case 'acquire':
            return turns.acquire({ holder: slot, turn: message.turn }, message.resource, () =>
              slot.send({ kind: 'granted', turn: message.turn }),
            )
          case 'release':
            return turns.release({ holder: slot, turn: message.turn })
          case 'batches':
            onBatches(message)
            return slot.send({ kind: 'noted', note: message.note })
          case 'host':
            return hosting.call(slot, message.call, (answer) => slot.send({ kind: 'hosted', answer }))
          case 'late':
            // Something of an earlier task still lives in there: it gets no further one.
            tainted.add(slot)
            retire(slot)
            return (heard ?? unheard)(message)
          default:
            return (heard ?? unheard)(message)
        }
      }
      const slot = (kind === 'thread' ? openThread : openProcess)(settings, limits, receive)
      alive.add(slot)
      const gone = slot.gone.then((how) => {
        alive.delete(slot)
        // Its transactions are undone before somebody else gets their turn.
        void hosting.forget(slot).then(() => turns.forget(slot))
        const at = idle.findIndex((entry) => entry.slot === slot)
        if (at >= 0) idle.splice(at, 1)
        return how
      })
      const pooled = (broken: Failure | undefined): PooledSlot => {
        const made: PooledSlot = {
          kind,
          broken,
          gone,
          send: slot.send,
          kill: slot.kill,
          listen(next) {
            heard = next
          },
        }
        slots.set(made, slot)
        return made
      }
      // A slot that ends before it is ready is handed out all the same: whoever listens sees at once that it is gone.
      void gone.then(() => resolve(pooled(undefined)))
    })

  return {
    async take(kind) {
      const at = idle.findIndex((entry) => entry.kind === kind)
      return at < 0 ? open(kind) : (idle.splice(at, 1)[0]?.pooled ?? open(kind))
    },
    give(pooled, reusable) {
      const slot = slots.get(pooled)
      if (slot === undefined) return
      const usable = reusable && pooled.broken === undefined && alive.has(slot) && !tainted.has(slot)
      if (usable) idle.push({ kind: pooled.kind, pooled, slot })
      else slot.kill()
    },
    killAll() {
      for (const slot of alive) {
        slot.kill()
        slot.unref()
      }
      void hosting.close()
    },
    async close() {
      for (const slot of alive) slot.send({ kind: 'close' })
      let timer: NodeJS.Timeout | undefined
      const late = new Promise((resolve) => {
        timer = setTimeout(resolve, CLOSING_MS)
      })
      await Promise.race([late, Promise.all([...alive].map((slot) => slot.gone))])
      clearTimeout(timer)
      this.killAll()
      await hosting.close()
    },
  }
}

/** MiB of heap for one slot: three quarters of the memory for all of them together. */
function fairShare(threads: number): number {
  // Inside a container the machine's memory is not ours to take.
  const constrained = process.constrainedMemory()
  const memory = constrained > 0 && constrained < totalmem() ? constrained : Math.max(totalmem(), freemem())
  return Math.round(Math.min(4096, Math.max(512, (memory * 0.75) / 2 ** 20 / threads)))
}
