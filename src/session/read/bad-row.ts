import { fill } from '../../dialect/fragment.ts'
import { InvalidValue, shorten } from '../../errors/index.ts'
import { formatType } from '../../plan/type.ts'
import type { FileRead } from './file-read.ts'
import type { FileReader } from './file-reader.ts'

/**
 * Why reading failed: the first row that cannot be read, with its file, line, column and value. Undefined where all rows
 * can be: then it failed for another reason.
 *
 * @param inStatement whether the file was read by a statement that did other things, too
 */
export async function badRow(
  read: FileRead,
  failure: unknown,
  inStatement: boolean,
  reader: FileReader,
): Promise<InvalidValue | undefined> {
  const said = failure instanceof Error ? failure.message : ''
  const told = brokenFile(said, failure)
  if (told) return told
  const values = read.origins.map(({ text }, index) => `${text.sql} as v${index}`)
  const flags = read.origins.map(({ bad }, index) => `${fill('$1', [bad]).sql} as b${index}`)
  const any = read.origins.map((_, index) => `b${index}`).join(' or ')
  for (const file of read.files) {
    const rows = `select row_number() over () as n, ${[...values, ...flags].join(', ')} from ${read.from([file])}`
    const found = (await reader.rows(`select * from (${rows}) where ${any} order by n limit 1`))[0]
    if (!found) continue
    const [row, ...rest] = found
    const place = await read.place(file, Number(row))
    const index = rest.slice(values.length).indexOf(true)
    const field = read.fields[index]
    if (!field) return undefined
    const where = `${file}, ${place}, column ${JSON.stringify(field.name)}`
    const value = rest[index]
    // A statement may have failed elsewhere, and never have read the column: then it says nothing of that value.
    if (inStatement && !said.includes(value === null ? JSON.stringify(field.name) : String(value))) return undefined
    const message =
      value === null
        ? `${where}: there is no value, and the schema says that there is one`
        : `${where}: ${JSON.stringify(shorten(String(value)))} is no ${formatType(field.type)}`
    const header = Number(row) === 1 && value === field.name
    return new InvalidValue(message, {
      hint: header
        ? 'the first line has the names of the columns: say header: true'
        : value === null
          ? `allow it with '${formatType(field.type)}?'`
          : "correct the file, or read the column as 'string' and cast it with tryCast",
      cause: failure,
    })
  }
  return undefined
}

/** What DuckDB says of a file whose form is broken, in fewer words. */
function brokenFile(message: string, cause: unknown): InvalidValue | undefined {
  const csv = /CSV Error on Line: (\d+)\n(?:Original Line: [^\n]*\n)?([^\n]*)/.exec(message)
  if (csv) {
    const file = /\n\s*file = (.*)/.exec(message)?.[1] ?? 'the file'
    return new InvalidValue(`${file}, line ${csv[1]}: ${csv[2]}`, { cause })
  }
  const json = /Malformed JSON in file "(.*?)", (?:at byte (\d+) )?in (?:line|record\/value) (\d+): (.*)/.exec(message)
  if (json) return new InvalidValue(`${json[1]}, line ${json[3]}: ${json[4]}`, { cause })
  return undefined
}
