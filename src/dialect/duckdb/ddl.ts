import { InternalError, UnsupportedOnDialect } from '../../errors/index.ts'
import { formatType, type SimpleKind, type SqlType } from '../../plan/type.ts'
import { checkCommonName, commentOn, type Ddl, quoteIdentifier, quoteShort, quoteTableName } from '../ddl.ts'
import { dollarNumbers } from '../placeholders.ts'
import { asciiLower } from '../shared.ts'

const TYPES: Readonly<Record<SimpleKind, string>> = {
  boolean: 'boolean',
  byte: 'tinyint',
  short: 'smallint',
  int: 'integer',
  long: 'bigint',
  float: 'float',
  double: 'double',
  string: 'varchar',
  binary: 'blob',
  date: 'date',
  // Without a zone: a view over it gives the same answer in every session.
  timestamp: 'timestamp',
  json: 'json',
  // A column of nothing but NULL.
  void: 'varchar',
}

/** How DuckDB spells what writing needs. */
export const duckdbDdl: Ddl = {
  title: 'DuckDB',
  maxNameBytes: 1000,
  quote: quoteIdentifier,
  table: quoteTableName,
  typeName,
  heldAs: (type) => type,
  literal,
  placeholders: dollarNumbers,
  checkName: (name, what) => checkCommonName(name, what, 'DuckDB'),
  foldName: asciiLower,
  // Transactions that write take turns from their beginning.
  lockTarget: () => undefined,
  lockRows: () => undefined,
  createIndex: ({ name, table, columns, unique }) =>
    `CREATE ${unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${quoteIdentifier(name)} ON ${quoteTableName(table)} (${columns.map(quoteIdentifier).join(', ')})`,
  renameTable: (from, to) => ({
    before: [],
    sql: `ALTER TABLE ${quoteTableName(from)} RENAME TO ${quoteIdentifier(to)}`,
    after: [],
  }),
  comment: (of, text) => commentOn(duckdbDdl, of, text),
  createSchema: (name) => `CREATE SCHEMA IF NOT EXISTS ${quoteIdentifier(name)}`,
  createView: (name) => `CREATE OR REPLACE VIEW ${quoteTableName(name)} AS`,
}

function typeName(type: SqlType, column: string): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision},${type.scale})`
    case 'array':
      return `${typeName(type.element, column)}[]`
    case 'map':
      return `map(${typeName(type.key, column)}, ${typeName(type.value, column)})`
    case 'struct':
      return `struct(${type.fields.map((field) => `${quoteIdentifier(field.name)} ${typeName(field.type, column)}`).join(', ')})`
    case 'unknown':
      throw new UnsupportedOnDialect(
        `column ${quoteShort(column)} has the type ${formatType(type)}, which Millrace does not write`,
        { hint: `cast it: col(${JSON.stringify(column)}).cast('string')` },
      )
    default:
      return TYPES[type.kind]
  }
}

/** Each with its type, as the driver would have bound it. */
function literal(value: unknown): string {
  if (value === null) return 'NULL'
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'bigint') return `'${value}'::bigint`
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) && !Object.is(value, -0)
      ? value < 0
        ? `(${value})`
        : `${value}`
      : `'${Object.is(value, -0) ? '-0' : value}'::double`
  }
  if (value instanceof Uint8Array) return `unhex('${Buffer.from(value).toString('hex')}')`
  if (typeof value === 'string') return text(value)
  throw new InternalError(`a binding of kind ${typeof value} has no SQL text`)
}

/** DuckDB stops reading a statement at NUL: such a text is put together. */
function text(value: string): string {
  const parts = value.split('\0').map((part) => `'${part.replaceAll("'", "''")}'`)
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(' || chr(0) || ')})`
}
