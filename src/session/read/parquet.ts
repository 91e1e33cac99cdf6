import { duckdbType } from '../../dialect/duckdb/casts.ts'
import { type Fragment, fill } from '../../dialect/fragment.ts'
import { typeOf } from '../../engine/duckdb/native-type.ts'
import { didYouMean, listNames, TypeMismatch, UnknownColumn } from '../../errors/index.ts'
import type { FileSource } from '../../plan/file-source.ts'
import type { Field } from '../../plan/schema.ts'
import { formatType, type SqlType, sameType, types } from '../../plan/type.ts'
import { commonType } from '../../plan/type-rules.ts'
import { column, type FileRead, pathList, required } from './file-read.ts'
import type { FileReader } from './file-reader.ts'

/** How the files are read: they know their own columns. */
export async function readParquet(source: FileSource, files: readonly string[], reader: FileReader): Promise<FileRead> {
  const from = (some: readonly string[]) => `read_parquet(${pathList(some)})`
  const described = await reader.rows(`describe select * from ${from(files)}`)
  const found = new Map(described.map(([name, type]) => [String(name), String(type)]))
  const fields =
    source.fields ?? [...found].map(([name, native]): Field => ({ name, type: flatType(native), nullable: true }))
  const values = fields.map((field) => {
    const native = found.get(field.name)
    if (native === undefined) {
      throw new UnknownColumn(`the schema has a column ${JSON.stringify(field.name)} that the files have not`, {
        hint: [didYouMean(field.name, found.keys()), `There are ${listNames(found.keys())}.`].filter(Boolean).join(' '),
      })
    }
    checkWidening(field, flatType(native))
    return required(valueAs(column(field.name), native, field.type), field)
  })
  const origins = fields.map((field) => {
    const text = fill('$1::varchar', [column(field.name)])
    return { text, bad: fill(field.nullable ? 'false' : '$1 is null', [text]) }
  })
  return { files, fields, values, origins, from, place: async (_, row) => `row ${row}` }
}

/** Maps and structs are JSON, since not every database has them; what we have no type for is its text. */
function flatType(native: string): SqlType {
  const type = typeOf(native)
  if (type.kind === 'map' || type.kind === 'struct') return types.json
  return type.kind === 'unknown' ? types.string : type
}

function valueAs(value: Fragment, native: string, type: SqlType): Fragment {
  if (type.kind === 'json' && native !== 'JSON') return fill('to_json($1)', [value])
  const wanted = duckdbType(type)
  return wanted.toUpperCase() === native ? value : fill(`$1::${wanted}`, [value])
}

function checkWidening({ name, type }: Field, found: SqlType): void {
  const common = commonType(found, type)
  if (common && sameType(common, type)) return
  throw new TypeMismatch(
    `column ${JSON.stringify(name)} is ${formatType(found)} in the files, and ${formatType(type)} in the schema`,
    { hint: `read it as ${formatType(found)}, and cast it: .cast('${formatType(type)}')` },
  )
}
