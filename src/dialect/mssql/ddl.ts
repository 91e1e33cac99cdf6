import { InternalError, InvalidName, UnsupportedOnDialect } from '../../errors/index.ts'
import type { TableName } from '../../plan/relation.ts'
import { formatType, type SimpleKind, type SqlType, types } from '../../plan/type.ts'
import { checkCommonName, type Ddl, quoteShort } from '../ddl.ts'
import { atNumbers } from '../placeholders.ts'

const TYPES: Readonly<Record<SimpleKind, string>> = {
  boolean: 'bit',
  // SQL Server's tinyint has no sign.
  byte: 'smallint',
  short: 'smallint',
  int: 'int',
  long: 'bigint',
  float: 'real',
  double: 'float',
  string: 'nvarchar(max)',
  binary: 'varbinary(max)',
  date: 'date',
  timestamp: 'datetime2(6)',
  json: 'nvarchar(max)',
  // A column of nothing but NULL.
  void: 'nvarchar(max)',
}

/** Most characters of a name; none takes more than one unit of UTF-16 for less than one byte of UTF-8. */
const LONGEST_NAME = 128

/** How SQL Server spells what writing needs. */
export const mssqlDdl: Ddl = {
  title: 'SQL Server',
  maxNameBytes: LONGEST_NAME,
  quote,
  table: quoteTable,
  typeName,
  // Of its own words for types none stands for a byte, nor for a document.
  heldAs: (type) => (type.kind === 'byte' ? types.short : type.kind === 'json' ? types.string : type),
  literal,
  placeholders: atNumbers,
  checkName(name, what) {
    checkCommonName(name, what, 'SQL Server')
    if (name.length > LONGEST_NAME) {
      throw new InvalidName(
        `SQL Server holds names of up to ${LONGEST_NAME} characters, and the ${what} name ${quoteShort(name)} has ${name.length}`,
        { hint: 'give it a shorter name' },
      )
    }
  },
  // Databases usually have a collation that does not tell upper from lower case.
  foldName: (name) => name.toLowerCase(),
  lockTarget: (target) =>
    `exec sp_getapplock @Resource = ${text(quoteTable(target).slice(0, 255))}, @LockMode = N'Exclusive', @LockOwner = N'Transaction'`,
  lockRows: (table) => `select top 0 1 as held from ${quoteTable(table)} with (tablockx, holdlock)`,
  createIndex: ({ name, table, columns, unique }) =>
    `if indexproperty(object_id(${text(quoteTable(table))}), ${text(name)}, 'IndexID') is null create ${unique ? 'unique ' : ''}index ${quote(name)} on ${quoteTable(table)} (${columns.map(quote).join(', ')})`,
  renameTable: (from, to) => ({
    before: [],
    sql: `exec sp_rename ${text(quoteTable(from))}, ${text(to)}`,
    after: [],
  }),
  comment: () => undefined,
  createSchema: (name) => {
    throw new UnsupportedOnDialect(`nothing is built in SQL Server yet, and so no schema ${quoteShort(name)}`)
  },
  createView: (name) => `create or alter view ${quoteTable(name)} as`,
}

function quote(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`
}

function quoteTable({ schema, name }: TableName): string {
  return schema === undefined ? quote(name) : `${quote(schema)}.${quote(name)}`
}

function typeName(type: SqlType, column: string): string {
  switch (type.kind) {
    case 'decimal':
      return `decimal(${type.precision}, ${type.scale})`
    case 'array':
    case 'map':
    case 'struct':
      throw unsupported(type, column, 'keep it as json, or write its parts as columns of their own')
    case 'unknown':
      throw unsupported(type, column, `cast it: col(${JSON.stringify(column)}).cast('string')`)
    default:
      return TYPES[type.kind]
  }
}

function unsupported(type: SqlType, column: string, hint: string): UnsupportedOnDialect {
  return new UnsupportedOnDialect(
    `column ${quoteShort(column)} has the type ${formatType(type)}, which SQL Server cannot hold`,
    { hint },
  )
}

/** Each with its type, as the driver would have bound it. */
function literal(value: unknown): string {
  if (value === null) return 'null'
  if (typeof value === 'boolean') return `cast(${value ? 1 : 0} as bit)`
  if (typeof value === 'bigint') return `cast(${value} as bigint)`
  if (typeof value === 'number') return `cast(N'${Object.is(value, -0) ? '-0' : value}' as float)`
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`
  if (typeof value === 'string') return text(value)
  throw new InternalError(`a binding of kind ${typeof value} has no SQL text`)
}

function text(value: string): string {
  return `N'${value.replaceAll("'", "''")}'`
}
