import type { Fields } from '../../plan/schema.ts'
import { booleansAreValues } from '../booleans.ts'
import type { Dialect } from '../dialect.ts'
import { fill, fragment, RANK, within } from '../fragment.ts'
import { lastOf, quoted } from '../shared.ts'
import { postgresCast, postgresType, typed } from './casts.ts'
import { decodePostgres, encodePostgres } from './codec.ts'
import { postgresDdl } from './ddl.ts'
import { postgresElements } from './elements.ts'
import { windowless } from './functions/frames.ts'
import { postgresFunctions } from './functions/index.ts'
import { byCodePoint } from './text.ts'

/** A bound value inside JSON: as text, so that no number is rounded on the way. */
function jsonValue(value: unknown): unknown {
  if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
  if (Array.isArray(value)) return arrayText(value)
  return value === null ? null : String(value)
}

/** An array as PostgreSQL writes one: `{"1",NULL,"a \\"b\\""}`. */
function arrayText(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null) return 'NULL'
    if (Array.isArray(value)) return arrayText(value)
    return `"${String(jsonValue(value)).replace(/["\\]/g, '\\$&')}"`
  })
  return `{${elements.join(',')}}`
}

export const postgres: Dialect = {
  name: 'postgres',
  title: 'PostgreSQL',
  explain: 'explain',
  capabilities: {
    groupingSets: true,
    countingSetOperations: true,
    exactSetOperations: true,
    rangeDistances: true,
    orderOptional: true,
    mixedExists: true,
    openLimits: true,
    readsFiles: false,
    windowless,
  },
  functions: postgresFunctions,
  ddl: postgresDdl,
  booleans: booleansAreValues,
  literal: (value, type, bare) => {
    const bound = fragment('?', [encodePostgres(value, type, 'literal')])
    return bare ? bound : typed(bound, postgresType(type))
  },
  encode: encodePostgres,
  decode: decodePostgres,
  cast: postgresCast,
  isIn: (operand, values, type) => {
    const inner = within(operand, RANK.compare + 1)
    const list = values.map((value) => encodePostgres(value, type, 'isin'))
    return fragment(`${inner.sql} = any(?::${postgresType(type)}[])`, [...inner.bindings, list], RANK.compare)
  },
  byCodePoint,
  exactKey: (operand) => operand,
  // PostgreSQL's NULLs are greatest; nothing is said about a column that has none.
  sortKey: (key, { nullable, direction, nulls }) => {
    const usual = direction === 'asc' ? 'last' : 'first'
    return fill(`$1${direction === 'desc' ? ' desc' : ''}${nullable && nulls !== usual ? ` nulls ${nulls}` : ''}`, [
      { ...key, rank: RANK.atom },
    ])
  },
  elements: postgresElements,
  values: (fields: Fields, rows) => {
    const columns = fields.map((field, index) => {
      return `(r ->> ${index})::${postgresType(field.type)} as ${quoted(postgresDdl, field.name)}`
    })
    const encoded = rows.map((row) =>
      fields.map((field, index) => jsonValue(encodePostgres(row[index], field.type, field.name))),
    )
    return fragment(
      `select ${columns.join(', ')} from json_array_elements(?::json) as rows(r)`,
      [JSON.stringify(encoded)],
      RANK.query,
    )
  },
  range: (numbers) => {
    const bounds = lastOf(numbers).map((bound) => fragment('?::bigint', [String(bound)]))
    return fill('select id from generate_series($*) as numbers(id)', bounds, RANK.query)
  },
}
