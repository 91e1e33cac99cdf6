import type { Readable } from 'node:stream'
import { deserialize } from 'node:v8'

/** Reads the frames that a slot's process writes to its pipe: a length of four bytes, then a serialised message. */
export function readFrames(pipe: Readable, receive: (message: unknown) => void): void {
  let chunks: Buffer[] = []
  let size = 0
  pipe.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    size += chunk.length
    // Joined only when a whole frame is there: a large message comes in many chunks.
    while (size >= 4) {
      if (chunks[0] !== undefined && chunks[0].length < 4) chunks = [Buffer.concat(chunks)]
      const length = 4 + (chunks[0] as Buffer).readUInt32LE(0)
      if (size < length) return
      const bytes = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)
      receive(deserialize(bytes.subarray(4, length)))
      chunks = bytes.length === length ? [] : [bytes.subarray(length)]
      size -= length
    }
  })
}
