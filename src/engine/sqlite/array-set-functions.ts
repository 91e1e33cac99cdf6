import type { JsonNode } from '../../dialect/json/read.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import { lenient } from './array-functions.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import {
  arrayText,
  compareElements,
  elementsOf,
  fromElement,
  identityOf,
  isNull,
  NULL_NODE,
  toElement,
} from './json-elements.ts'
import { asText, strict } from './strict.ts'

type Elements = readonly JsonNode[]

/** Each element once, at its first place. */
function distinct(elements: Elements): JsonNode[] {
  const found = new Map<string, JsonNode>()
  for (const element of elements) {
    const identity = identityOf(element)
    if (!found.has(identity)) found.set(identity, element)
  }
  return [...found.values()]
}

const identities = (array: SqliteValue | undefined): ReadonlySet<string> => new Set(elementsOf(array).map(identityOf))

/** Where the value is among the elements: -1 for nowhere. */
const placeOf = (elements: Elements, value: SqliteValue | undefined, kind: SqliteValue | undefined): number =>
  elements.map(identityOf).indexOf(identityOf(toElement(value, kind)))

/** NULLs stay apart from what is sorted. */
function sorted(array: SqliteValue | undefined, nulls: 'first' | 'last', direction: 1 | -1): JsonNode[] {
  const elements = elementsOf(array)
  const known = elements.filter((one) => !isNull(one)).sort((a, b) => direction * compareElements(a, b))
  const unknown = elements.filter(isNull)
  return nulls === 'first' ? [...unknown, ...known] : [...known, ...unknown]
}

function inserted(elements: Elements, place: number, element: JsonNode): JsonNode[] {
  if (place === 0) throw new ValueOutOfRange('arrayInsert: there is no place 0')
  const nulls = (count: number): JsonNode[] => Array.from({ length: Math.max(count, 0) }, () => NULL_NODE)
  const before = place > 0 ? place - 1 : elements.length + place + 1
  if (before < 0) return [element, ...nulls(-before), ...elements]
  return [...elements.slice(0, before), ...nulls(before - elements.length), element, ...elements.slice(before)]
}

function slice(elements: Elements, start: number, length: number): JsonNode[] {
  if (start === 0) throw new ValueOutOfRange('slice: there is no place 0')
  if (length < 0) throw new ValueOutOfRange(`slice: no length ${length}`)
  const from = start > 0 ? start - 1 : elements.length + start
  return from < 0 ? [] : elements.slice(from, from + length)
}

/** Arrays are JSON text: their elements compared, moved, left out. Where there is a last argument, it is the elements' kind. */
export const arraySetFunctions: readonly SqliteFunction[] = [
  strict('array_contains', (array, value, kind) => {
    const elements = elementsOf(array)
    if (placeOf(elements, value, kind) >= 0) return 1n
    return elements.some(isNull) ? null : 0n
  }),
  strict('array_position', (array, value, kind) => BigInt(placeOf(elementsOf(array), value, kind) + 1)),
  strict('arrays_overlap', (array, other) => {
    const [left, right] = [identities(array), identities(other)]
    if ([...left].some((one) => one !== 'null' && right.has(one))) return 1n
    return left.size > 0 && right.size > 0 && (left.has('null') || right.has('null')) ? null : 0n
  }),
  strict('array_max', (array, kind) => fromElement(sorted(array, 'last', -1)[0], kind)),
  strict('array_min', (array, kind) => fromElement(sorted(array, 'last', 1)[0], kind)),
  strict('array_sort', (array, nulls, direction) =>
    arrayText(sorted(array, nulls as 'first' | 'last', direction === 'desc' ? -1 : 1)),
  ),
  strict('array_distinct', (array) => arrayText(distinct(elementsOf(array)))),
  strict('array_union', (array, other) => arrayText(distinct([...elementsOf(array), ...elementsOf(other)]))),
  strict('array_intersect', (array, other) => {
    const found = identities(other)
    return arrayText(distinct(elementsOf(array)).filter((one) => found.has(identityOf(one))))
  }),
  strict('array_except', (array, other) => {
    const found = identities(other)
    return arrayText(distinct(elementsOf(array)).filter((one) => !found.has(identityOf(one))))
  }),
  lenient('array_append', (array, value, kind) =>
    array === null ? null : arrayText([...elementsOf(array), toElement(value, kind)]),
  ),
  lenient('array_prepend', (array, value, kind) =>
    array === null ? null : arrayText([toElement(value, kind), ...elementsOf(array)]),
  ),
  lenient('array_insert', (array, place, value, kind) =>
    array === null || place === null
      ? null
      : arrayText(inserted(elementsOf(array), Number(place), toElement(value, kind))),
  ),
  strict('array_remove', (array, value, kind) => {
    const removed = identityOf(toElement(value, kind))
    return arrayText(elementsOf(array).filter((one) => identityOf(one) !== removed))
  }),
  strict('array_compact', (array) => arrayText(elementsOf(array).filter((one) => !isNull(one)))),
  strict('array_slice', (array, start, length) => arrayText(slice(elementsOf(array), Number(start), Number(length)))),
  strict('array_flatten', (array) => {
    const arrays = elementsOf(array)
    return arrays.some(isNull) ? null : arrayText(arrays.flatMap((one) => (one.kind === 'array' ? one.items : [one])))
  }),
  // Names of the fields as JSON before the arrays.
  strict('arrays_zip', (names, ...arrays) => {
    const lists = arrays.map(elementsOf)
    const fields = JSON.parse(asText(names)) as readonly string[]
    const longest = Math.max(...lists.map((list) => list.length))
    const items = Array.from({ length: longest }, (_, place): JsonNode => {
      const members = fields.map((name, index) => [name, lists[index]?.[place] ?? NULL_NODE] as const)
      return { kind: 'object', members }
    })
    return arrayText(items)
  }),
]
