import stringWidth from 'string-width'
import type { Attribute } from '../analyse/resolved.ts'
import { timestampText } from '../dialect/timestamps.ts'
import type { ShowOptions } from '../frame/options.ts'
import { doubleText } from '../plan/double-text.ts'

/**
 * Rows as Spark prints them: a frame of dashes, cells to the right (to the left where nothing is cut), long cells cut
 * with three dots.
 */
export function formatTable(
  columns: readonly Attribute[],
  rows: readonly (readonly unknown[])[],
  options: Required<ShowOptions>,
): string {
  const shown = rows.slice(0, options.rows)
  const limit = options.truncate === false ? Number.POSITIVE_INFINITY : options.truncate
  const cut = (text: string): string => {
    const characters = Array.from(text)
    if (characters.length <= limit) return text
    return limit < 4 ? characters.slice(0, limit).join('') : `${characters.slice(0, limit - 3).join('')}...`
  }
  const header = columns.map((column) => cut(oneLine(column.name)))
  const cells = shown.map((row) => row.map((value, index) => cut(cellText(value, columns[index] as Attribute))))
  const widths = header.map((name, index) =>
    Math.max(3, stringWidth(name), ...cells.map((row) => stringWidth(row[index] ?? ''))),
  )
  const pad = (text: string, width: number): string => {
    const blank = ' '.repeat(Math.max(0, width - stringWidth(text)))
    return options.truncate === false ? text + blank : blank + text
  }
  const line = `+${widths.map((width) => '-'.repeat(width)).join('+')}+`
  const row = (texts: readonly string[]): string =>
    `|${texts.map((text, index) => pad(text, widths[index] ?? 0)).join('|')}|`
  const table = [line, row(header), line, ...cells.map(row), line]
  if (rows.length > shown.length) table.push(`only showing top ${shown.length} ${shown.length === 1 ? 'row' : 'rows'}`)
  return table.join('\n')
}

/** A value as Spark prints it in a cell. */
function cellText(value: unknown, column: Attribute): string {
  if (value === null || value === undefined) return 'NULL'
  if (value instanceof Date) return timestampText(value, column.name)
  if (value instanceof Uint8Array)
    return `[${[...value].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ')}]`
  if (typeof value === 'number')
    return column.type.kind === 'double' || column.type.kind === 'float' ? doubleText(value) : String(value)
  if (typeof value === 'object') return oneLine(JSON.stringify(value))
  return oneLine(String(value))
}

/** Control characters would break the table. */
function oneLine(text: string): string {
  return text.replace(
    /\p{Cc}/gu,
    (character) => ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
const ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
  '\b': '\\b',
  '\u000b': '\\v',
  '\u0007': '\\a',
}
