import { duckdb } from '../../dialect/duckdb/index.ts'
import { type Fragment, fill } from '../../dialect/fragment.ts'
import { DuplicateColumn, didYouMean, InvalidValue, listNames, UnknownColumn } from '../../errors/index.ts'
import type { CsvFormat, FileSource } from '../../plan/file-source.ts'
import type { Field, Fields } from '../../plan/schema.ts'
import { types } from '../../plan/type.ts'
import { csvRecord } from './csv-records.ts'
import { checkReadable, column, type FileRead, fromText, listLiteral, pathList } from './file-read.ts'
import { type FileReader, textLiteral } from './file-reader.ts'

type CsvSource = Extract<FileSource, { format: 'csv' }>

/** How the files are read. Their first lines are looked at, with `inferSchema` the whole. */
export async function readCsv(source: CsvSource, files: readonly string[], reader: FileReader): Promise<FileRead> {
  const { options, fields: schema } = source
  if (schema) checkReadable(schema, 'csv')
  const names = await columnNames(files, source)
  const from = (some: readonly string[]) => readFunction(some, names.length, options)
  const texts = names.map((_, index) => column(`c${index}`))
  const fields = schema ?? (await inferredFields(names, texts, from(files), options, reader))
  const read = fields.map((field, index) => {
    // By name where the files have names, else by place.
    const place = schema && options.header ? names.indexOf(field.name) : index
    return fromText(valueText(texts[place] as Fragment, field, options), field)
  })
  return {
    files,
    fields,
    values: read.flatMap(({ values }) => values),
    origins: read.flatMap(({ origins }) => origins),
    from,
    async place(file, row) {
      const found = await csvRecord(file, options, row - (options.header ? 0 : 1))
      return `line ${found?.info.lines ?? row}`
    },
  }
}

function valueText(text: Fragment, { type, nullable }: Field, { empty }: CsvFormat): Fragment {
  if (empty === undefined) return text
  if (type.kind !== 'string') return fill("nullif($1, '')", [text])
  return nullable ? text : fill("coalesce($1, '')", [text])
}

function readFunction(files: readonly string[], width: number, options: CsvFormat): string {
  const columns = Array.from({ length: width }, (_, index) => `'c${index}': 'VARCHAR'`)
  const settings = [
    'auto_detect=false',
    `header=${options.header}`,
    `delim=${textLiteral(options.delimiter)}`,
    `quote=${textLiteral(options.quote)}`,
    `escape=${textLiteral(options.escape)}`,
    `nullstr=${listLiteral([...new Set(['', options.nullValue])])}`,
    'allow_quoted_nulls=false',
    `columns={${columns.join(', ')}}`,
  ]
  return `read_csv(${pathList(files)}, ${settings.join(', ')})`
}

/** The names of the files' columns: the header, the same in each, or `_c0`, `_c1` … */
async function columnNames(
  files: readonly string[],
  { options, fields: schema }: CsvSource,
): Promise<readonly string[]> {
  let first: { readonly file: string; readonly record: readonly string[] } | undefined
  for (const file of files) {
    const record = (await csvRecord(file, options, 0))?.record
    if (record === undefined) continue
    if (first && options.header && JSON.stringify(record) !== JSON.stringify(first.record)) {
      throw new InvalidValue(`the header of ${file} is not the one of ${first.file}`, {
        hint: `${listNames(record)} here, ${listNames(first.record)} there: read them apart, and unite them by name`,
      })
    }
    first ??= { file, record }
  }
  if (!first) {
    // Files without a byte have no rows, but only a schema says of which columns.
    if (schema) return schema.map((field) => field.name)
    throw new InvalidValue(`${listNames(files)}: nothing is in it, not even a header`, { hint: 'give a schema' })
  }
  const names = first.record.map((name, index) => (options.header && name !== '' ? name : `_c${index}`))
  if (schema && options.header) checkHeader(names, schema, first.file)
  else if (schema && schema.length !== names.length) {
    throw new InvalidValue(`${first.file} has ${names.length} columns, and the schema ${schema.length}`, {
      hint: 'without a header columns are told by their place; if the first line has the names, say header: true',
    })
  }
  return names
}

function checkHeader(names: readonly string[], schema: Fields, file: string): void {
  for (const { name } of schema) {
    if (!names.includes(name)) {
      throw new UnknownColumn(`the schema has a column ${JSON.stringify(name)} that ${file} has not`, {
        hint: [didYouMean(name, names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
      })
    }
    if (names.indexOf(name) !== names.lastIndexOf(name))
      throw new DuplicateColumn(`two columns of ${file} are called ${JSON.stringify(name)}`)
  }
}

/**
 * What a column may be, from narrow to wide; the first one that holds all its values is its type. Whole numbers beyond a
 * long stay text: a double would round them.
 */
const CANDIDATES = [
  { type: types.boolean, like: "regexp_matches($1, '^(true|false)$', 'i')" },
  { type: types.long, like: undefined },
  { type: types.double, like: "(regexp_matches($1, '[^\\d\\s+-]') or try_cast($1 as bigint) is not null)" },
  { type: types.date, like: "regexp_matches($1, '^\\d{4}-\\d{2}-\\d{2}$')" },
  { type: types.timestamp, like: "regexp_matches($1, '^\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}')" },
]

async function inferredFields(
  names: readonly string[],
  texts: readonly Fragment[],
  from: string,
  { inferSchema }: CsvFormat,
  reader: FileReader,
): Promise<Fields> {
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new DuplicateColumn(`two columns of the files are called ${JSON.stringify(twice)}`, {
      hint: 'read them without the header, and name them with toDF',
    })
  const text = (name: string): Field => ({ name, type: types.string, nullable: true })
  if (!inferSchema) return names.map(text)
  const questions = texts.flatMap((value) => [
    `count(${value.sql})`,
    ...CANDIDATES.map(({ type, like }) => {
      const cast = duckdb.cast(value, types.string, type, 'null')
      const misfit = like === undefined ? fill('$1 is null', [cast]) : fill(`not ${like} or $2 is null`, [value, cast])
      return `count(*) filter (where ${value.sql} is not null and (${misfit.sql}))`
    }),
  ])
  const answers = (await reader.rows(`select ${questions.join(', ')} from ${from}`))[0] ?? []
  const width = CANDIDATES.length + 1
  return names.map((name, index) => {
    const [values, ...misfits] = answers.slice(index * width, (index + 1) * width)
    const found = values === 0n ? undefined : CANDIDATES[misfits.indexOf(0n)]
    return { name, type: found?.type ?? types.string, nullable: true }
  })
}
