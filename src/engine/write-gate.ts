/**
 * One writer a file: where several threads and processes of a run write one SQLite file, the runner hands the turn
 * out, so that nobody waits into SQLITE_BUSY. Outside a run there is no gate and `busy_timeout` does the waiting.
 */
export interface WriteGate {
  /** Waits for the turn to write to `resource` (an absolute file path); call the result to give it back. */
  acquire(resource: string, signal?: AbortSignal): Promise<() => void>
}

let current: WriteGate | undefined

/** Installed once by a slot before any task runs. */
export function installWriteGate(gate: WriteGate | undefined): void {
  current = gate
}

/** Runs `body` while holding the turn to write to `resource`. */
export async function whileWriting<T>(
  resource: string,
  signal: AbortSignal | undefined,
  body: () => Promise<T>,
): Promise<T> {
  const release = await current?.acquire(resource, signal)
  try {
    return await body()
  } finally {
    release?.()
  }
}
