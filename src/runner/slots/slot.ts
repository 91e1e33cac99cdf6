import { inDist } from '../../errors/package-root.ts'
import type { FromSlot, SlotSettings, ToSlot } from '../slot/protocol.ts'

/** What can be stopped in the middle of a native call: only a process. */
export type SlotKind = 'thread' | 'process'

/**
 * A place where one task at a time runs. Threads and processes differ in nothing else that the runner sees.
 */
export interface Slot {
  readonly kind: SlotKind
  send(message: ToSlot): void
  /** Ends it at once, whatever it is doing; a thread inside a native call ends when the call does. */
  kill(): void
  /** Resolves when it has ended, after its last message was received: `it ran out of memory`, `signal SIGSEGV`. */
  readonly gone: Promise<string>
  /** The runner's process no longer waits for it. */
  unref(): void
}

export interface SlotLimits {
  /** Heap in MiB. */
  readonly memoryMb: number
}

/** Starts a slot; every message of it is received in the order in which it was sent. */
export type OpenSlot = (settings: SlotSettings, limits: SlotLimits, receive: (message: FromSlot) => void) => Slot

/** The script of both kinds. */
export const SLOT_SCRIPT = inDist('runner/slot/main.js')
