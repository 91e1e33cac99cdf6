import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, listNames } from '../errors/index.ts'
import { type Expression, outputName } from '../plan/expression.ts'

type Sets = readonly (readonly number[])[]

/** All keys, all but the last … none. */
export const rollupSets = (keys: readonly Expression[]): Sets =>
  Array.from({ length: keys.length + 1 }, (_, dropped) => places(keys).slice(0, keys.length - dropped))

/** Every subset of the keys, the whole first. */
export function cubeSets(keys: readonly Expression[]): Sets {
  return places(keys).reduce<number[][]>((sets, place) => sets.flatMap((set) => [[...set, place], set]), [[]])
}

/** The sets that the user wrote, each a list of names of keys. */
export function namedSets(sets: unknown, keys: readonly Expression[]): Sets {
  const names = keys.map((key) => outputName(key) ?? '')
  if (!Array.isArray(sets) || sets.length === 0) {
    throw new InvalidArgument(`groupingSets takes lists of names first, not ${describeValue(sets)}`, {
      hint: "groupingSets([['state', 'day'], ['state'], []], 'state', 'day')",
    })
  }
  return sets.map((set: unknown) => {
    const listed = Array.isArray(set) ? set : [set]
    return [...new Set(listed.map((name: unknown) => placeOf(name, names)))]
  })
}

function placeOf(name: unknown, names: readonly string[]): number {
  const place = typeof name === 'string' ? names.indexOf(name) : -1
  if (place >= 0) return place
  throw new InvalidArgument(`groupingSets: ${describeValue(name)} is none of its keys`, {
    hint: [didYouMean(String(name), names), `Keys are ${listNames(names)}.`].filter(Boolean).join(' '),
  })
}

const places = (keys: readonly Expression[]): number[] => keys.map((_, place) => place)
