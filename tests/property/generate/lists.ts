/** Random arrays, and the rows that `explode` makes of their elements. */
import type { ExpressionNode } from '../../oracle/nodes.ts'
import { elementOf } from '../model/types.ts'
import { columnNode, type Draft, tight } from './draft.ts'
import { expression, fn, KINDS, lit } from './expressions.ts'

/** An array: of a few values, of a text's parts, of numbers in a row, or one that the frame has. */
function list(draft: Draft): ExpressionNode {
  const { choices, source, frame } = draft
  const made = frame.columns.filter(({ type }) => elementOf(type))
  if (made.length > 0 && choices.once(2)) return columnNode(choices.pick(made))
  const fresh = choices.pick([
    (): ExpressionNode => {
      const kind = choices.pick(KINDS)
      return fn('array', ...Array.from({ length: 1 + choices.below(3) }, () => expression(source, kind, 1)))
    },
    () => fn('split', expression(source, 'string', 1), lit(choices.pick(['a', ' ', '-', 'ä', '😀']), 'string')),
    () => fn('sequence', lit(choices.pick([1, 0, 4]), 'int'), fn('quarter', expression(source, 'date', 0))),
  ])()
  const changed = choices.below(8)
  if (changed > 2) return fresh
  if (changed === 2) return { case: [[expression(source, 'boolean', 1), fresh]] }
  return fn(changed === 0 ? 'array_distinct' : 'array_compact', fresh)
}

/** A column of arrays, for later steps to explode. */
export const withList = (draft: Draft): void =>
  void draft.add({ op: 'withColumn', cols: [[draft.fresh(), list(draft)]] })

/** The values of each group in an array, which is sorted, since their order is nobody's promise. */
export function gather(draft: Draft): void {
  const { choices, source, frame } = draft
  const value = expression(source, choices.pick(KINDS), 1)
  const keys = choices.some(tight(frame), 0).slice(0, 2).map(columnNode)
  const gathered = fn('sort_array', fn(choices.pick(['collect_list', 'collect_set']), value))
  draft.add({ op: 'groupBy', keys, aggs: [[draft.fresh(), gathered]] })
}

export function explode(draft: Draft): void {
  const { choices, frame } = draft
  const names = [draft.fresh(), ...(choices.once(2) ? [`${draft.fresh()} of`] : [])]
  const cols = choices.once(2) ? {} : { cols: choices.some(frame.columns, 0).map(columnNode) }
  draft.add({ op: 'explode', list: list(draft), names, outer: choices.once(3), ...cols })
}
