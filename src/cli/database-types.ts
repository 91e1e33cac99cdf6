import type { RelationComments } from '../engine/engine.ts'
import type { Fields } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'
import { rowTypeNames } from './row-type-names.ts'

/** A table or view as `session.table` knows it. */
export interface KnownTable {
  /** What `session.table` is given for it. */
  readonly name: string
  readonly fields: Fields
  readonly comments: RelationComments
}

/** The types of Millrace that values of columns have. */
const IMPORTED = ['AnyRow', 'Decimal', 'SqlDate'] as const

/**
 * The file that fills `Database`: a row type for each table, with a name of its own for editors to show, columns in their
 * order. The same tables give the same text.
 *
 * @param command what writes it, for its first line
 */
export function databaseTypes(tables: readonly KnownTable[], command: string): string {
  const sorted = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = rowTypeNames(sorted.map(({ name }) => name))
  const rows = sorted.map((table) => `${rowType(table, names.get(table.name) as string)}\n\n`).join('')
  const used = IMPORTED.filter((type) => new RegExp(`: .*\\b${type}\\b`).test(rows))
  const heading = used.length === 0 ? '' : `import type { ${used.join(', ')} } from 'millrace'\n\n`
  return `// Written by: ${command}
${heading}${rows}export interface Tables {
${sorted.map(({ name }) => `  ${propertyName(name)}: ${names.get(name)}\n`).join('')}}

declare module 'millrace' {
  interface Database extends Tables {}
}
`
}

/** Whether a line of the file begins a table, or the list of them. */
export const isTableLine = (line: string): boolean => /^export interface /.test(line)

function rowType({ fields, comments }: KnownTable, name: string): string {
  const columns = fields.flatMap((field) => {
    const type = typescriptType(field.type)
    const orNull = field.nullable && type !== 'unknown' ? ' | null' : ''
    return [...commentLines(comments.columns.get(field.name), '  '), `  ${propertyName(field.name)}: ${type}${orNull}`]
  })
  return [...commentLines(comments.relation, ''), `export interface ${name} {`, ...columns, '}'].join('\n')
}

/** A comment of the database as one of TypeScript, shown on hover; it cannot end before its end. */
function commentLines(text: string | undefined, indent: string): readonly string[] {
  const lines = (text ?? '')
    .replaceAll('*/', '*\\/')
    .trim()
    .split(/\s*[\r\n]+/)
  if (lines.length > 1) return ['/**', ...lines.map((line) => ` * ${line}`), ' */'].map((line) => indent + line)
  return lines[0] ? [`${indent}/** ${lines[0]} */`] : []
}

function propertyName(name: string): string {
  if (/^[A-Za-z_$][\w$]*$/.test(name)) return name
  return `'${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** The JavaScript type of a column's values, in the words of TypeScript: what `TypeOf` is for the type's name. */
function typescriptType(type: SqlType): string {
  switch (type.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
    case 'float':
    case 'double':
      return 'number'
    case 'decimal':
      return 'Decimal'
    case 'string':
    case 'boolean':
      return type.kind
    case 'binary':
      return 'Uint8Array'
    case 'date':
      return 'SqlDate'
    case 'timestamp':
      return 'Date'
    case 'array':
      return `readonly (${orNullInside(type.element)})[]`
    case 'map':
      return `ReadonlyMap<${typescriptType(type.key)}, ${orNullInside(type.value)}>`
    case 'struct':
      return 'AnyRow'
    case 'json':
    case 'void':
    case 'unknown':
      return 'unknown'
    default:
      return type satisfies never
  }
}

function orNullInside(type: SqlType): string {
  const inner = typescriptType(type)
  return inner === 'unknown' ? inner : `${inner} | null`
}
