import { InvalidName, shorten } from '../errors/index.ts'
import type { TableName } from './relation.ts'

/** The name as `parseTableName` reads it; messages have it from `formatTableName`. */
export const writtenTableName = ({ schema, name }: TableName): string =>
  (schema === undefined ? [name] : [schema, name]).map(formatPart).join('.')

const formatPart = (part: string): string => (/[".]/.test(part) ? `"${part.replaceAll('"', '""')}"` : part)

const PART = /^(?:"((?:[^"]|"")*)"|([^".]*))(\.|$)/

/**
 * Reads `table`, `schema.table`, or either part in double quotes where it holds a dot or a quote: `"my.table"`.
 *
 * @throws InvalidName for more than two parts, or quotes that do not match.
 */
export function parseTableName(text: string, defaultSchema: string | undefined): TableName {
  const parts: string[] = []
  let left = text
  for (let more = true; more; ) {
    const match = PART.exec(left)
    if (!match) return { schema: defaultSchema, name: text }
    parts.push(match[1] === undefined ? (match[2] ?? '') : match[1].replaceAll('""', '"'))
    left = left.slice(match[0].length)
    more = match[3] === '.'
  }
  const [first = '', second] = parts
  if (parts.length === 1) return { schema: defaultSchema, name: first }
  if (parts.length === 2 && first !== '' && second) return { schema: first, name: second }
  throw new InvalidName(`${JSON.stringify(shorten(text))} is no name of a table`, {
    hint: 'a table is called name or schema.name; a name with a dot in it stands in double quotes: \'"my.table"\'',
  })
}
