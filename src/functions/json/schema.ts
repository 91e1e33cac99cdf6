/** Schemas as fromJson takes them: types of ours, or fields as SQL writes them. */
import { InvalidArgument, TypeMismatch } from '../../errors/index.ts'
import { parseType, type SqlType } from '../../plan/type.ts'

/** What Spark's SQL calls some types. */
const SYNONYMS: Readonly<Record<string, string>> = {
  tinyint: 'byte',
  smallint: 'short',
  integer: 'int',
  bigint: 'long',
  real: 'float',
  numeric: 'decimal',
}

const inOurWords = (text: string): string =>
  text.replace(
    /\b(tinyint|smallint|integer|bigint|real|numeric)\b(?=\s*([,>(]|$))/gi,
    (word) => SYNONYMS[word.toLowerCase()] as string,
  )

/**
 * The type that a schema describes: `array<int>`, `struct<a:int>`, or the fields of a struct, `a INT, b ARRAY<STRING>`.
 *
 * @throws InvalidArgument for anything else, TypeMismatch for maps whose keys are no text.
 */
export function readSchema(schema: string): SqlType {
  const text = inOurWords(schema.trim())
  const type = /^\w+\s*(<|\(|$)/.test(text) ? parseType(text) : { kind: 'struct' as const, fields: fieldsOf(text) }
  checkKeys(type)
  return type
}

function fieldsOf(text: string): { name: string; type: SqlType }[] {
  return topLevel(text).map((field) => {
    const [, quoted, plain, type] = /^\s*(?:`([^`]+)`|([\w$]+))\s*[\s:]\s*(.+)$/s.exec(field) ?? []
    const name = quoted ?? plain
    if (name !== undefined && type !== undefined) return { name, type: parseType(type.trim()) }
    throw new InvalidArgument(`fromJson: ${JSON.stringify(field.trim())} is no field of a schema`, {
      hint: "write 'struct<id:long,name:string>', or 'id LONG, name STRING'",
    })
  })
}

/** Parts between commas that stand in no brackets. */
function topLevel(text: string): string[] {
  const parts: string[] = []
  let [depth, from] = [0, 0]
  for (const [at, sign] of [...text].entries()) {
    if (sign === '<' || sign === '(') depth += 1
    else if (sign === '>' || sign === ')') depth -= 1
    else if (sign === ',' && depth === 0) {
      parts.push(text.slice(from, at))
      from = at + 1
    }
  }
  return [...parts, text.slice(from)]
}

/** Names in JSON are texts. */
function checkKeys(type: SqlType): void {
  if (type.kind === 'array') checkKeys(type.element)
  else if (type.kind === 'struct') for (const field of type.fields) checkKeys(field.type)
  else if (type.kind === 'map') {
    if (type.key.kind !== 'string')
      throw new TypeMismatch('fromJson: the keys of a map in JSON are texts: write map<string,…>')
    checkKeys(type.value)
  }
}
