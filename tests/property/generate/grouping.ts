/** Random groupings: keys, aggregates, several sets of keys, pivots. */
import type { ExpressionNode, FunctionNode, Json } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import { isNumber } from '../model/types.ts'
import { anything, columnNode, type Draft, named, tight } from './draft.ts'
import { expression, KINDS, lit } from './expressions.ts'
import { POOLS } from './worlds.ts'

const NUMERIC = ['sum', 'avg', 'sum_distinct'] as const

/** One aggregate of an expression. */
export function aggregate({ choices, source }: Draft): FunctionNode {
  const simple = choices.below(8)
  if (simple === 0) return { fn: 'count', args: [lit(1, 'int')] }
  // Of large numbers the last digits of a variance are each engine's own.
  if (simple === 1) return { fn: choices.pick(['stddev', 'var_pop']), args: [expression(source, 'int', 0)] }
  const kind = choices.pick(KINDS)
  const value = expression(source, kind, 1)
  const ofNumbers = isNumber(kind) ? NUMERIC : []
  const ofBooleans = kind === 'boolean' ? ['count_if', 'bool_and', 'bool_or'] : []
  return { fn: choices.pick(['count', 'min', 'max', 'count_distinct', ...ofNumbers, ...ofBooleans]), args: [value] }
}

/** An aggregate, or something computed of several. */
function summary(draft: Draft): ExpressionNode {
  const { choices, source } = draft
  const counted = (): FunctionNode => ({ fn: 'count', args: [anything(draft, 1)] })
  const total = (): FunctionNode => ({
    fn: choices.pick(['sum', 'min', 'max']),
    args: [expression(source, choices.pick(['int', 'decimal'] as const), 1)],
  })
  switch (choices.below(8)) {
    case 0:
      return { op: '-', args: [counted(), counted()] }
    case 1:
      return { op: '/', args: [total(), counted()] }
    case 2:
      return { case: [[{ op: '>', args: [counted(), lit(1, 'long')] }, aggregate(draft)]] }
    case 3:
      return { fn: 'coalesce', args: [total(), lit(0, 'int')] }
    default:
      return aggregate(draft)
  }
}

const several = (draft: Draft, make: (draft: Draft) => ExpressionNode): Step['aggs'] =>
  Array.from({ length: 1 + draft.choices.below(3) }, (_, index) => [`${draft.fresh()}${index || ''}`, make(draft)])

const groupKeys = (draft: Draft, most: number): readonly { readonly col: string }[] =>
  draft.choices.some(tight(draft.frame), 0).slice(0, most).map(columnNode)

/** `groupBy`, by columns and at times by something computed. */
export function group(draft: Draft, most: number): void {
  const { choices } = draft
  const keys: readonly ExpressionNode[] = groupKeys(draft, most)
  const made = choices.once(4) ? [named(draft, anything(draft, 2))] : []
  draft.add({ op: 'groupBy', keys: [...keys, ...made], aggs: several(draft, summary) })
}

export function rollup(draft: Draft): void {
  const op = draft.choices.pick(['rollup', 'cube'])
  draft.add({ op, keys: groupKeys(draft, op === 'cube' ? 2 : 3), aggs: several(draft, summary) })
}

export function groupingSets(draft: Draft): void {
  const keys = groupKeys(draft, 3)
  const names = keys.map((key) => key.col)
  if (keys.length === 0) return
  const sets = Array.from({ length: 1 + draft.choices.below(3) }, (_, at) =>
    draft.choices.some(names, at === 0 ? 1 : 0),
  )
  draft.add({ op: 'groupingSets', sets, keys, aggs: several(draft, summary) })
}

export function pivot(draft: Draft): void {
  const { choices, frame } = draft
  const on = choices.pick(tight(frame).filter((column) => ['string', 'int', 'boolean'].includes(column.type)))
  if (!on) return
  const pool = POOLS[on.type] as readonly Json[]
  const values = [...new Set(Array.from({ length: 1 + choices.below(3) }, () => choices.pick(pool)))]
  const keys = groupKeys(draft, 2).filter((key) => key.col !== on.name)
  draft.add({ op: 'pivot', keys, on: columnNode(on), values, aggs: several(draft, aggregate) })
}
