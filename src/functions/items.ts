/** What `getItem` may ask of what: the types of both, and of the answer. */
import { didYouMean, listNames, shorten, TypeMismatch, UnknownColumn } from '../errors/index.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'
import type { Argument } from './entry.ts'
import type { Parameter } from './parameter.ts'

const HOLDERS: readonly string[] = ['array', 'map', 'struct', 'json']

/** A value that holds others. */
export const holder: Parameter = {
  what: 'an array, a map, a struct or json',
  accepts: (type) => HOLDERS.includes(type.kind),
  fallback: types.json,
}

/**
 * The type of what `from` holds at `key`, as the function `fn` asks for it, whose count begins at `first`.
 *
 * @throws TypeMismatch for a key that `from` cannot be asked for, UnknownColumn for a field that a struct has not.
 */
export function itemType(from: Argument, key: Argument, fn = 'getItem', first = 0): SqlType {
  const { type } = from
  switch (type.kind) {
    case 'array':
      if (isIntegral(key.type)) return type.element
      throw wrongKey(fn, type, key, `${first === 0 ? 'an index' : 'a place'}, from ${first}`)
    case 'map':
      if (isIntegral(type.key) ? isIntegral(key.type) : type.key.kind === 'string' && key.type.kind === 'string')
        return type.value
      throw wrongKey(fn, type, key, 'a key of its own type, text or a whole number')
    case 'struct': {
      if (typeof key.literal !== 'string') throw wrongKey(fn, type, key, 'the name of a field')
      const found = type.fields.find((field) => field.name === key.literal)
      if (found) return found.type
      const names = type.fields.map((field) => field.name)
      throw new UnknownColumn(`getItem: the struct has no field ${JSON.stringify(shorten(key.literal))}`, {
        hint: [didYouMean(key.literal, names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
      })
    }
    default: {
      const { literal } = key
      if (typeof literal === 'string' || (isIntegral(key.type) && literal !== undefined && Number(literal) >= 0))
        return types.json
      throw wrongKey(fn, type, key, 'a name, or a place from 0, that is no column')
    }
  }
}

function wrongKey(fn: string, type: SqlType, key: Argument, wanted: string): TypeMismatch {
  return new TypeMismatch(`${fn} of a ${formatType(type)} takes ${wanted}, not ${shown(key)}`)
}

const shown = ({ literal, type }: Argument): string =>
  typeof literal === 'number' || typeof literal === 'bigint' ? String(literal) : `a ${formatType(type)}`

/** The names of the fields that `arraysZip` makes, as its first argument holds them. */
export const zippedNames = (literal: unknown): readonly string[] => JSON.parse(String(literal)) as readonly string[]
