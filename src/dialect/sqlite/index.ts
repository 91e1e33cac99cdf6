import type { LiteralValue } from '../../plan/expression.ts'
import type { Fields } from '../../plan/schema.ts'
import type { SqlType } from '../../plan/type.ts'
import { booleansAreValues } from '../booleans.ts'
import type { Dialect } from '../dialect.ts'
import { type Fragment, fill, fragment, RANK, within } from '../fragment.ts'
import { inShortList, quoted } from '../shared.ts'
import { sqliteCast } from './casts.ts'
import { decodeSqlite, encodeSqlite } from './codec.ts'
import { sqliteDdl } from './ddl.ts'
import { sqliteElements } from './elements.ts'
import { sqliteFunctions } from './functions/index.ts'

const encode = (value: unknown, type: SqlType): unknown => encodeSqlite(value, type, 'literal')

const literal = (value: LiteralValue, type: SqlType): Fragment => fragment('?', [encode(value, type)])

/** A bound value inside JSON. What JSON has no room for travels as text: binary as hex, integers beyond 2^53 as digits. */
function jsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex')
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value.toString()
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return Object.is(value, -0) ? '-0.0' : value > 0 ? '9e999' : '-9e999'
  return value
}

/** How a value is read back out of JSON. */
function jsonColumn(type: SqlType, path: string): string {
  const value = `json_extract(value, '${path}')`
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return `cast(${value} as integer)`
    case 'float':
    case 'double':
    case 'decimal':
      return `cast(${value} as real)`
    case 'binary':
      return `unhex(${value})`
    default:
      return value
  }
}

export const sqlite: Dialect = {
  name: 'sqlite',
  title: 'SQLite',
  explain: 'explain query plan',
  capabilities: {
    groupingSets: false,
    countingSetOperations: false,
    exactSetOperations: true,
    rangeDistances: true,
    orderOptional: true,
    mixedExists: true,
    openLimits: true,
    readsFiles: false,
    windowless: new Set(),
  },
  functions: sqliteFunctions,
  ddl: sqliteDdl,
  booleans: booleansAreValues,
  literal,
  encode: encodeSqlite,
  decode: decodeSqlite,
  cast: sqliteCast,
  isIn: (operand, values, type) => {
    const short = inShortList(
      operand,
      values.map((value) => literal(value, type)),
    )
    if (short) return short
    const list = JSON.stringify(values.map((value: LiteralValue) => jsonValue(encode(value, type))))
    const column = jsonColumn(type, '$')
    const read = column.startsWith('json_extract') ? 'value' : column.replace("json_extract(value, '$')", 'value')
    const inner = within(operand, RANK.compare + 1)
    return fragment(`${inner.sql} in (select ${read} from json_each(?))`, [...inner.bindings, list], RANK.compare)
  },
  byCodePoint: (operand) => operand,
  exactKey: (operand) => operand,
  // SQLite's NULLs are least, as Spark's: only the other order needs words.
  sortKey: (key, { nullable, direction, nulls }) => {
    const usual = direction === 'asc' ? 'first' : 'last'
    return fill(`$1${direction === 'desc' ? ' desc' : ''}${nullable && nulls !== usual ? ` nulls ${nulls}` : ''}`, [
      { ...key, rank: RANK.atom },
    ])
  },
  elements: sqliteElements,
  values: (fields: Fields, rows) => {
    const columns = fields.map(
      (field, index) => `${jsonColumn(field.type, `$[${index}]`)} as ${quoted(sqliteDdl, field.name)}`,
    )
    const encoded = rows.map((row) =>
      fields.map((field, index) => jsonValue(encodeSqlite(row[index], field.type, field.name))),
    )
    return fragment(`select ${columns.join(', ')} from json_each(?)`, [JSON.stringify(encoded)], RANK.query)
  },
  range: ({ start, step, count }) =>
    fragment(
      'with recursive numbers(id, "left") as (select ?, ? - 1 where ? > 0 union all select id + ?, "left" - 1 from numbers where "left" > 0) select id from numbers',
      [start, count, count, step],
      RANK.query,
    ),
}
