import { duckdbType } from '../../dialect/duckdb/casts.ts'
import { duckdb } from '../../dialect/duckdb/index.ts'
import { type Fragment, fill, fragment } from '../../dialect/fragment.ts'
import { quoted } from '../../dialect/shared.ts'
import { InvalidArgument } from '../../errors/index.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { formatType, type SqlType, types } from '../../plan/type.ts'
import { textLiteral } from './file-reader.ts'

/** How DuckDB reads the rows of some files: text that may become part of a statement, without bindings. */
export interface FileRead {
  readonly files: readonly string[]
  readonly fields: Fields
  /** The values, one a field; raising where the field's type cannot hold one. */
  readonly values: readonly Fragment[]
  /** What each value is made of, as text, and whether it cannot be: for messages. */
  readonly origins: readonly { readonly text: Fragment; readonly bad: Fragment }[]
  /** `read_csv(…)` of some of the files. */
  from(files: readonly string[]): string
  /** Where in a file its n-th row stands (from 1), as messages say it: `line 3`. */
  place(file: string, row: number): Promise<string>
}

/** The whole of it as a query. */
export function selectOf({ fields, values, files, from }: FileRead): string {
  const columns = values.map(({ sql }, index) => `${sql} as ${quoted(duckdb.ddl, (fields[index] as Field).name)}`)
  return `select ${columns.join(', ')} from ${from(files)}`
}

export const listLiteral = (values: readonly string[]): string => `[${values.map(textLiteral).join(', ')}]`

/** A path among patterns: its own `*`, `?` and `[` mean themselves. */
export const pathList = (files: readonly string[]): string =>
  listLiteral(files.map((file) => file.replace(/[*?[]/g, (mark) => `[${mark}]`)))

/** A field's value out of its text, by the rules of `cast`; NULL is refused where the field cannot be NULL. */
export function fromText(text: Fragment, field: Field): Pick<FileRead, 'values' | 'origins'> {
  const read = (onError: 'raise' | 'null') => duckdb.cast(text, types.string, field.type, onError)
  const lost = fill('$1 is not null and $2 is null', [text, read('null')])
  const bad = field.nullable ? lost : fill('$1 is null', [read('null')])
  return { values: [required(read('raise'), field)], origins: [{ text, bad }] }
}

export function required(value: Fragment, field: Field): Fragment {
  if (field.nullable) return value
  const message = textLiteral(`column ${JSON.stringify(field.name)} is NULL, and its schema says that it cannot be`)
  return fill(`coalesce($1, error(${message})::${duckdbType(field.type)})`, [value])
}

const READABLE = new Set<SqlType['kind']>([
  'boolean',
  'byte',
  'short',
  'int',
  'long',
  'float',
  'double',
  'decimal',
  'string',
  'binary',
  'date',
  'timestamp',
  'json',
])

/** @throws InvalidArgument for a type that has no text of its own */
export function checkReadable(fields: Fields, format: string): void {
  const field = fields.find(({ type }) => !READABLE.has(type.kind))
  if (field === undefined) return
  throw new InvalidArgument(
    `read.${format}: column ${JSON.stringify(field.name)} cannot be read as ${formatType(field.type)}`,
    { hint: "read it as 'json' or 'string'" },
  )
}

export const column = (name: string): Fragment => fragment(quoted(duckdb.ddl, name))
