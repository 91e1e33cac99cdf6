/** The runner's side of the write gate: who may write to which file. First come, first served. */

/** A slot's request; the pair is its identity. */
export interface Turn<Holder> {
  readonly holder: Holder
  readonly turn: number
}

export interface Turns<Holder> {
  /** Calls `grant` when the turn has come, at once where nobody writes. */
  acquire(request: Turn<Holder>, resource: string, grant: () => void): void
  /** Gives a turn back, or leaves the queue. */
  release(request: Turn<Holder>): void
  /** Gives back all turns of a slot that died. */
  forget(holder: Holder): void
}

interface Waiting<Holder> extends Turn<Holder> {
  readonly grant: () => void
}

/** A queue for each resource, whose head has the turn. */
export function createTurns<Holder>(): Turns<Holder> {
  const queues = new Map<string, Waiting<Holder>[]>()

  const leave = (gone: (waiting: Waiting<Holder>) => boolean) => {
    for (const [resource, queue] of queues) {
      const head = queue[0]
      const left = queue.filter((waiting) => !gone(waiting))
      if (left.length === 0) queues.delete(resource)
      else queues.set(resource, left)
      if (left[0] !== head) left[0]?.grant()
    }
  }

  return {
    acquire(request, resource, grant) {
      const queue = queues.get(resource) ?? []
      queues.set(resource, [...queue, { ...request, grant }])
      if (queue.length === 0) grant()
    },
    release({ holder, turn }) {
      leave((waiting) => waiting.holder === holder && waiting.turn === turn)
    },
    forget(holder) {
      leave((waiting) => waiting.holder === holder)
    },
  }
}
