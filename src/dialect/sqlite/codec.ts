import { InvalidValue, ValueOutOfRange } from '../../errors/index.ts'
import { formatType, type SqlType } from '../../plan/type.ts'
import { decimalDigits, decodeInteger, encodeDecimal, encodeDouble, encodeInteger, invalidValue } from '../codec.ts'
import { dateText, readTimestamp, timestampText } from '../timestamps.ts'
import { sqliteDdl } from './ddl.ts'

/** Integers are bound as bigint (a plain number would be a REAL), booleans as 0 and 1, dates and timestamps as text. */
export function encodeSqlite(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1n : 0n
      break
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return encodeInteger(value, type, column)
    case 'float':
    case 'double': {
      const number = encodeDouble(value, type, column)
      if (!Number.isNaN(number)) return type.kind === 'float' ? Math.fround(number) : number
      throw new InvalidValue(`column ${JSON.stringify(column)}: SQLite has no NaN`, { hint: 'give null instead' })
    }
    case 'decimal':
      return Number(encodeDecimal(value, type, column))
    case 'string':
      if (typeof value === 'string') return value
      break
    case 'binary':
      if (value instanceof Uint8Array) return Buffer.from(value)
      break
    case 'date':
      return dateText(value, column)
    case 'timestamp':
      return timestampText(value, column)
    case 'json':
      return JSON.stringify(value)
    default:
      // Refused by name, with what to do instead.
      sqliteDdl.typeName(type, column)
  }
  throw invalidValue(value, type, column)
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
    case 'float':
      return Math.fround(Number(raw))
    case 'double':
      return Number(raw)
    case 'decimal':
      return decimalDigits(String(raw), type.scale)
    case 'string':
      return typeof raw === 'string' ? raw : String(raw)
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
      return JSON.parse(String(raw))
    default:
      return raw
  }
}
