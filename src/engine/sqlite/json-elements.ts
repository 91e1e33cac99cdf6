/** Arrays as SQLite holds them: JSON text, whose numbers keep all their digits. */
import { type JsonNode, readJson } from '../../dialect/json/read.ts'
import { exactText } from '../../dialect/json/write.ts'
import { realText } from '../../dialect/sqlite/codec.ts'
import { ValueOutOfRange } from '../../errors/index.ts'
import type { SqliteValue } from './functions.ts'
import { asText } from './strict.ts'

export const NULL_NODE: JsonNode = { kind: 'word', word: 'null' }
export const isNull = (node: JsonNode): boolean => node.kind === 'word' && node.word === 'null'

/** The elements of an array. @throws ValueOutOfRange for text that is none. */
export function elementsOf(array: SqliteValue | undefined): readonly JsonNode[] {
  const node = readJson(asText(array))
  if (node?.kind === 'array') return node.items
  throw new ValueOutOfRange(`${JSON.stringify(asText(array).slice(0, 60))} is no array`)
}

export const arrayText = (items: readonly JsonNode[]): string => exactText({ kind: 'array', items })

const INTEGRAL = new Set(['byte', 'short', 'int', 'long'])
const NESTED = new Set(['json', 'array', 'map', 'struct'])

/** A value as an element of an array of this kind of type. */
export function toElement(value: SqliteValue | undefined, kind: SqliteValue | undefined): JsonNode {
  if (value === null || value === undefined) return NULL_NODE
  if (kind === 'boolean') return { kind: 'word', word: Number(value) === 0 ? 'false' : 'true' }
  if (value instanceof Uint8Array) return { kind: 'string', text: Buffer.from(value).toString('hex') }
  if (NESTED.has(String(kind))) return readJson(asText(value)) ?? NULL_NODE
  if (typeof value === 'string') return { kind: 'string', text: value }
  if (!INTEGRAL.has(String(kind))) return { kind: 'number', digits: realText(Number(value)) }
  if (typeof value === 'bigint') return { kind: 'number', digits: String(value) }
  throw new ValueOutOfRange(`${value} is no ${String(kind)}`, { hint: 'an integer overflow: cast it in the program' })
}

/** The way back. */
export function fromElement(node: JsonNode | undefined, kind: SqliteValue | undefined): SqliteValue {
  if (node === undefined || isNull(node)) return null
  if (NESTED.has(String(kind))) return exactText(node)
  switch (node.kind) {
    case 'word':
      return node.word === 'true' ? 1n : 0n
    case 'string':
      return kind === 'binary' ? Buffer.from(node.text, 'hex') : node.text
    case 'number':
      return INTEGRAL.has(String(kind)) && isWhole(node.digits) ? BigInt(node.digits) : Number(node.digits)
    default:
      return exactText(node)
  }
}

const isWhole = (digits: string): boolean => /^-?\d+$/.test(digits)

/** The same text for elements that are equal, and for no others: -0.0 is 0.0, and members of objects have no order. */
export function identityOf(node: JsonNode): string {
  switch (node.kind) {
    case 'array':
      return `[${node.items.map(identityOf).join(',')}]`
    case 'object': {
      const members = node.members.map(([name, value]) => `${JSON.stringify(name)}:${identityOf(value)}`)
      return `{${members.sort().join(',')}}`
    }
    case 'number': {
      const number = Number(node.digits) + 0
      return isWhole(node.digits) && !Number.isSafeInteger(number) ? node.digits : String(number)
    }
    default:
      return exactText(node)
  }
}

/** The order of two plain values of one kind: texts by code point. */
export function compareElements(a: JsonNode, b: JsonNode): number {
  if (a.kind === 'string' && b.kind === 'string') return Buffer.compare(Buffer.from(a.text), Buffer.from(b.text))
  if (a.kind === 'number' && b.kind === 'number') {
    const read = isWhole(a.digits) && isWhole(b.digits) ? BigInt : Number
    const [left, right] = [read(a.digits), read(b.digits)]
    return left < right ? -1 : left > right ? 1 : 0
  }
  return Buffer.compare(Buffer.from(exactText(a)), Buffer.from(exactText(b)))
}
