import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

/** A process of a test, and what it says by `process.send`. */
export interface Child {
  readonly process: ChildProcess
  /** The next message. Rejects if the process ends first. */
  message(): Promise<unknown>
  /** Kills it at once, as nothing can be caught, and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts a script in a process of its own. */
export function startChild(script: string, ...args: string[]): Child {
  const child = fork(script, args, { stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
  const queue: unknown[] = []
  const waiting: { resolve: (message: unknown) => void; reject: (error: Error) => void }[] = []
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  child.on('message', (message) => {
    const next = waiting.shift()
    if (next) next.resolve(message)
    else queue.push(message)
  })
  const closed = once(child, 'close')
  void closed.then(() => {
    for (const { reject } of waiting) reject(new Error(`the process ended without a message: ${complaint}`))
  })
  return {
    process: child,
    message: () =>
      queue.length > 0
        ? Promise.resolve(queue.shift())
        : new Promise((resolve, reject) => waiting.push({ resolve, reject })),
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
  }
}
