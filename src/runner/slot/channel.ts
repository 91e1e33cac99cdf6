/** The slot's end of its line to the runner: a message port in a thread, a pipe and IPC in a process. */
import { writeSync } from 'node:fs'
import { serialize } from 'node:v8'
import { parentPort, Worker, workerData } from 'node:worker_threads'
import type { FromSlot, SlotSettings, ToSlot } from './protocol.ts'

export interface Channel {
  readonly settings: SlotSettings
  /** Returns when the message cannot be lost any more, even if the thread or process ends next. */
  send(message: FromSlot): void
  listen(receive: (message: ToSlot) => void): void
  /** Lets the thread or process end once nothing else keeps it. */
  close(): void
}

/** The descriptor of the pipe to the runner: the four before are stdin, stdout, stderr and IPC. */
export const PIPE = 4

/** Finds out what kind of slot this is, and gives its line. */
export function openChannel(): Promise<Channel> {
  return parentPort === null ? processChannel() : Promise.resolve(threadChannel(parentPort))
}

function threadChannel(port: NonNullable<typeof parentPort>): Channel {
  return {
    settings: workerData as SlotSettings,
    send: (message) => port.postMessage(message),
    listen: (receive) => void port.on('message', receive),
    close: () => port.close(),
  }
}

function processChannel(): Promise<Channel> {
  // Ctrl-C reaches the whole process group; what becomes of the tasks is for the runner to say.
  process.on('SIGINT', () => {})
  process.on('disconnect', () => process.kill(process.pid, 'SIGKILL'))
  guardAgainstOrphanage()
  return new Promise((resolve) => {
    process.once('message', (settings) => {
      resolve({
        settings: settings as SlotSettings,
        send: (message) => writeFrame(serialize(message)),
        listen: (receive) => void process.on('message', (message) => receive(message as ToSlot)),
        close() {
          process.removeAllListeners('disconnect')
          process.disconnect()
        },
      })
    })
  })
}

/** Length, then bytes. IPC would buffer in this process and lose what is unsent when it is killed. */
function writeFrame(payload: Uint8Array): void {
  const frame = Buffer.allocUnsafe(4 + payload.byteLength)
  frame.writeUInt32LE(payload.byteLength)
  frame.set(payload, 4)
  for (let sent = 0; sent < frame.length; ) {
    try {
      sent += writeSync(PIPE, frame, sent)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
      // The runner is slower than the task: wait for it, a millisecond at a time.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    }
  }
}

/**
 * A process inside an endless statement never sees that its runner is gone, and would hold the database's lock for
 * ever. A thread of its own looks for it.
 */
function guardAgainstOrphanage(): void {
  const source = `
    const { workerData: parent } = require('node:worker_threads')
    setInterval(() => { if (process.ppid !== parent) process.kill(process.pid, 'SIGKILL') }, 500)`
  // Asked here and now: when the thread has started, the runner may be gone already.
  const workerData = process.ppid
  new Worker(source, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref()
}
