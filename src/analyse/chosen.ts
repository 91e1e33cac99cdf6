import { didYouMean, listNames, UnknownColumn } from '../errors/index.ts'
import { describeRelation } from '../plan/relation.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import type { Attribute } from './resolved.ts'

/** The columns that a verb is about: the named ones, or all. @throws UnknownColumn */
export function chosen(input: AnalysedFrame, names: readonly string[] | undefined, verb: string): readonly Attribute[] {
  if (names === undefined) return input.outputs
  return names.map((name) => {
    const found = input.byName.get(name)
    if (found) return found
    throw new UnknownColumn(`${verb}: no column ${JSON.stringify(name)} in ${describeRelation(input.relation)}`, {
      hint: [didYouMean(name, input.byName.keys()), `There are ${listNames(input.byName.keys())}.`]
        .filter(Boolean)
        .join(' '),
    })
  })
}
