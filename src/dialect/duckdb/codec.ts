import type { SqlType } from '../../plan/type.ts'
import { decodePlain, encodeInteger, encodePlain } from '../codec.ts'
import { jsonText } from '../json-text.ts'
import { fromNested, toNested } from '../nested.ts'

/**
 * The driver binds bigint as BIGINT, whole numbers as INTEGER and others as DOUBLE; what has no JavaScript value of its
 * own travels as text, and arrays, maps and structs as JSON.
 */
export function encodeDuckdb(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
      return Number(encodeInteger(value, type, column))
    case 'binary':
      if (value instanceof Uint8Array) return new Uint8Array(value)
      break
    case 'json':
      return jsonText(value)
    case 'array':
    case 'map':
    case 'struct':
      return JSON.stringify(toNested(value, type, column, (...one) => jsonValue(encodeDuckdb(...one))))
    default:
  }
  return encodePlain(value, type, column)
}

/** A bound value inside JSON: what JSON would round, or has no room for, travels as text. */
export function jsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array)
    return Array.from(value, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (typeof value !== 'number') return value
  return Object.is(value, -0) ? '-0' : Number.isFinite(value) ? value : String(value)
}

/** Values as the engine hands them out: bigint for 64 bits, text for decimals, dates and timestamps. */
export function decodeDuckdb(raw: unknown, type: SqlType, column: string): unknown {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'boolean':
      return raw === true
    case 'binary':
      return raw
    case 'array':
    case 'map':
    case 'struct':
      return fromNested(raw, type, column, decodeDuckdb)
    default:
      return decodePlain(raw, type, column)
  }
}
