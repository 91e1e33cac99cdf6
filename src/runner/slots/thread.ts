import { StringDecoder } from 'node:string_decoder'
import { Worker } from 'node:worker_threads'
import type { FromSlot } from '../slot/protocol.ts'
import { type OpenSlot, SLOT_SCRIPT } from './slot.ts'

/**
 * A slot in a worker thread.
 *
 * V8 hands most tasks that run out of memory back as an error of the thread, but not all: where one allocation jumps
 * far over the limit in a tight loop, newer versions of Node end the whole process. Only a process contains that.
 */
export const openThread: OpenSlot = (settings, { memoryMb }, receive) => {
  const worker = new Worker(SLOT_SCRIPT, {
    workerData: settings,
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  })
  let fault: Error | undefined
  worker.on('message', (message) => receive(message as FromSlot))
  worker.on('error', (error) => {
    fault = error
  })
  // The slot hands on what is printed; only Node's own warnings and faults come this way.
  for (const stream of ['stdout', 'stderr'] as const) {
    const decoder = new StringDecoder('utf8')
    worker[stream].on('data', (chunk: Buffer) => {
      receive({ kind: 'printed', task: undefined, stream, text: decoder.write(chunk) })
    })
  }
  const gone = new Promise<string>((resolve) => {
    worker.once('exit', (code) => resolve(describeEnd(code, fault, memoryMb)))
  })
  return {
    kind: 'thread',
    send: (message) => worker.postMessage(message),
    kill: () => void worker.terminate(),
    gone,
    unref: () => worker.unref(),
  }
}

function describeEnd(code: number, fault: Error | undefined, memoryMb: number): string {
  if (fault === undefined) return `its thread ended with code ${code}`
  if ((fault as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') {
    return `its thread ran out of memory (the limit is ${memoryMb} MiB)`
  }
  return `its thread failed: ${fault.message}`
}
