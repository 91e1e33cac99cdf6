import { InvalidValue } from '../../errors/index.ts'
import type { SqlType } from '../../plan/type.ts'
import { decimalDigits, decodeInteger, encodeDecimal, encodeDouble, encodeInteger, invalidValue } from '../codec.ts'
import { dateText, readTimestamp, timestampText } from '../timestamps.ts'
import { mssqlDdl } from './ddl.ts'

/** Values as the driver binds them: bigint as bigint, number as float, text as nvarchar; the statement says all other types. */
export function encodeMssql(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
    case 'boolean':
      if (typeof value === 'boolean') return value
      break
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return encodeInteger(value, type, column)
    case 'float':
    case 'double': {
      const given = encodeDouble(value, type, column)
      if (!Number.isFinite(given)) {
        throw new InvalidValue(`column ${JSON.stringify(column)}: SQL Server has no ${given}`, {
          hint: 'use null, or leave the row out',
        })
      }
      return type.kind === 'float' ? Math.fround(given) : given
    }
    case 'decimal':
      return encodeDecimal(value, type, column)
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
      mssqlDdl.typeName(type, column)
  }
  throw invalidValue(value, type, column)
}

/** bigint arrives as text, moments as Dates in UTC; decimals are exact where the query gives them out as text. */
export function decodeMssql(raw: unknown, type: SqlType, column: string): unknown {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'boolean':
      return raw === true || raw === 1
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return decodeInteger(BigInt(raw as string | number), type, column)
    case 'float':
    case 'double':
      return Number(raw)
    case 'decimal':
      return decimalDigits(String(raw), type.scale)
    case 'string':
      return String(raw)
    case 'binary':
      return new Uint8Array(raw as Uint8Array)
    case 'date':
      return raw instanceof Date ? raw.toISOString().slice(0, 10) : String(raw).slice(0, 10)
    case 'timestamp':
      return raw instanceof Date ? raw : readTimestamp(String(raw))
    case 'json':
      return JSON.parse(String(raw))
    default:
      return raw
  }
}
