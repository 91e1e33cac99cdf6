import type { Reporter } from './report/reporter.ts'

/** Signals of a person or a service manager that wants the run to end. */
const SIGNALS = ['SIGINT', 'SIGTERM'] as const

export interface Interruption {
  /** Aborted by the first Ctrl-C: nothing more is started, running statements are cancelled. */
  readonly signal: AbortSignal
  /** Aborted by the second: everything is killed. */
  readonly killSignal: AbortSignal
  release(): void
}

/** Listens for Ctrl-C until released. The reporter gives the terminal back before a kill. */
export function listenForInterrupt({ note, close }: Pick<Reporter, 'note' | 'close'>): Interruption {
  const first = new AbortController()
  const second = new AbortController()
  const interrupted = (): void => {
    if (!first.signal.aborted) {
      note('interrupted: nothing more is started, running tasks are cancelled (again: kills them)')
      first.abort()
      return
    }
    note('killed')
    close()
    second.abort()
    // Slots are killed within this turn; a thread inside a native call would hold up an ordinary exit.
    setImmediate(endAsInterrupted)
  }
  for (const signal of SIGNALS) process.on(signal, interrupted)
  const release = (): void => {
    for (const signal of SIGNALS) process.off(signal, interrupted)
  }
  return { signal: first.signal, killSignal: second.signal, release }
}

/** Ends the process as Ctrl-C ends any (130 in a shell), also where a thread hangs in a native call and `process.exit()` would wait. */
export function endAsInterrupted(): void {
  process.removeAllListeners('SIGINT')
  process.kill(process.pid, 'SIGINT')
}
