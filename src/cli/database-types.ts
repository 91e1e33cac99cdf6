import type { RelationComments } from '../engine/engine.ts'
import type { Fields } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'

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
 * The file that fills `Database`: a row type for each table, by name, columns in their order. The same tables give the
 * same text.
 *
 * @param command what writes it, for its first line
 */
export function databaseTypes(tables: readonly KnownTable[], command: string): string {
  const lines = [...tables].sort((a, b) => (a.name < b.name ? -1 : 1)).flatMap(tableLines)
  const body = lines.join('\n')
  const used = IMPORTED.filter((type) => new RegExp(`: .*\\b${type}\\b`).test(body))
  const heading = used.length === 0 ? 'export {}' : `import type { ${used.join(', ')} } from 'millrace'`
  return `// Written by: ${command}
${heading}

declare module 'millrace' {
  interface Database {
${lines.map((line) => `${line}\n`).join('')}  }
}
`
}

/** Whether a line of the file begins a table. */
export const isTableLine = (line: string): boolean => /^ {4}[^\s/].*: \{/.test(line)

function tableLines({ name, fields, comments }: KnownTable): readonly string[] {
  const said = commentLines(comments.relation, '    ')
  if (fields.length === 0) return [...said, `    ${propertyName(name)}: {}`]
  const columns = fields.flatMap((field) => {
    const type = typescriptType(field.type)
    const orNull = field.nullable && type !== 'unknown' ? ' | null' : ''
    return [
      ...commentLines(comments.columns.get(field.name), '      '),
      `      ${propertyName(field.name)}: ${type}${orNull}`,
    ]
  })
  return [...said, `    ${propertyName(name)}: {`, ...columns, '    }']
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
