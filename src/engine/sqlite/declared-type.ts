import { parseType, type SqlType, types } from '../../plan/type.ts'

/** What people write in CREATE TABLE, upper case and without sizes, and what we read it as. */
const DECLARED: Readonly<Record<string, SqlType>> = {
  BOOLEAN: types.boolean,
  BOOL: types.boolean,
  TINYINT: types.byte,
  SMALLINT: types.short,
  INT2: types.short,
  INT: types.int,
  INT4: types.int,
  MEDIUMINT: types.int,
  // SQLite's own word for its 64-bit integer.
  INTEGER: types.long,
  BIGINT: types.long,
  INT8: types.long,
  'UNSIGNED BIG INT': types.long,
  FLOAT4: types.float,
  REAL: types.double,
  DOUBLE: types.double,
  'DOUBLE PRECISION': types.double,
  FLOAT: types.double,
  FLOAT8: types.double,
  TEXT: types.string,
  VARCHAR: types.string,
  NVARCHAR: types.string,
  CHAR: types.string,
  NCHAR: types.string,
  CHARACTER: types.string,
  'CHARACTER VARYING': types.string,
  'VARYING CHARACTER': types.string,
  'NATIVE CHARACTER': types.string,
  STRING: types.string,
  CLOB: types.string,
  UUID: types.string,
  BLOB: types.binary,
  BINARY: types.binary,
  VARBINARY: types.binary,
  DATE: types.date,
  DATETIME: types.timestamp,
  TIMESTAMP: types.timestamp,
  JSON: types.json,
  'JSON TEXT': types.json,
}

/** An array, map or struct, held as JSON text: its declaration is our name of its type. */
const NESTED = /^\s*"?(array|map|struct)</i

function nestedType(declared: string): SqlType {
  try {
    return parseType(declared.trim().replace(/^"|"$/g, '').replaceAll('""', '"'))
  } catch {
    return { kind: 'unknown', native: declared }
  }
}

/** `DECIMAL` with no sizes: as Spark reads numbers that say nothing of themselves. */
const BARE_DECIMAL = types.decimal(38, 18)

/**
 * A column's declared type as ours. What we do not know is `unknown`, with the words of the declaration.
 *
 * @example declaredType('VARCHAR(20)') // string
 */
export function declaredType(declared: string): SqlType {
  if (NESTED.test(declared)) return nestedType(declared)
  const words = declared.trim().replace(/\s+/g, ' ')
  const parts = /^([^(]*?)\s*(?:\(\s*([+-]?\d+)\s*(?:,\s*([+-]?\d+)\s*)?\))?$/.exec(words)
  const name = (parts?.[1] ?? words).toUpperCase()
  if (name === 'DECIMAL' || name === 'NUMERIC') {
    if (parts?.[2] === undefined) return BARE_DECIMAL
    const precision = Number(parts[2])
    const scale = Number(parts[3] ?? 0)
    if (precision >= 1 && precision <= 38 && scale >= 0 && scale <= precision) return types.decimal(precision, scale)
  }
  return DECLARED[name] ?? { kind: 'unknown', native: words === '' ? 'no declared type' : words }
}

/** The type of a computed column, from values as they came: SQLite says nothing else about it. */
export function typeOfValues(values: readonly unknown[]): SqlType {
  const kinds = new Set(values.filter((value) => value !== null).map(kindOfValue))
  if (kinds.size === 0) return { kind: 'unknown', native: 'no declared type' }
  if (kinds.size === 1) return types[[...kinds][0] as 'long' | 'double' | 'string' | 'binary']
  if (kinds.size === 2 && kinds.has('long') && kinds.has('double')) return types.double
  return { kind: 'unknown', native: `values of several types: ${[...kinds].join(', ')}` }
}

function kindOfValue(value: unknown): 'long' | 'double' | 'string' | 'binary' {
  if (typeof value === 'bigint') return 'long'
  if (typeof value === 'number') return 'double'
  return typeof value === 'string' ? 'string' : 'binary'
}
