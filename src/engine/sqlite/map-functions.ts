import { type JsonMember, type JsonNode, readJson } from '../../dialect/json/read.ts'
import { exactText } from '../../dialect/json/write.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { partsOf } from './regex-functions.ts'
import { asText, strict } from './strict.ts'

/** Maps and arrays as SQLite holds them here: JSON text that was made by us, or declared to be such. */
function held<K extends JsonNode['kind']>(value: SqliteValue | undefined, kind: K): Extract<JsonNode, { kind: K }> {
  const node = readJson(asText(value))
  if (node?.kind === kind) return node as Extract<JsonNode, { kind: K }>
  throw new ValueOutOfRange(`${JSON.stringify(asText(value))} is no ${kind === 'object' ? 'map' : kind}`)
}

/** A key as the text that it is among the members of an object. */
function keyText(fn: string, node: JsonNode): string {
  if (node.kind === 'string') return node.text
  if (node.kind === 'number') return node.digits
  throw new ValueOutOfRange(`${fn}: a key of a map is NULL`)
}

/** A map with each of its keys once. */
function mapText(fn: string, members: readonly JsonMember[]): string {
  const seen = new Set<string>()
  for (const [key] of members) {
    if (seen.has(key)) throw new ValueOutOfRange(`${fn}: the map would have the key ${JSON.stringify(key)} twice`)
    seen.add(key)
  }
  return exactText({ kind: 'object', members })
}

const listText = (items: readonly string[]): string => `[${items.join(',')}]`
/** A key by itself: a number, where the map's keys are. */
const keyJson = (key: string, isNumber: SqliteValue | undefined): string =>
  isNumber === 1n ? key : JSON.stringify(key)

const isNull = (node: JsonNode): boolean => node.kind === 'word' && node.word === 'null'

/** Maps as JSON text. */
export const mapFunctions: readonly SqliteFunction[] = [
  strict('map_from_arrays', (keys, values) => {
    const [names, all] = [held(keys, 'array').items, held(values, 'array').items]
    if (names.length !== all.length) {
      throw new ValueOutOfRange(`mapFromArrays: ${names.length} keys for ${all.length} values`)
    }
    return mapText(
      'mapFromArrays',
      names.map((name, index) => [keyText('mapFromArrays', name), all[index] as JsonNode]),
    )
  }),
  // A pair is an object of two members.
  strict('map_from_entries', (entries) => {
    const pairs = held(entries, 'array').items
    if (pairs.some(isNull)) return null
    const members = pairs.map((pair): JsonMember => {
      const [key, value] = pair.kind === 'object' ? pair.members : []
      if (!key || !value) throw new ValueOutOfRange('mapFromEntries: not every element is a pair')
      return [keyText('mapFromEntries', key[1]), value[1]]
    })
    return mapText('mapFromEntries', members)
  }),
  strict('map_concat', (...maps) =>
    mapText(
      'mapConcat',
      maps.flatMap((map) => held(map, 'object').members),
    ),
  ),
  strict('map_keys', (map, numbers) => listText(held(map, 'object').members.map(([key]) => keyJson(key, numbers)))),
  strict('map_values', (map) => listText(held(map, 'object').members.map(([, value]) => exactText(value)))),
  strict('map_entries', (map, numbers) =>
    listText(
      held(map, 'object').members.map(([key, value]) => `{"key":${keyJson(key, numbers)},"value":${exactText(value)}}`),
    ),
  ),
  strict('str_to_map', (text, pairs, keys) =>
    mapText(
      'strToMap',
      partsOf(asText(text), asText(pairs), -1).map((pair): JsonMember => {
        const [key = '', value] = partsOf(pair, asText(keys), 2)
        return [key, value === undefined ? { kind: 'word', word: 'null' } : { kind: 'string', text: value }]
      }),
    ),
  ),
]
