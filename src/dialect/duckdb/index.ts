import type { LiteralValue } from '../../plan/expression.ts'
import type { Fields } from '../../plan/schema.ts'
import { type SqlType, types } from '../../plan/type.ts'
import { booleansAreValues } from '../booleans.ts'
import type { Dialect } from '../dialect.ts'
import { type Fragment, fill, fragment, RANK, within, written } from '../fragment.ts'
import { isNested } from '../nested.ts'
import { inShortList, lastOf, quoted } from '../shared.ts'
import { duckdbCast, duckdbType, typed } from './casts.ts'
import { decodeDuckdb, encodeDuckdb, jsonValue } from './codec.ts'
import { duckdbDdl } from './ddl.ts'
import { duckdbElements } from './elements.ts'
import { duckdbFunctions } from './functions/index.ts'

/** Types whose values the driver binds as what they are, or as what becomes it beside a column of the type. */
const BARE = new Set<SqlType['kind']>(['boolean', 'int', 'long', 'double', 'string'])

/** The type of a list in JSON, as DuckDB's reader of JSON wants it: `["BIGINT"]`, in quotes. */
function jsonStructure(structure: unknown): string {
  return written(JSON.stringify(structure))
}

/** What is nested stays JSON until it is cast; a document keeps its text. */
const structureOf = (type: SqlType): string =>
  isNested(type)
    ? 'JSON'
    : type.kind === 'binary' || type.kind === 'json' || isFloating(type)
      ? 'VARCHAR'
      : duckdbType(type).toUpperCase()

/** The casts that make a nested value of JSON: bytes are read from text alone, not from JSON. */
function fromJson(type: SqlType): readonly string[] {
  const textual = duckdbType(withoutBytes(type))
  return isNested(type) && textual !== duckdbType(type) ? [textual, duckdbType(type)] : [duckdbType(type)]
}

function withoutBytes(type: SqlType): SqlType {
  switch (type.kind) {
    case 'binary':
      return types.string
    case 'array':
      return { ...type, element: withoutBytes(type.element) }
    case 'map':
      return { ...type, value: withoutBytes(type.value) }
    case 'struct':
      return { ...type, fields: type.fields.map((field) => ({ ...field, type: withoutBytes(field.type) })) }
    default:
      return type
  }
}

const isFloating = (type: SqlType): boolean => type.kind === 'float' || type.kind === 'double'

function literal(value: LiteralValue, type: SqlType, bare: boolean): Fragment {
  const bound = fragment('?', [encodeDuckdb(value, type, 'literal')])
  // A text is bound as VARCHAR: there is nothing to say.
  if ((bare && BARE.has(type.kind)) || (type.kind === 'string' && value !== null)) return bound
  if (isNested(type)) return fromJson(type).reduce(typed, typed(bound, 'json'))
  return typed(bound, duckdbType(type))
}

export const duckdb: Dialect = {
  name: 'duckdb',
  title: 'DuckDB',
  explain: 'explain',
  capabilities: {
    groupingSets: true,
    countingSetOperations: true,
    exactSetOperations: true,
    rangeDistances: true,
    orderOptional: true,
    mixedExists: false,
    openLimits: false,
    readsFiles: true,
    windowless: new Set(),
  },
  functions: duckdbFunctions,
  ddl: duckdbDdl,
  booleans: booleansAreValues,
  literal,
  encode: encodeDuckdb,
  decode: decodeDuckdb,
  cast: duckdbCast,
  isIn: (operand, values, type) => {
    const short = inShortList(
      operand,
      values.map((value) => literal(value, type, true)),
    )
    if (short) return short
    const inner = within(operand, RANK.compare + 1)
    const list = JSON.stringify(values.map((value) => jsonValue(encodeDuckdb(value, type, 'isin'))))
    const structure = structureOf(type)
    const read = `unnest(from_json_strict(?, ${jsonStructure([structure])}))`
    const cast = structure === duckdbType(type).toUpperCase() ? read : `${read}::${duckdbType(type)}`
    return fragment(`${inner.sql} in (select ${cast})`, [...inner.bindings, list], RANK.compare)
  },
  byCodePoint: (operand) => operand,
  exactKey: (operand) => operand,
  // DuckDB's NULLs are last in both directions; nothing is said about a column that has none.
  sortKey: (key, { nullable, direction, nulls }) =>
    fill(`$1${direction === 'desc' ? ' desc' : ''}${nullable && nulls !== 'last' ? ` nulls ${nulls}` : ''}`, [
      { ...key, rank: RANK.atom },
    ]),
  // Column by column: DuckDB reads a list a column several times faster than an object a row.
  elements: duckdbElements,
  values: (fields: Fields, rows) => {
    const structure = Object.fromEntries(fields.map((field, index) => [`c${index}`, [structureOf(field.type)]]))
    const lists = Object.fromEntries(
      fields.map((field, index) => [
        `c${index}`,
        rows.map((row) => {
          const value = encodeDuckdb(row[index], field.type, field.name)
          return structureOf(field.type) === 'JSON' && typeof value === 'string' ? JSON.parse(value) : jsonValue(value)
        }),
      ]),
    )
    const columns = fields.map((field, index) => {
      const casts = structureOf(field.type) === duckdbType(field.type).toUpperCase() ? [] : fromJson(field.type)
      const cast = casts.map((name) => `::${name}`).join('')
      return `unnest(given.c${index})${cast} as ${quoted(duckdbDdl, field.name)}`
    })
    return fragment(
      `select ${columns.join(', ')} from (select from_json_strict(?, ${jsonStructure(structure)}) as given)`,
      [JSON.stringify(lists)],
      RANK.query,
    )
  },
  range: (numbers) => {
    const bounds = lastOf(numbers).map((bound) => fragment('?::bigint', [bound]))
    return fill('select id from generate_series($*) as numbers(id)', bounds, RANK.query)
  },
}
