import { exactText } from '../../dialect/json/write.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteFunction, SqliteValue } from './functions.ts'
import { arrayText, elementsOf, fromElement, toElement } from './json-elements.ts'
import { sequenceOf, sequenceOfDays } from './sequences.ts'
import { asText, strict } from './strict.ts'

/** Text longer than this is none: V8 has no room for it. */
const LONGEST_TEXT = 2 ** 29 - 64

/** A function of which some arguments may be NULL. */
export const lenient = (name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction => ({
  name: `millrace_${name}`,
  options: { deterministic: true },
  fn,
})

function repeated(element: string, count: number): string {
  if (count <= 0) return '[]'
  if (count * (element.length + 1) > LONGEST_TEXT) {
    throw new ValueOutOfRange(`arrayRepeat: ${count} elements are more than a text of SQLite can hold`)
  }
  return `[${`${element},`.repeat(count - 1)}${element}]`
}

/** The element at a place, from 1 or (negative) from the end. */
function elementAt(array: SqliteValue, place: SqliteValue, kind: SqliteValue, fn: SqliteValue): SqliteValue {
  const elements = elementsOf(array)
  const at = Number(place)
  if (at === 0) throw new ValueOutOfRange(`${asText(fn)}: there is no place 0`)
  if (Math.abs(at) <= elements.length) return fromElement(elements.at(at > 0 ? at - 1 : at), kind)
  if (fn === 'tryElementAt') return null
  throw new ValueOutOfRange(`elementAt: no element ${at} in an array of ${elements.length}`)
}

function joined(array: SqliteValue, delimiter: SqliteValue, replacement?: SqliteValue): string {
  const texts = elementsOf(array).map((one) => fromElement(one, 'string') ?? replacement ?? null)
  return texts.filter((one) => one !== null).join(asText(delimiter))
}

/** Arrays are JSON text: making them, and looking for elements. The last argument is the kind of their elements. */
export const arrayFunctions: readonly SqliteFunction[] = [
  lenient('array', (kind, ...values) => arrayText(values.map((value) => toElement(value, kind)))),
  lenient('array_repeat', (value, count, kind) =>
    count === null ? null : repeated(exactText(toElement(value, kind)), Number(count)),
  ),
  strict('sequence', (start, stop, step) => sequenceOf(start, stop, step, LONGEST_TEXT)),
  strict('sequence_of_days', (start, stop) => sequenceOfDays(asText(start), asText(stop))),
  strict('array_join', joined),
  strict('array_reverse', (array) => arrayText(elementsOf(array).toReversed())),
  strict('array_concat', (...arrays) => arrayText(arrays.flatMap((array) => elementsOf(array)))),
  strict('element_at', elementAt),
  strict('array_get', (array, index, kind) =>
    Number(index) < 0 ? null : fromElement(elementsOf(array)[Number(index)], kind),
  ),
]
