import { jsonText } from '../../dialect/json-text.ts'
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

/** JSON: its cast from text, which must be a document, and back. */
export const jsonFunctions: readonly SqliteFunction[] = [
  cast('to_json', (value) => toJson(String(value))),
  cast('json_text', (value) => jsonText(JSON.parse(String(value)))),
]
