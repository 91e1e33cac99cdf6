import type { SqliteFunction } from './functions.ts'
import { cast } from './number-functions.ts'

/** Text as a JSON document; undefined where it is none. */
function toJson(text: string): string | undefined {
  try {
    JSON.parse(text)
    return text
  } catch {
    return undefined
  }
}

/** Keys in PostgreSQL's order of jsonb: shorter first, then by their bytes. */
function byLength(a: string, b: string): number {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length - right.length || Buffer.compare(left, right)
}

/** A document as PostgreSQL prints its jsonb: one text for one meaning, on both engines. */
function jsonText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(jsonText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const document = value as Readonly<Record<string, unknown>>
  const members = Object.keys(document)
    .sort(byLength)
    .map((key) => `${JSON.stringify(key)}: ${jsonText(document[key])}`)
  return `{${members.join(', ')}}`
}

/** JSON: its cast from text, which must be a document, and back. */
export const jsonFunctions: readonly SqliteFunction[] = [
  cast('to_json', (value) => toJson(String(value))),
  cast('json_text', (value) => jsonText(JSON.parse(String(value)))),
]
