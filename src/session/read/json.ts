import { fill } from '../../dialect/fragment.ts'
import { InvalidValue } from '../../errors/index.ts'
import type { FileSource } from '../../plan/file-source.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { type SqlType, types } from '../../plan/type.ts'
import { checkReadable, column, type FileRead, fromText, pathList } from './file-read.ts'
import { type FileReader, textLiteral } from './file-reader.ts'

/** How the files are read. Without a schema they are read once before, for the names and types of their members. */
export async function readJson(source: FileSource, files: readonly string[], reader: FileReader): Promise<FileRead> {
  if (source.fields) checkReadable(source.fields, 'json')
  const fields = source.fields ?? (await inferredFields(files, reader))
  // Each member as JSON, of which it is made by the same casts as everywhere: DuckDB's own would round 1.5 to an int.
  const columns = fields.map(({ name }) => `${textLiteral(name)}: 'JSON'`).join(', ')
  const read = fields.map((field) => {
    const member = column(field.name)
    const text = fill(field.type.kind === 'json' ? '$1::varchar' : "$1 ->> '$$'".replace('$$', '$'), [member])
    return fromText(text, field)
  })
  return {
    files,
    fields,
    values: read.flatMap(({ values }) => values),
    origins: read.flatMap(({ origins }) => origins),
    from: (some) => `read_json(${pathList(some)}, columns={${columns}})`,
    place: async (_, row) => `row ${row}`,
  }
}

async function inferredFields(files: readonly string[], reader: FileReader): Promise<Fields> {
  const described = await reader.rows(
    `describe select * from read_json(${pathList(files)}, sample_size=-1, maximum_depth=2, union_by_name=true)`,
  )
  const fields = described.map(
    ([name, type]): Field => ({ name: String(name), type: typeOf(String(type)), nullable: true }),
  )
  if (fields.length > 0 && !(fields.length === 1 && fields[0]?.name === 'json')) return fields
  throw new InvalidValue(`${files.join(', ')}: there is no object in it`, { hint: 'give a schema' })
}

/** What stands in strings stays text, as in Spark; so does what is of one type here and another there. */
function typeOf(native: string): SqlType {
  if (native === 'BOOLEAN') return types.boolean
  if (native === 'BIGINT') return types.long
  if (native === 'DOUBLE') return types.double
  return /[([\]]/.test(native) ? types.json : types.string
}
