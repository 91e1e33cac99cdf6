/** Casts that Spark makes by itself and Millrace asks to be written: known by the words of its error. */
import * as api from '../../src/index.ts'
import { functionOf, OPERATORS, PREFIXES } from './missing.ts'
import type { ExpressionNode } from './nodes.ts'

const NUMBERS = /^(byte|short|int|long|float|double|decimal.*)$/

/** The kind of a type, as far as nothing is cast between kinds. */
function kindOf(type: string): string {
  if (NUMBERS.test(type)) return 'number'
  return type === 'timestamp' ? 'date' : type
}
const CAST_KINDS = new Set(['number', 'string', 'boolean', 'date'])

/** Which kinds a parameter takes, by the words of its error. */
const WANTED: Readonly<Record<string, string>> = {
  'a string': 'string',
  'a string or binary': 'string',
  'a number': 'number',
  'a whole number': 'number',
  'a boolean': 'boolean',
  'a date or timestamp': 'date',
}

/** Two types that do not meet, or an argument of another kind than the signature names. */
export type SilentCast = 'meet' | 'signature'

/** Whether the error asks for a cast between kinds, in a function, method or operator that stands among `nodes`. */
export function castsSilently(error: Error, nodes: readonly ExpressionNode[]): SilentCast | undefined {
  const found = silentCast(error)
  return found && holds(nodes, found.where) ? found.cast : undefined
}

/** What the error says: the name of the function, method or verb, and which rule stands behind it. */
export function silentCast(error: Error): { readonly where: string; readonly cast: SilentCast } | undefined {
  if (error.name !== 'TypeMismatch') return undefined
  const [, meeting = '', a = '', b = ''] = /^(\w+)\b.*?: (\S+) and (\S+) do not meet$/.exec(error.message) ?? []
  const kinds = [kindOf(a), kindOf(b)]
  if (kinds[0] !== kinds[1] && kinds.every((kind) => CAST_KINDS.has(kind))) return { where: meeting, cast: 'meet' }
  const [, taking = '', words = '', type = ''] =
    /^(\w+) takes (.+) as argument \d+, not a (\S+)$/.exec(error.message) ?? []
  const wanted = WANTED[words]
  const given = kindOf(type)
  const apart = wanted !== undefined && CAST_KINDS.has(given) && wanted !== given
  return apart ? { where: taking, cast: 'signature' } : undefined
}

/** A function by its other name. */
const sameFunction = (name: string, ours: string): boolean => {
  const [one, other]: readonly unknown[] = [Reflect.get(api, name), Reflect.get(api, ours)]
  return one !== undefined && one === other
}

/** What our functions are called where Spark has other names, operators and methods. */
function holds(nodes: readonly ExpressionNode[], ours: string): boolean {
  const plain = (name: string) => name.replaceAll('_', '').toLowerCase()
  return nodes.some((node) => {
    if ('fn' in node) return plain(node.fn) === plain(ours) || sameFunction(functionOf(node.fn), ours)
    if ('method' in node) return plain(node.method) === plain(ours)
    if ('case' in node) return ours === 'when'
    return 'op' in node && (OPERATORS[node.op] ?? PREFIXES[node.op]) === ours
  })
}
