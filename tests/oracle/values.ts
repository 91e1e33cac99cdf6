/** Values between the neutral JSON and JavaScript, and what makes two of them equal. */
import { formatType, parseType, type SqlType } from '../../src/plan/type.ts'
import type { Json } from './nodes.ts'

const FLOATING = new Set(['float', 'double'])

/** A recorded value as the public API takes it. */
export function toInput(value: Json, type: string): unknown {
  if (value === null) return null
  if (FLOATING.has(type) && typeof value === 'string') return Number(value)
  if (type === 'long') return BigInt(value as string | number)
  if (type === 'binary') return new Uint8Array(Buffer.from(String(value), 'hex'))
  if (type.startsWith('array<') && Array.isArray(value)) return value.map((one) => toInput(one, elementType(type)))
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

/** Floats by tolerance, maps without regard to the order of their entries, everything else exactly. */
export function sameValue(a: Json | undefined, b: Json | undefined, type: string): boolean {
  if (a === b) return true
  if (FLOATING.has(type)) return sameDouble(a, b)
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const parsed = parseType(type)
  if (parsed.kind === 'array') return sameList(a as Items, b as Items, formatType(parsed.element))
  if (parsed.kind === 'map') return sameEntries(a as Entries, b as Entries, parsed)
  if (parsed.kind !== 'struct') return JSON.stringify(a) === JSON.stringify(b)
  const [left, right] = [a as Fields, b as Fields]
  return parsed.fields.every((field) => sameValue(left[field.name], right[field.name], formatType(field.type)))
}

type Items = readonly Json[]
type Entries = readonly (readonly Json[])[]
type Fields = Readonly<Record<string, Json>>

function sameDouble(a: Json | undefined, b: Json | undefined): boolean {
  // Whole doubles beyond 2^53 are text, to keep the digits of longs.
  const readable = (one: Json | undefined) => typeof one === 'number' || (typeof one === 'string' && one !== '')
  if (!readable(a) || !readable(b)) return false
  const [left, right] = [Number(a), Number(b)]
  return Math.abs(left - right) <= Math.max(ABSOLUTE, RELATIVE * Math.max(Math.abs(left), Math.abs(right)))
}

function sameList(a: Items, b: Items, element: string): boolean {
  return a.length === b.length && a.every((one, index) => sameValue(one, b[index], element))
}

/** The same elements, in whatever order. */
export function sameUnordered(a: Json | undefined, b: Json | undefined, type: string): boolean {
  const element = elementType(type)
  if (!Array.isArray(a) || !Array.isArray(b) || element === '' || a.length !== b.length) return false
  const left = [...a]
  return b.every((one: Json) => {
    const found = left.findIndex((other) => sameValue(other, one, element))
    if (found >= 0) left.splice(found, 1)
    return found >= 0
  })
}

function sameEntries(a: Entries, b: Entries, { key, value }: { key: SqlType; value: SqlType }): boolean {
  const sorted = (entries: Entries) =>
    [...entries].sort((x, y) => (JSON.stringify(x[0]) < JSON.stringify(y[0]) ? -1 : 1))
  const [left, right] = [sorted(a), sorted(b)]
  const same = ([k, v]: Items, [otherKey, other]: Items) =>
    sameValue(k, otherKey, formatType(key)) && sameValue(v, other, formatType(value))
  return left.length === right.length && left.every((entry, index) => same(entry, right[index] as Items))
}
