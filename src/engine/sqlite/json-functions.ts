import { jsonText } from '../../dialect/json-text.ts'
import { realText } from '../../dialect/sqlite/codec.ts'
import type { SqliteFunction } from './functions.ts'
import { cast } from './number-functions.ts'
import { strict } from './strict.ts'

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
  strict('json_real', (value) => realText(Number(value))),
  cast('to_json', (value) => toJson(String(value))),
  cast('json_text', (value) => jsonText(JSON.parse(String(value)))),
]
