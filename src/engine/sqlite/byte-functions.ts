import { createHash } from 'node:crypto'
import type { SqliteFunction, SqliteValue } from './functions.ts'

const strict = (name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction => ({
  name: `millrace_${name}`,
  options: { deterministic: true },
  fn: (...args) => (args.some((arg) => arg === null) ? null : fn(...args)),
})

export const bytesOf = (value: SqliteValue): Uint8Array =>
  value instanceof Uint8Array ? value : Buffer.from(String(value))

const digest = (value: SqliteValue, algorithm: string): string =>
  createHash(algorithm).update(bytesOf(value)).digest('hex')

/** What one byte does to a CRC-32 whose last byte it meets. */
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1
  return rest >>> 0
})

function crc32(bytes: Uint8Array): bigint {
  let rest = 0xffffffff
  for (const byte of bytes) rest = (CRC[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8)
  return BigInt((rest ^ 0xffffffff) >>> 0)
}

/** Digests. A text stands for its UTF-8 bytes. */
export const byteFunctions: readonly SqliteFunction[] = [
  strict('digest', (value, algorithm) => digest(value, String(algorithm))),
  strict('sha2', (value, bits) => {
    const length = Number(bits) || 256
    return [224, 256, 384, 512].includes(length) ? digest(value, `sha${length}`) : null
  }),
  strict('crc32', (value) => crc32(bytesOf(value))),
]
