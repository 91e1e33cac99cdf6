import { InternalError, InvalidName, UnsupportedOnDialect } from '../../errors/index.ts'
import type { Field } from '../../plan/schema.ts'
import { formatType, type SimpleKind, type SqlType } from '../../plan/type.ts'
import { isNumeric } from '../../plan/type-rules.ts'
import { checkCommonName, type Ddl, quoteIdentifier, quoteShort, quoteTableName } from '../ddl.ts'
import { innerTypes } from '../nested.ts'
import { questionMarks } from '../placeholders.ts'
import { asciiLower } from '../shared.ts'

/**
 * The words decide how SQLite stores what comes in: those with INT as INTEGER, with FLOA or DOUB as REAL, with TEXT as
 * TEXT; the rest as numbers where text looks like one. So JSON is `JSON TEXT`: the document `1` must not become a number.
 */
const TYPES: Readonly<Record<SimpleKind, string>> = {
  boolean: 'BOOLEAN',
  byte: 'TINYINT',
  short: 'SMALLINT',
  int: 'INT',
  long: 'BIGINT',
  float: 'FLOAT4',
  double: 'DOUBLE',
  string: 'TEXT',
  binary: 'BLOB',
  date: 'DATE',
  timestamp: 'TIMESTAMP',
  json: 'JSON TEXT',
  // A column of nothing but NULL.
  void: 'TEXT',
}

/** SQLite keeps decimals as REAL, which is exact to this many digits. */
const EXACT_DIGITS = 15

/** Subqueries give such columns names of their own, `column1`, quoted or not. */
const TRUTHS = /^(true|false)$/i

/** How SQLite spells what writing needs. */
export const sqliteDdl: Ddl = {
  title: 'SQLite',
  maxNameBytes: 1000,
  quote: quoteIdentifier,
  table: quoteTableName,
  typeName,
  heldAs: (type) => type,
  storedAs: (type) =>
    isNumeric(type) || type.kind === 'boolean' ? 'number' : type.kind === 'binary' ? 'bytes' : 'text',
  literal,
  placeholders: questionMarks,
  checkName: (name, what) => {
    checkCommonName(name, what, 'SQLite')
    if (what === 'column' && TRUTHS.test(name)) {
      throw new InvalidName(`SQLite loses a column named ${quoteShort(name)} in a query within a query`, {
        hint: 'rename it, or read it under another name with session.sql',
      })
    }
  },
  foldName: asciiLower,
  lockTarget: () => undefined,
  lockRows: () => undefined,
  createIndex: ({ name, table, columns, unique }) =>
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteTableName({ schema: table.schema, name })} ON ${quoteIdentifier(table.name)} (${columns.map(quoteIdentifier).join(', ')})`,
  // The modern rename reads every view first, and fails where any of them reads a missing table: also one that has
  // nothing to do with ours.
  renameTable: (from, to) => ({
    before: ['PRAGMA legacy_alter_table = ON'],
    sql: `ALTER TABLE ${quoteTableName(from)} RENAME TO ${quoteIdentifier(to)}`,
    after: ['PRAGMA legacy_alter_table = OFF'],
  }),
  comment: () => undefined,
  createSchema: (name) => {
    throw new UnsupportedOnDialect(`SQLite has no schemas, and no attached database is named ${quoteShort(name)}`, {
      hint: 'leave out the schema: the tables are then in the file of the connection; PostgreSQL and DuckDB have schemas',
    })
  },
  createView: (name, fields) => `CREATE VIEW ${quoteTableName(name)} AS ${typesComment(fields)}`,
}

function typeName(type: SqlType, column: string): string {
  switch (type.kind) {
    case 'decimal':
      if (type.precision > EXACT_DIGITS) {
        throw unsupported(
          type,
          column,
          `cast it to decimal(${EXACT_DIGITS},${Math.min(type.scale, EXACT_DIGITS)}) or less, to double, or to string`,
        )
      }
      return `DECIMAL(${type.precision},${type.scale})`
    case 'array':
    case 'map':
    case 'struct':
      for (const inner of innerTypes(type)) typeName(inner, column)
      // Held as JSON text; the declaration keeps the type's own name, which the catalogue reads back.
      return quoteIdentifier(formatType(type))
    case 'unknown':
      throw unsupported(type, column, `cast it: col(${JSON.stringify(column)}).cast('string')`)
    default:
      return TYPES[type.kind]
  }
}

function unsupported(type: SqlType, column: string, hint: string): UnsupportedOnDialect {
  return new UnsupportedOnDialect(`SQLite has no column of type ${formatType(type)}: column ${quoteShort(column)}`, {
    hint,
  })
}

function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? '1' : '0'
  // -9223372036854775808 is read as a minus and a number too large.
  if (typeof value === 'bigint')
    return value === -(2n ** 63n) ? '(-9223372036854775807 - 1)' : value < 0n ? `(${value})` : `${value}`
  if (typeof value === 'number') return real(value)
  if (value instanceof Uint8Array) return `X'${Buffer.from(value).toString('hex')}'`
  if (typeof value === 'string') return text(value)
  throw new InternalError(`a binding of kind ${typeof value} has no SQL text`)
}

/** Always with a point or an exponent: a bare 7 would be an INTEGER, and 7 / 2 another number. */
function real(value: number): string {
  if (Number.isNaN(value)) return 'NULL'
  if (!Number.isFinite(value)) return value > 0 ? '9e999' : '(-9e999)'
  const digits = Object.is(value, -0) ? '-0' : String(value)
  const spelled = /[.e]/.test(digits) ? digits : `${digits}.0`
  return spelled.startsWith('-') ? `(${spelled})` : spelled
}

/** SQLite stops reading a statement at NUL: such a text is put together. */
function text(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || char(0) || ')})`
}

/** SQLite forgets the types of a view's computed columns; it keeps the text of its definition, comments and all. */
function typesComment(fields: readonly Field[]): string {
  const types = Object.fromEntries(fields.map((field) => [field.name, formatType(field.type)]))
  // No name can end the comment: a slash is written by its number.
  return `/* millrace: ${JSON.stringify(types).replaceAll('/', '\\u002f')} */`
}
