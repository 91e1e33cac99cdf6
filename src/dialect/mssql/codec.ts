import { InvalidValue } from '../../errors/index.ts'
import type { SqlType } from '../../plan/type.ts'
import { decodePlain, encodeDouble, encodePlain } from '../codec.ts'
import { readTimestamp } from '../timestamps.ts'
import { mssqlDdl } from './ddl.ts'

/** Values as the driver binds them: bigint as bigint, number as float, text as nvarchar; the statement says all other types. */
export function encodeMssql(value: unknown, type: SqlType, column: string): unknown {
  if (value === null || value === undefined) return null
  switch (type.kind) {
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
    case 'array':
    case 'map':
    case 'struct':
      // Refused by name, with what to do instead.
      mssqlDdl.typeName(type, column)
      break
    default:
  }
  return encodePlain(value, type, column)
}

/** bigint arrives as text, moments as Dates in UTC; decimals are exact where the query gives them out as text. */
export function decodeMssql(raw: unknown, type: SqlType, column: string): unknown {
  if (raw === null || raw === undefined) return null
  switch (type.kind) {
    case 'boolean':
      return raw === true || raw === 1
    case 'date':
      return raw instanceof Date ? raw.toISOString().slice(0, 10) : String(raw).slice(0, 10)
    case 'timestamp':
      return raw instanceof Date ? raw : readTimestamp(String(raw))
    default:
      return decodePlain(raw, type, column)
  }
}
