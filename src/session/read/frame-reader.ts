import { describeValue } from '../../column/expression-column.ts'
import type { AnyRow } from '../../column/values.ts'
import { didYouMean, InvalidArgument, listNames } from '../../errors/index.ts'
import type { FrameActions } from '../../frame/actions.ts'
import { toDataFrame } from '../../frame/data-frame.ts'
import type { DataFrame } from '../../frame/frame.ts'
import { fieldsOf, type Schema } from '../../frame/schema.ts'
import type { CsvFormat, FileSource } from '../../plan/file-source.ts'
import type { Fields } from '../../plan/schema.ts'

/** What every format takes. */
export interface ReadOptions<R = AnyRow> {
  /** The columns to read, by name, and their types. Without it they follow from the files. */
  schema?: Schema<R>
}

export interface CsvOptions<R = AnyRow> extends ReadOptions<R> {
  /** The first line of each file names the columns. Default false: they are called `_c0`, `_c1` … */
  header?: boolean
  /** What stands between two values. Default a comma. */
  delimiter?: string
  /** What stands around a value with a delimiter, a line's end or a quote in it. Default `"`; an empty string for none. */
  quote?: string
  /** What stands before a quote inside of quotes. Default `"`: a quote is written twice. */
  escape?: string
  /** A text that means NULL where it stands without quotes, beside nothing at all, which always does. */
  nullValue?: string
  /** Without a schema: finds types that hold all values of a column, by reading the files once more. Default false: text. */
  inferSchema?: boolean
}

type Path = string | readonly string[]

/**
 * Frames of files. A path is a file, a folder (its files, but those whose name begins with `_` or `.`), or a pattern
 * (`data/2024-*.csv`); a relative one starts at the working folder. `.gz` is unpacked. Nothing is read before an action.
 *
 * DuckDB reads the files in place, at each action. The other databases get the rows into a table of the session's own at
 * the first action that needs them, and once more where the files have changed since.
 */
export interface FrameReader {
  /**
   * CSV (RFC 4180, UTF-8). Nothing between two delimiters is NULL, `""` is an empty text.
   *
   * @throws (the actions) UnknownFile; InvalidValue with file, line, column and value for what its type cannot hold
   * @example session.read.csv('orders.csv', { header: true, schema: schema({ id: 'long', total: 'decimal(12,2)?' }) })
   */
  csv<R>(path: Path, options: CsvOptions<R> & { schema: Schema<R> }): DataFrame<R>
  csv(path: Path, options?: CsvOptions): DataFrame
  /**
   * JSON: an object a line, or an array of objects. What is nested is read as `json`.
   *
   * @throws (the actions) UnknownFile; InvalidValue with file, row, column and value
   */
  json<R>(path: Path, options: ReadOptions<R> & { schema: Schema<R> }): DataFrame<R>
  json(path: Path, options?: ReadOptions): DataFrame
  /** Parquet. A schema picks columns, and may widen their types. @throws (the actions) UnknownFile, TypeMismatch */
  parquet<R>(path: Path, options: ReadOptions<R> & { schema: Schema<R> }): DataFrame<R>
  parquet(path: Path, options?: ReadOptions): DataFrame
}

const CSV: CsvFormat = { header: false, delimiter: ',', quote: '"', escape: '"', nullValue: '', inferSchema: false }

export function frameReader(actions: FrameActions): FrameReader {
  const frame = (file: FileSource): unknown => toDataFrame({ kind: 'file', file }, actions)
  const plain =
    (format: 'json' | 'parquet') =>
    (path: Path, options: ReadOptions<never> = {}) => {
      checkNames(options, ['schema'], format)
      return frame({ format, paths: pathsOf(path, format), fields: schemaOption(options.schema, format) })
    }
  const reader = {
    csv: (path: Path, options: CsvOptions<never> = {}) => {
      checkNames(options, ['schema', ...Object.keys(CSV)], 'csv')
      const fields = schemaOption(options.schema, 'csv')
      return frame({ format: 'csv', paths: pathsOf(path, 'csv'), fields, options: csvFormat(options) })
    },
    json: plain('json'),
    parquet: plain('parquet'),
  }
  // The row type is the schema's promise.
  return reader as FrameReader
}

function pathsOf(path: unknown, format: string): readonly string[] {
  const paths = typeof path === 'string' ? [path] : path
  if (Array.isArray(paths) && paths.length > 0 && paths.every((one) => typeof one === 'string' && one !== '')) {
    const remote = paths.find((one: string) => /^[a-z][a-z\d+.-]+:\/\//i.test(one))
    if (remote === undefined) return paths
    throw new InvalidArgument(`read.${format}: ${remote} is no file of this machine`, { hint: 'fetch it first' })
  }
  throw new InvalidArgument(`read.${format} takes a path, or an array of paths, not ${describeValue(path)}`)
}

function checkNames(options: unknown, known: readonly string[], format: string): void {
  if (typeof options !== 'object' || options === null)
    throw new InvalidArgument(`read.${format} takes options, not ${describeValue(options)}`)
  const unknown = Object.keys(options).find((name) => !known.includes(name))
  if (unknown === undefined) return
  throw new InvalidArgument(`read.${format} has no option ${JSON.stringify(unknown)}`, {
    hint: [didYouMean(unknown, known), `There are ${listNames(known)}.`].filter(Boolean).join(' '),
  })
}

function schemaOption(schema: unknown, format: string): Fields | undefined {
  if (schema === undefined) return undefined
  const fields = fieldsOf(schema)
  if (fields && fields.length > 0) return fields
  throw new InvalidArgument(`read.${format}: schema is ${fields ? 'empty' : describeValue(schema)}`, {
    hint: "write schema({ id: 'long', note: 'string?' })",
  })
}

function csvFormat(options: CsvOptions<never>): CsvFormat {
  const format = { ...CSV }
  const put = <K extends Exclude<keyof CsvFormat, 'empty'>>(
    name: K,
    wanted: string,
    fits: (value: CsvFormat[K]) => boolean,
  ) => {
    const value = options[name] as CsvFormat[K] | undefined
    if (value === undefined) return
    if (typeof value !== typeof CSV[name] || !fits(value))
      throw new InvalidArgument(`read.csv: ${name} is ${describeValue(value)}, not ${wanted}`)
    format[name] = value
  }
  const isMark = (value: string) => /^[^\r\n\0]$/.test(value)
  put('header', 'true or false', () => true)
  put('inferSchema', 'true or false', () => true)
  put('delimiter', 'one to four characters', (value) => /^[^\r\n\0]{1,4}$/.test(value))
  put('quote', 'one character, or an empty string', (value) => value === '' || isMark(value))
  put('escape', 'one character', isMark)
  put('nullValue', 'a text', () => true)
  if (format.quote === '') format.escape = ''
  return format
}
