import type { Worker } from 'node:worker_threads'

/** How often a thread's heap is looked at, in milliseconds. */
const EVERY_MS = 50

/** Room between the limit that we keep and the one that V8 keeps, for what a task takes between two looks. */
const HEADROOM = 2

/** Newer versions of Node tell a thread's heap from outside, also while the thread is in a loop. */
type Watchable = Worker & { getHeapStatistics(): Promise<{ readonly used_heap_size: number }> }

function isWatchable(worker: Worker): worker is Watchable {
  return 'getHeapStatistics' in worker && typeof worker.getHeapStatistics === 'function'
}

/**
 * The limit to set for V8 itself, in MiB.
 *
 * V8 ends the whole process, not the thread, where one allocation jumps over its limit (a table that doubles). Where
 * the heap can be watched from outside, that limit is set out of reach and ours ends the thread before it.
 */
export function hardLimit(memoryMb: number, prototype: object): number {
  return 'getHeapStatistics' in prototype ? memoryMb * HEADROOM : memoryMb
}

/** Calls `exceeded` once when the thread's heap is above the limit; does nothing where Node cannot tell. */
export function watchHeap(worker: Worker, memoryMb: number, exceeded: () => void): void {
  if (!isWatchable(worker)) return
  const timer = setInterval(() => {
    worker.getHeapStatistics().then(
      ({ used_heap_size: used }) => {
        if (used <= memoryMb * 2 ** 20) return
        clearInterval(timer)
        exceeded()
      },
      // It has ended meanwhile.
      () => clearInterval(timer),
    )
  }, EVERY_MS)
  timer.unref()
  worker.once('exit', () => clearInterval(timer))
}
