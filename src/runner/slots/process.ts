import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { StringDecoder } from 'node:string_decoder'
import { fileURLToPath } from 'node:url'
import { PIPE } from '../slot/channel.ts'
import type { FromSlot, ToSlot } from '../slot/protocol.ts'
import { readFrames } from './frames.ts'
import { type OpenSlot, SLOT_SCRIPT } from './slot.ts'

/** How long the pipes of a dead process may take to give what is left in them, where a child of its own keeps them open. */
const DRAIN_MS = 500

/** A slot in a process of its own: it can be killed in the middle of a statement. */
export const openProcess: OpenSlot = (settings, { memoryMb }, receive) => {
  const child = fork(fileURLToPath(SLOT_SCRIPT), [], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc', 'pipe'],
    serialization: 'advanced',
    // A debugger's port can be had by one process only.
    execArgv: [...process.execArgv.filter((flag) => !flag.startsWith('--inspect')), `--max-old-space-size=${memoryMb}`],
  })
  readFrames(child.stdio[PIPE] as Readable, (message) => receive(message as FromSlot))
  let last = ''
  for (const stream of ['stdout', 'stderr'] as const) {
    const decoder = new StringDecoder('utf8')
    child[stream]?.on('data', (chunk: Buffer) => {
      const text = decoder.write(chunk)
      if (stream === 'stderr') last = (last + text).slice(-4000)
      receive({ kind: 'printed', task: undefined, stream, text })
    })
  }
  // The other end may be gone already; that it is gone is told by `gone`.
  child.on('error', () => {})
  const send = (message: ToSlot | typeof settings) => void (child.connected && child.send(message, () => {}))
  send(settings)
  return {
    kind: 'process',
    send,
    kill: () => void child.kill('SIGKILL'),
    gone: ended(child, () => last, memoryMb),
    unref() {
      child.unref()
      child.channel?.unref()
    },
  }
}

async function ended(child: ChildProcess, said: () => string, memoryMb: number): Promise<string> {
  const closed = once(child, 'close').catch(() => {})
  const [code, signal] = (await new Promise((resolve) => {
    child.once('exit', (...end) => resolve(end))
    child.once('error', (error) => {
      if (child.pid === undefined) resolve([error.message, null])
    })
  })) as [number | string | null, string | null]
  let timer: NodeJS.Timeout | undefined
  await Promise.race([closed, new Promise((resolve) => (timer = setTimeout(resolve, DRAIN_MS)))])
  clearTimeout(timer)
  if (/heap out of memory/.test(said())) return `its process ran out of memory (the limit is ${memoryMb} MiB)`
  if (signal !== null) return `its process was ended by ${signal}`
  return typeof code === 'string' ? `its process could not be started: ${code}` : `its process ended with code ${code}`
}
