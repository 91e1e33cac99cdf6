import { StringDecoder } from 'node:string_decoder'

export type Stream = 'stdout' | 'stderr'

/**
 * Takes over what is written to `process.stdout` and `process.stderr` (and so `console.*`), in the order of the calls.
 *
 * Each write is handed on at once and synchronously: what a task printed before it ended its process is not lost.
 */
export function captureOutput(emit: (stream: Stream, text: string) => void): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    // A character may be cut in two between writes of bytes.
    const decoder = new StringDecoder('utf8')
    const write = (
      chunk: string | Uint8Array,
      encoding?: BufferEncoding | ((error?: Error | null) => void),
      callback?: (error?: Error | null) => void,
    ): boolean => {
      const bytes =
        typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding : 'utf8') : chunk
      const text = decoder.write(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
      if (text !== '') emit(stream, text)
      const done = typeof encoding === 'function' ? encoding : callback
      if (done !== undefined) process.nextTick(done)
      return true
    }
    process[stream].write = write
  }
}
