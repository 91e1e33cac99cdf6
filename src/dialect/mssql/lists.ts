/** Values that travel as one binding: JSON, which OPENJSON makes rows of. */
import type { Fields } from '../../plan/schema.ts'
import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill, fragment, RANK, within } from '../fragment.ts'
import { inShortList, quoted } from '../shared.ts'
import { asCondition } from './booleans.ts'
import { mssqlType } from './casts.ts'
import { encodeMssql } from './codec.ts'
import { mssqlDdl } from './ddl.ts'
import { byCodePoint } from './text.ts'

/** A bound value inside JSON: as text where a JSON number would lose digits, binary in base 64. */
function jsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64')
  if (typeof value !== 'bigint') return value
  return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
}

/** `operand in (…)`. Of text it looks at trailing spaces too: no value has any, or all are compared with a point behind. */
export function isIn(operand: Fragment, values: readonly unknown[], type: SqlType): Fragment {
  const encoded = values.map((value) => encodeMssql(value, type, 'isin'))
  if (type.kind !== 'string') return among(operand, encoded, type)
  if (encoded.some((value) => String(value).endsWith(' ')))
    return among(
      fill("$1 + N'.'", [byCodePoint(operand)], RANK.add),
      encoded.map((value) => `${value}.`),
      type,
    )
  const found = among(byCodePoint(operand), encoded, type)
  return asCondition(fill("$1 and $2 not like N'% '", [{ ...found, rank: RANK.atom }, operand], RANK.and))
}

function among(operand: Fragment, encoded: readonly unknown[], type: SqlType): Fragment {
  const short = inShortList(
    operand,
    encoded.map((value) => typedBinding(value, type)),
  )
  if (short) return asCondition(short)
  const inner = within(operand, RANK.compare + 1)
  const read = `select value from openjson(?) with (value ${mssqlType(type)} '$')`
  const list = JSON.stringify(encoded.map(jsonValue))
  return asCondition(fragment(`${inner.sql} in (${read})`, [...inner.bindings, list], RANK.compare))
}

/** The driver knows whole numbers, doubles and text; all else is cast. */
export function typedBinding(value: unknown, type: SqlType, bare = true): Fragment {
  const bound = fragment('?', [value])
  if (type.kind === 'string' || (value !== null && isKnown(type, bare))) return bound
  return fragment(`cast(? as ${mssqlType(type)})`, [value])
}

function isKnown(type: SqlType, bare: boolean): boolean {
  switch (type.kind) {
    case 'boolean':
    case 'long':
    case 'double':
    case 'binary':
    case 'json':
      return true
    case 'byte':
    case 'short':
    case 'int':
    case 'date':
      return bare
    default:
      return false
  }
}

/** The rows of createDataFrame. */
export function values(fields: Fields, rows: readonly (readonly unknown[])[]): Fragment {
  const columns = fields.map((field, index) => `${quoted(mssqlDdl, field.name)} ${mssqlType(field.type)} '$[${index}]'`)
  const encoded = rows.map((row) =>
    fields.map((field, index) => jsonValue(encodeMssql(row[index], field.type, field.name))),
  )
  return fragment(`openjson(?) with (${columns.join(', ')})`, [JSON.stringify(encoded)])
}
