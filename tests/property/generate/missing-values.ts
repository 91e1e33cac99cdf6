/** Random changes of values: `fillna`, `dropna`, `replace`. */
import type { Json } from '../../oracle/nodes.ts'
import { type Draft, literalFor, tight } from './draft.ts'

const FILLS: readonly Json[] = [0, 'none', true, 7, 2.5, '']
const REPLACEMENTS: readonly (readonly (readonly [Json, Json])[])[] = [
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
  [
    [1, 2],
    [2, 3],
  ],
  [['', 'x']],
  [[0, -1]],
  [[true, false]],
  [['a', null]],
]

const someNames = (draft: Draft): readonly string[] =>
  draft.choices.some(draft.frame.columns, 1).map(({ name }) => name)

/** One value for all columns of its kind, or for some of them. */
export function fillAll(draft: Draft): void {
  const names = draft.choices.once(3) ? { names: someNames(draft) } : {}
  draft.add({ op: 'fillna', value: draft.choices.pick(FILLS), ...names })
}

/** A value for each of some columns. */
export function fillSome(draft: Draft): void {
  const columns = draft.choices
    .some(tight(draft.frame), 1)
    .filter(({ type }) => ['string', 'int', 'long', 'double', 'boolean'].includes(type))
  const values = columns.map((column) => [column.name, literalFor(draft, column).lit] as const)
  if (values.length > 0) draft.add({ op: 'fillna', values: Object.fromEntries(values) })
}

export function dropNulls(draft: Draft): void {
  const { choices } = draft
  if (choices.once(2)) draft.add({ op: 'dropna', thresh: 1 + choices.below(3) })
  else draft.add({ op: 'dropna', how: choices.pick(['any', 'all']), names: someNames(draft) })
}

export function replaceValues(draft: Draft): void {
  const names = draft.choices.once(3) ? { names: someNames(draft) } : {}
  draft.add({ op: 'replace', map: draft.choices.pick(REPLACEMENTS), ...names })
}
