/** Reads the arguments of fillna, dropna and replace. */
import { describeValue } from '../column/expression-column.ts'
import { InvalidArgument } from '../errors/index.ts'
import type { LiteralValue } from '../plan/expression.ts'
import type { Fill } from '../plan/relation.ts'
import { nameList } from './arguments.ts'

const isPlain = (value: unknown): value is LiteralValue =>
  ['string', 'number', 'boolean', 'bigint'].includes(typeof value)
const optionalNames = (names: unknown, verb: string): readonly string[] | undefined =>
  names === undefined ? undefined : nameList(Array.isArray(names) ? names : [names], verb)

export function fillArgument(value: unknown, names: unknown): Fill {
  if (isPlain(value)) return { kind: 'value', value, names: optionalNames(names, 'fillna') }
  if (typeof value !== 'object' || value === null || value instanceof Date || Array.isArray(value)) {
    throw new InvalidArgument(`fillna takes a value, or an object of values by column, not ${describeValue(value)}`)
  }
  const values = Object.entries(value)
  const empty = values.find(([, one]) => one === null || one === undefined)
  if (empty)
    throw new InvalidArgument(`fillna: the value for ${JSON.stringify(empty[0])} is ${describeValue(empty[1])}`)
  return { kind: 'columns', values: new Map(values as [string, LiteralValue][]) }
}

export function dropnaArgument(options: unknown): {
  names: readonly string[] | undefined
  threshold: number | 'any' | 'all'
} {
  const {
    how = 'any',
    thresh,
    subset,
  } = (typeof options === 'string' ? { how: options } : options) as {
    how?: unknown
    thresh?: unknown
    subset?: unknown
  }
  if (how !== 'any' && how !== 'all')
    throw new InvalidArgument(`dropna: how is 'any' or 'all', not ${describeValue(how)}`)
  if (thresh !== undefined && (typeof thresh !== 'number' || !Number.isSafeInteger(thresh))) {
    throw new InvalidArgument(`dropna: thresh is a number of values, not ${describeValue(thresh)}`)
  }
  return { names: optionalNames(subset, 'dropna'), threshold: (thresh as number | undefined) ?? how }
}

export function replaceArgument(
  values: unknown,
  names: unknown,
): { pairs: readonly (readonly [LiteralValue, LiteralValue])[]; names: readonly string[] | undefined } {
  const pairs =
    values instanceof Map ? [...values] : typeof values === 'object' && values !== null ? Object.entries(values) : []
  if (pairs.length === 0)
    throw new InvalidArgument(`replace takes an object or Map of old and new values, not ${describeValue(values)}`)
  return { pairs, names: optionalNames(names, 'replace') }
}
