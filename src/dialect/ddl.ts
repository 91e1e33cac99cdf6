import { InvalidName, shorten } from '../errors/index.ts'
import type { TableName } from '../plan/relation.ts'
import type { Field } from '../plan/schema.ts'
import { sha256 } from '../plan/sha256.ts'
import type { SqlType } from '../plan/type.ts'

/** How one database spells what writing needs: names, declared types, literals. Pure; holds no connection. */
export interface Ddl {
  /** What people call it: `SQLite`, `PostgreSQL`. */
  readonly title: string
  /** A name in double quotes; any string survives. */
  quote(name: string): string
  /** `"schema"."name"`, or `"name"`. */
  table(name: TableName): string
  /**
   * The declared type of a column; the catalogue reads it back as `heldAs` says.
   *
   * @throws UnsupportedOnDialect where the engine cannot hold the type; the message names `column`.
   */
  typeName(type: SqlType, column: string): string
  /** The type that a column of this type has once it is made: the same, but for what the engine holds as something else. */
  heldAs(type: SqlType): SqlType
  /**
   * As what a column stores values of a type, where it holds whatever it is given: types that are stored alike are read as
   * each other. Undefined where the values of a column are of its type.
   */
  readonly storedAs?: (type: SqlType) => 'number' | 'bytes' | 'text'
  /** A value as SQL text: for views only, which can hold no bindings. Takes what the codec binds. */
  literal(value: unknown): string
  /** Where a whole statement has its placeholders, in order. `binding` is an index. */
  placeholders(sql: string): readonly Placeholder[]
  /** @throws InvalidName for a name that the engine cannot hold. `what` is `table`, `column` … */
  checkName(name: string, what: string): void
  /** The name as the engine compares it: names that fold to one are one to it. */
  foldName(name: string): string
  /** Makes writers of one table wait for each other until their transactions end; undefined where beginning does so. */
  lockTarget(target: TableName): string | undefined
  /** Keeps others from changing rows of the table until the transaction ends; they may read. Undefined where nobody can. */
  lockRows(table: TableName): string | undefined
  /** CREATE INDEX, if the table has none of that name. */
  createIndex(index: IndexDefinition): string
  /** Gives a table another name; `before` and `after` surround it, `after` also where it fails. */
  renameTable(
    from: TableName,
    to: string,
  ): { readonly before: readonly string[]; readonly sql: string; readonly after: readonly string[] }
  /** Says what a relation or a column of it means; null takes it back. Undefined where nothing can be said. */
  comment(of: CommentedThing, text: string | null): string | undefined
  /** CREATE SCHEMA, if there is none of the name. @throws UnsupportedOnDialect where no statement makes one */
  createSchema(name: string): string
  /** How the definition of a view begins, up to the query: `CREATE VIEW "v" AS`. */
  createView(name: TableName, fields: readonly Field[]): string
  /** Most bytes of a name, in UTF-8. */
  readonly maxNameBytes: number
}

export interface CommentedThing {
  readonly kind: 'table' | 'view'
  readonly relation: TableName
  readonly column?: string
}

export interface IndexDefinition {
  readonly name: string
  readonly table: TableName
  readonly columns: readonly string[]
  readonly unique?: boolean
}

export interface Placeholder {
  readonly start: number
  readonly end: number
  readonly binding: number
}

/** An identifier in double quotes, as standard SQL has it. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A table's name in double quotes, with its schema if it has one. */
export function quoteTableName({ schema, name }: TableName): string {
  return schema === undefined ? quoteIdentifier(name) : `${quoteIdentifier(schema)}.${quoteIdentifier(name)}`
}

/** COMMENT ON, as PostgreSQL has it. */
export function commentOn(ddl: Ddl, { kind, relation, column }: CommentedThing, text: string | null): string {
  const name = ddl.table(relation)
  const thing = column === undefined ? `${kind.toUpperCase()} ${name}` : `COLUMN ${name}.${ddl.quote(column)}`
  return `COMMENT ON ${thing} IS ${ddl.literal(text)}`
}

/**
 * The column definitions of CREATE TABLE. A column that cannot be NULL says so: what reads the table later knows it.
 *
 * Constraint names are given: PostgreSQL would make them from the name of the table, which is not yet its final one.
 */
export function columnDefinitions(ddl: Ddl, fields: readonly Field[]): string {
  return fields
    .map((field, index) => {
      const notNull = field.nullable ? '' : ` CONSTRAINT not_null_${index + 1} NOT NULL`
      return `${ddl.quote(field.name)} ${ddl.typeName(field.type, field.name)}${notNull}`
    })
    .join(', ')
}

/** Checks the names of one table's columns: each, and whether the engine can tell them apart. @throws InvalidName */
export function checkColumnNames(ddl: Ddl, names: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const name of names) {
    ddl.checkName(name, 'column')
    const folded = ddl.foldName(name)
    const other = seen.get(folded)
    if (other !== undefined) {
      throw new InvalidName(`${ddl.title} cannot tell the columns ${quoteShort(other)} and ${quoteShort(name)} apart`, {
        hint: 'rename one of them',
      })
    }
    seen.set(folded, name)
  }
}

/** What every engine refuses in a name. @throws InvalidName */
export function checkCommonName(name: string, what: string, title: string): void {
  if (name === '') throw new InvalidName(`a ${what} needs a name: this one is empty`)
  if (name.includes('\0')) {
    throw new InvalidName(
      `${title} cannot hold the character NUL in the ${what} name ${quoteShort(name.replaceAll('\0', '\\0'))}`,
    )
  }
}

/**
 * The name of an index that is asked for, `key` where it is unique: always the same for the same table and columns, readable
 * where it can be, and different for everything else.
 *
 * @example indexName(ddl, 'orders', ['customer_id', 'day']) // orders__customer_id__day__idx
 */
export function indexName(ddl: Ddl, table: string, columns: readonly string[], ending: 'idx' | 'key' = 'idx'): string {
  const parts = [table, ...columns]
  const readable = `${parts.join('__')}__${ending}`
  const ambiguous = parts.some((part) => part.includes('__') || part.startsWith('_') || part.endsWith('_'))
  if (!ambiguous && Buffer.byteLength(readable) <= ddl.maxNameBytes) return readable
  const hash = sha256(JSON.stringify(parts)).slice(0, 12)
  const room = ddl.maxNameBytes - hash.length - 6
  return `${cutBytes(table, room)}__${hash}_${ending}`
}

/** Whether an index of the table has such a name as `indexName` gives: then a write has made it, as it was asked to. */
export function isOwnIndex(ddl: Ddl, table: string, name: string): boolean {
  if (name.startsWith(`${table}__`) && /__(?:idx|key)$/.test(name)) return true
  const hashed = /^(.*)__[0-9a-f]{12}_(?:idx|key)$/s.exec(name)?.[1]
  return hashed !== undefined && hashed === cutBytes(table, ddl.maxNameBytes - 18)
}

/** A name as messages show it. */
export function quoteShort(name: string): string {
  return JSON.stringify(shorten(name))
}

/** As much of the text as fits into `bytes`, in whole characters. */
export function cutBytes(text: string, bytes: number): string {
  let cut = ''
  for (const character of text) {
    if (Buffer.byteLength(cut) + Buffer.byteLength(character) > bytes) break
    cut += character
  }
  return cut
}
