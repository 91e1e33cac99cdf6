/** Values between the neutral JSON and JavaScript, and what makes two of them equal. */
import type { Json } from './program.ts'

const FLOATING = new Set(['float', 'double'])

/** A recorded value as the public API takes it. */
export function toInput(value: Json, type: string): unknown {
  if (value === null) return null
  if (FLOATING.has(type) && typeof value === 'string') return Number(value)
  if (type === 'long' && typeof value === 'string') return BigInt(value)
  if (type === 'binary') return new Uint8Array(Buffer.from(String(value), 'hex'))
  return value
}

/** A value that the public API gave, as it would have been recorded. */
export function toRecorded(value: unknown, type: string): Json {
  if (value === null) return null
  if (value instanceof Date) return value.toISOString().replace('Z', '000Z')
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (typeof value === 'number') {
    // A number that is none of a number's types is told from its text: '1' is not 1.
    return Number.isFinite(value) ? value : String(value)
  }
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (Array.isArray(value)) return value.map((one) => toRecorded(one, elementType(type)))
  if (value instanceof Map) return [...value].map(([key, one]) => [toRecorded(key, ''), toRecorded(one, '')])
  return value as Json
}

const elementType = (type: string): string => /^array<(.*)>$/.exec(type)?.[1] ?? ''

const RELATIVE = 1e-9
const ABSOLUTE = 1e-12

/** Floats by tolerance, everything else exactly. */
export function sameValue(a: Json | undefined, b: Json | undefined, type: string): boolean {
  if (a === b) return true
  if (FLOATING.has(type) && typeof a === 'number' && typeof b === 'number') {
    return Math.abs(a - b) <= Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(a), Math.abs(b)))
  }
  if (type.startsWith('map<') && Array.isArray(a) && Array.isArray(b)) return sameEntries(a, b)
  if (typeof a === 'object' && typeof b === 'object') return JSON.stringify(a) === JSON.stringify(b)
  return false
}

function sameEntries(a: readonly Json[], b: readonly Json[]): boolean {
  const sorted = (entries: readonly Json[]) =>
    entries
      .map((entry) => JSON.stringify(entry))
      .sort()
      .join()
  return sorted(a) === sorted(b)
}
