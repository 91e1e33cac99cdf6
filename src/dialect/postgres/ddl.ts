import { InternalError, InvalidName, UnsupportedOnDialect } from '../../errors/index.ts'
import { formatType, type SimpleKind, type SqlType, types } from '../../plan/type.ts'
import { checkCommonName, commentOn, type Ddl, quoteIdentifier, quoteShort, quoteTableName } from '../ddl.ts'
import { holdsMap, isNested } from '../nested.ts'
import { dollarNumbers } from '../placeholders.ts'

const TYPES: Readonly<Record<SimpleKind, string>> = {
  boolean: 'boolean',
  // PostgreSQL has no smaller integer.
  byte: 'smallint',
  short: 'smallint',
  int: 'integer',
  long: 'bigint',
  float: 'real',
  double: 'double precision',
  string: 'text',
  binary: 'bytea',
  date: 'date',
  // Without a zone: a view over it gives the same answer in every session.
  timestamp: 'timestamp',
  json: 'jsonb',
  // A column of nothing but NULL.
  void: 'text',
}

/** How PostgreSQL spells what writing needs. */
export const postgresDdl: Ddl = {
  title: 'PostgreSQL',
  maxNameBytes: 63,
  quote: quoteForKnex,
  table: quoteTableName,
  typeName,
  heldAs,
  literal,
  placeholders: dollarNumbers,
  checkName(name, what) {
    checkCommonName(name, what, 'PostgreSQL')
    const bytes = Buffer.byteLength(name)
    if (bytes > 63) {
      throw new InvalidName(
        `PostgreSQL holds names of up to 63 bytes, and the ${what} name ${quoteShort(name)} has ${bytes}`,
        {
          hint: 'give it a shorter name',
        },
      )
    }
  },
  foldName: (name) => name,
  lockTarget: ({ name }) => `SELECT pg_advisory_xact_lock(hashtextextended(${text(name)}, 77105))`,
  lockRows: (table) => `LOCK TABLE ${quoteTableName(table)} IN SHARE ROW EXCLUSIVE MODE`,
  createIndex: ({ name, table, columns, unique }) =>
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteIdentifier(name)} ON ${quoteTableName(table)} (${columns.map(quoteIdentifier).join(', ')})`,
  renameTable: (from, to) => ({
    before: [],
    sql: `ALTER TABLE ${quoteTableName(from)} RENAME TO ${quoteIdentifier(to)}`,
    after: [],
  }),
  comment: (of, text) => commentOn(postgresDdl, of, text),
  createSchema: (name) => `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(name)}`,
  createView: (name) => `CREATE OR REPLACE VIEW ${quoteTableName(name)} AS`,
}

function heldAs(type: SqlType): SqlType {
  if (type.kind === 'byte') return types.short
  if (type.kind === 'array' && !isNested(type.element)) return types.array(heldAs(type.element))
  return isNested(type) ? types.json : type
}

/** jsonb would put the keys of a map into an order of its own. */
const jsonType = (type: SqlType): string => (holdsMap(type) ? 'json' : 'jsonb')

function typeName(type: SqlType, column: string): string {
  switch (type.kind) {
    case 'decimal':
      return `numeric(${type.precision},${type.scale})`
    case 'array':
      // Arrays of arrays must have rows of one length in PostgreSQL; JSON has no such rule.
      return isNested(type.element) ? jsonType(type) : `${typeName(type.element, column)}[]`
    case 'map':
    case 'struct':
      return jsonType(type)
    case 'unknown':
      throw new UnsupportedOnDialect(
        `column ${quoteShort(column)} has the type ${formatType(type)}, which Millrace does not write`,
        {
          hint: `cast it: col(${JSON.stringify(column)}).cast('string')`,
        },
      )
    default:
      return TYPES[type.kind]
  }
}

/**
 * Strings are left without a type, as bindings are: the cast that stands around the placeholder, or the context, says it.
 */
function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'bigint' || typeof value === 'number') return `'${Object.is(value, -0) ? '-0' : value}'`
  if (value instanceof Uint8Array) return `'\\x${Buffer.from(value).toString('hex')}'`
  if (typeof value === 'string') return text(value)
  if (Array.isArray(value)) return text(arrayText(value))
  throw new InternalError(`a binding of kind ${typeof value} has no SQL text`)
}

function text(value: string): string {
  if (value.includes('\0'))
    throw new UnsupportedOnDialect('PostgreSQL cannot hold the character NUL in a text', { hint: 'remove it' })
  return `'${value.replaceAll("'", "''")}'`
}

/** PostgreSQL's own notation of an array: `{"a","b",NULL}`. */
function arrayText(values: readonly unknown[]): string {
  const elements = values.map((value) => {
    if (value === null) return 'NULL'
    if (Array.isArray(value)) return arrayText(value)
    return `"${String(value).replace(/["\\]/g, '\\$&')}"`
  })
  return `{${elements.join(',')}}`
}

/** Knex takes every backslash before a question mark for its own escape: a name that holds both spells them by number. */
function quoteForKnex(name: string): string {
  if (!name.includes('\\?')) return quoteIdentifier(name)
  return `U&${quoteIdentifier(name).replaceAll('\\', '\\005C')}`
}
