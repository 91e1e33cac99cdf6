import { type Relation, walkRelations } from './relation.ts'

/**
 * A relation as text: the same text for the same meaning, however its program is written, formatted or commented. Frames
 * that are used several times are told once; names of variables are no part of it.
 *
 * Made to be hashed and compared, not to be read back.
 */
export function canonicalText(root: Relation): string {
  return relationText(root, new Map())
}

/** The same of data with relations in it. @param relations those that it holds */
export function canonicalData(data: object, relations: Iterable<Relation>): string {
  const places = new Map<object, number>()
  const texts = [...relations].map((relation) => relationText(relation, places))
  return [...texts, objectText(data, places)].join('\n')
}

function relationText(root: Relation, places: Map<object, number>): string {
  const texts: string[] = []
  // Inputs first, so that a chain of thousands of verbs needs no deep stack.
  for (const relation of walkRelations(root)) {
    if (places.has(relation)) continue
    texts.push(objectText(relation, places))
    places.set(relation, places.size)
  }
  return texts.join('\n')
}

function valueText(value: unknown, places: Map<object, number>): string {
  switch (typeof value) {
    case 'string':
      return JSON.stringify(value)
    case 'bigint':
      return `${value}n`
    case 'number':
      return Object.is(value, -0) ? '-0' : String(value)
    case 'object':
      break
    default:
      return String(value)
  }
  if (value === null) return 'null'
  const place = places.get(value)
  if (place !== undefined) return `#${place}`
  if (value instanceof Date) return `date ${value.getTime()}`
  if (value instanceof Uint8Array) return `bytes ${Buffer.from(value).toString('hex')}`
  if (value instanceof Map) {
    const entries = [...value].map(([key, held]) => `${valueText(key, places)}: ${valueText(held, places)}`)
    return `map {${entries.join(', ')}}`
  }
  if (Array.isArray(value)) return `[${value.map((held) => valueText(held, places)).join(', ')}]`
  const text = objectText(value, places)
  // A generator's own identity says which columns are made together.
  places.set(value, places.size)
  return text
}

function objectText(value: object, places: Map<object, number>): string {
  let text = '{'
  // Every object of every plan comes by: a list of pairs for each would take three times as long.
  for (const key of Object.keys(value).sort((a, b) => (a < b ? -1 : 1))) {
    const held = (value as Readonly<Record<string, unknown>>)[key]
    if (held !== undefined) text += `${text.length > 1 ? ', ' : ''}${key}: ${valueText(held, places)}`
  }
  return `${text}}`
}
