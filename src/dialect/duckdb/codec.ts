import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqlType } from '../../plan/type.ts'
import { decimalDigits, decodeInteger, encodeDecimal, encodeDouble, encodeInteger, invalidValue } from '../codec.ts'
import { jsonText } from '../json-text.ts'
import { fromNested, toNested } from '../nested.ts'
import { dateText, readTimestamp, timestampText } from '../timestamps.ts'

/**
 * The driver binds bigint as BIGINT, whole numbers as INTEGER and others as DOUBLE; what has no JavaScript value of its
 * own travels as text, and arrays, maps and structs as JSON.
 */
export function encodeDuckdb(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value
      break
    case 'byte':
    case 'short':
    case 'int':
      return Number(encodeInteger(value, type, column))
    case 'long':
      return encodeInteger(value, type, column)
    case 'float':
      return Math.fround(encodeDouble(value, type, column))
    case 'double':
      return encodeDouble(value, type, column)
    case 'decimal':
      return encodeDecimal(value, type, column)
    case 'string':
      if (typeof value === 'string') return value
      break
    case 'binary':
      if (value instanceof Uint8Array) return new Uint8Array(value)
      break
    case 'date':
      return dateText(value, column)
    case 'timestamp':
      return timestampText(value, column)
    case 'json':
      return jsonText(value)
    case 'array':
    case 'map':
    case 'struct':
      return JSON.stringify(toNested(value, type, column, (...one) => jsonValue(encodeDuckdb(...one))))
    default:
  }
  throw invalidValue(value, type, column)
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
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return decodeInteger(BigInt(raw as bigint | number | string), type, column)
    case 'float':
      return Math.fround(Number(raw))
    case 'double':
      return Number(raw)
    case 'decimal':
      return decimalDigits(String(raw), type.scale)
    case 'string':
      return typeof raw === 'string' ? raw : String(raw)
    case 'binary':
      return raw
    case 'date':
      if (/^\d{4}-\d{2}-\d{2}$/.test(String(raw))) return String(raw)
      throw beyondCalendar(raw, column)
    case 'timestamp': {
      const moment = readTimestamp(String(raw))
      if (!Number.isNaN(moment.getTime())) return moment
      throw beyondCalendar(raw, column)
    }
    case 'json':
      return typeof raw === 'string' ? JSON.parse(raw) : raw
    case 'array':
    case 'map':
    case 'struct':
      return fromNested(raw, type, column, decodeDuckdb)
    default:
      return raw
  }
}

/** DuckDB has more years than ours, and infinity. */
function beyondCalendar(raw: unknown, column: string): ValueOutOfRange {
  return new ValueOutOfRange(
    `column ${JSON.stringify(column)}: ${JSON.stringify(String(raw))} is beyond the years 1 to 9999`,
  )
}
