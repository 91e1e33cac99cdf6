import { findJson, isWhole } from '../../dialect/json/find.ts'
import { type JsonNode, type Leniency, readJson } from '../../dialect/json/read.ts'
import { toJsonText } from '../../dialect/json/to-json.ts'
import { writeJson } from '../../dialect/json/write.ts'
import { parsePath } from '../../functions/json/path.ts'
import type { SqlType } from '../../plan/type.ts'
import { fromJsonNode, structText } from './from-json.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { compiledOnce } from './patterns.ts'
import { asText, strict } from './strict.ts'

/** What Spark's functions of documents let pass. */
const LENIENT: Leniency = { singleQuotes: true, controls: true, rest: true }
/** What its reader of values lets pass. */
const OF_VALUES: Leniency = { singleQuotes: true, notFinite: true, rest: true }

const document = (text: SqliteValue | undefined): JsonNode | undefined => readJson(asText(text), LENIENT)
/** Types are handed over as they are, in JSON. */
const typeOf = compiledOnce((text): SqlType => JSON.parse(text))
const steps = compiledOnce(parsePath)

/** JSON in texts, as Spark reads and writes it. */
export const documentFunctions: readonly SqliteFunction[] = [
  strict('get_json_object', (text, path) => {
    const [found, wanted] = [document(text), steps(asText(path))]
    return (found && wanted && findJson(found, wanted)) ?? null
  }),
  strict('json_array_length', (text) => {
    const found = document(text)
    return found?.kind === 'array' ? BigInt(found.items.length) : null
  }),
  strict('json_object_keys', (text) => {
    const found = document(text)
    return found?.kind === 'object' ? JSON.stringify(found.members.map(([name]) => name)) : null
  }),
  strict('json_member', (text, name) => {
    const found = document(text)
    const values = found?.kind === 'object' ? found.members.filter(([one]) => one === asText(name)) : []
    const value = values.at(-1)?.[1]
    if (!value || (value.kind === 'word' && value.word === 'null')) return null
    if (value.kind === 'string') return isWhole(value.text) ? value.text : null
    return writeJson(value, true)
  }),
  strict('to_spark_json', (value, type) => {
    const node = readJson(asText(value))
    return node ? toJsonText(node, typeOf(asText(type))) : null
  }),
  strict('from_spark_json', (value, given) => {
    const [text, type] = [asText(value), typeOf(asText(given))]
    if (text.trim() === '') return null
    const root = readJson(text, OF_VALUES)
    if (type.kind === 'struct') {
      const read = root?.kind === 'object' ? fromJsonNode(root, type) : undefined
      return read ?? structText(type.fields, () => undefined)
    }
    // One struct stands for an array of it.
    const alone = type.kind === 'array' && type.element.kind === 'struct' && root?.kind === 'object'
    const read = root && fromJsonNode(alone ? { kind: 'array', items: [root] } : root, type)
    return read === undefined || read === 'null' ? null : read
  }),
]
