import { type SqlType, types } from '../../plan/type.ts'

const SIMPLE: Readonly<Record<string, SqlType>> = {
  BOOLEAN: types.boolean,
  TINYINT: types.byte,
  SMALLINT: types.short,
  INTEGER: types.int,
  BIGINT: types.long,
  UTINYINT: types.short,
  USMALLINT: types.int,
  UINTEGER: types.long,
  // Wider than a long: exact as decimals, and within JavaScript's numbers nowhere.
  UBIGINT: types.decimal(20, 0),
  HUGEINT: types.decimal(38, 0),
  FLOAT: types.float,
  DOUBLE: types.double,
  VARCHAR: types.string,
  UUID: types.string,
  BLOB: types.binary,
  DATE: types.date,
  TIMESTAMP: types.timestamp,
  TIMESTAMP_S: types.timestamp,
  TIMESTAMP_MS: types.timestamp,
  TIMESTAMP_NS: types.timestamp,
  'TIMESTAMP WITH TIME ZONE': types.timestamp,
  JSON: types.json,
}

/**
 * A type as DuckDB's catalogue writes it as ours; `unknown` for what has no value in JavaScript that we promise.
 *
 * @example typeOf('STRUCT(a INTEGER, "b c" VARCHAR[])') // struct<a:int,b c:array<string>>
 */
export function typeOf(text: string): SqlType {
  const words = text.trim()
  const array = /^(.*)\[\d*\]$/s.exec(words)
  if (array) return inside(typeOf(array[1] as string), words, (element) => ({ kind: 'array', element }))
  const decimal = /^DECIMAL\((\d+),\s*(\d+)\)$/.exec(words)
  if (decimal) return types.decimal(Number(decimal[1]), Number(decimal[2]))
  if (words.startsWith('ENUM(')) return types.string
  const nested = /^(STRUCT|MAP)\((.*)\)$/s.exec(words)
  if (nested?.[1] === 'MAP') {
    const [key = '', value = ''] = splitTop(nested[2] as string)
    const keyType = typeOf(key)
    return inside(typeOf(value), words, (inner) =>
      keyType.kind === 'unknown' ? keyType : { kind: 'map', key: keyType, value: inner },
    )
  }
  if (nested?.[1] === 'STRUCT') return structOf(nested[2] as string, words)
  return Object.hasOwn(SIMPLE, words) ? (SIMPLE[words] as SqlType) : { kind: 'unknown', native: words }
}

function structOf(text: string, words: string): SqlType {
  const fields = splitTop(text).map((part) => {
    const named = /^(?:"((?:[^"]|"")*)"|(\S+))\s+(.*)$/s.exec(part)
    return { name: named?.[1]?.replaceAll('""', '"') ?? named?.[2] ?? '', type: typeOf(named?.[3] ?? '') }
  })
  return fields.some(({ name, type }) => name === '' || type.kind === 'unknown')
    ? { kind: 'unknown', native: words }
    : { kind: 'struct', fields }
}

function inside(inner: SqlType, words: string, make: (inner: SqlType) => SqlType): SqlType {
  return inner.kind === 'unknown' ? { kind: 'unknown', native: words } : make(inner)
}

/** The parts between the commas that are in no parentheses and no quotes. */
function splitTop(text: string): readonly string[] {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (const { 0: found, index } of text.matchAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),]/g)) {
    if (found === '(') depth += 1
    if (found === ')') depth -= 1
    if (found !== ',' || depth > 0) continue
    parts.push(text.slice(from, index).trim())
    from = index + 1
  }
  return [...parts, text.slice(from).trim()]
}
