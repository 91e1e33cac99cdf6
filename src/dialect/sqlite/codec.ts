import { InvalidValue, ValueOutOfRange } from '../../errors/index.ts'
import { formatType, type SqlType } from '../../plan/type.ts'
import { decodeInteger, decodePlain, encodeDecimal, encodeDouble, encodePlain } from '../codec.ts'
import { fromNested, toNested, writtenNested } from '../nested.ts'
import { readTimestamp } from '../timestamps.ts'
import { sqliteDdl } from './ddl.ts'

/** Integers are bound as bigint (a plain number would be a REAL), booleans as 0 and 1, dates and timestamps as text. */
export function encodeSqlite(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1n : 0n
      break
    case 'float':
    case 'double': {
      const number = encodeDouble(value, type, column)
      if (!Number.isNaN(number)) return type.kind === 'float' ? Math.fround(number) : number
      throw new InvalidValue(`column ${JSON.stringify(column)}: SQLite has no NaN`, { hint: 'give null instead' })
    }
    case 'decimal':
      return Number(encodeDecimal(value, type, column))
    case 'array':
    case 'map':
    case 'struct':
      // Refuses what cannot be inside, by name, with what to do instead.
      sqliteDdl.typeName(type, column)
      return nestedText(value, type, column)
    default:
  }
  return encodePlain(value, type, column)
}

/** Integers arrive as bigint, everything else as SQLite stores it. */
export function decodeSqlite(raw: unknown, type: SqlType, column: string): unknown {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'boolean':
      return Number(raw) !== 0
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      if (typeof raw === 'bigint') return decodeInteger(raw, type, column)
      if (typeof raw === 'number' && Number.isSafeInteger(raw)) return decodeInteger(BigInt(raw), type, column)
      throw new ValueOutOfRange(`column ${JSON.stringify(column)}: ${String(raw)} is no ${formatType(type)}`, {
        hint: 'an integer overflow, or another kind of value in the table: cast it in the program',
      })
    case 'binary':
      return raw instanceof Uint8Array ? new Uint8Array(raw) : new TextEncoder().encode(String(raw))
    case 'date':
      return String(raw).slice(0, 10)
    case 'timestamp': {
      const moment = readTimestamp(String(raw))
      if (!Number.isNaN(moment.getTime())) return moment
      throw new ValueOutOfRange(`column ${JSON.stringify(column)}: ${JSON.stringify(String(raw))} is no timestamp`, {
        hint: "timestamps are stored as 'YYYY-MM-DD HH:MM:SS' in UTC",
      })
    }
    case 'json':
      // Not always text: a function of SQLite gives a number out of a document as such.
      return JSON.parse(String(raw))
    case 'array':
    case 'map':
    case 'struct':
      return fromNested(JSON.parse(String(raw)), type, column, decodeInside)
    default:
      return decodePlain(raw, type, column)
  }
}

/**
 * A nested value as JSON text, one text for one value: numbers that are not whole by type have a point, as in what
 * SQLite's own functions write; integers have all their digits.
 */
const nestedText = (value: unknown, type: SqlType, column: string): string =>
  writtenNested(toNested(value, type, column, scalarText))

function scalarText(value: unknown, type: SqlType, column: string): string {
  const encoded = encodeSqlite(value, type, column)
  if (type.kind === 'json') return encoded as string
  if (type.kind === 'boolean') return JSON.stringify(value)
  if (encoded instanceof Uint8Array) return JSON.stringify(Buffer.from(encoded).toString('hex'))
  if (typeof encoded === 'number') return realText(encoded)
  return typeof encoded === 'bigint' ? String(encoded) : JSON.stringify(encoded)
}

/** A number that is not whole by its type, inside of JSON. */
export function realText(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '9e999' : '-9e999'
  if (Object.is(value, -0)) return '-0.0'
  const text = String(value)
  return /[.e]/.test(text) ? text : `${text}.0`
}

/** A value out of JSON: numbers are numbers there, booleans may be, and binary is hexadecimal. */
function decodeInside(value: unknown, type: SqlType, column: string): unknown {
  switch (type.kind) {
    case 'json':
      return value
    case 'binary':
      return new Uint8Array(Buffer.from(String(value), 'hex'))
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return decodeSqlite(typeof value === 'number' ? BigInt(value) : BigInt(String(value)), type, column)
    default:
      return decodeSqlite(value, type, column)
  }
}
