/** Random joins and set operations: two frames of the program become one. */
import type { ExpressionNode } from '../../oracle/nodes.ts'
import type { ModelColumn, ModelFrame } from '../model/frames.ts'
import { columnNode, comparable, type Draft, literalFor, tight } from './draft.ts'

const HOW = ['inner', 'left', 'right', 'full', 'semi', 'anti'] as const

type Side = Pick<Draft, 'frame'> & { readonly name: string }

/** A join by a condition over columns of both frames, and at times of one alone. */
export function conditionJoin(draft: Draft): void {
  const { choices, frame, current } = draft
  const how = choices.pick(HOW)
  let other: Side = draft.other()
  if (other.name === current) {
    if (!draft.add({ op: 'alias', name: 'other self' })) return
    other = { name: draft.current, frame: draft.frame }
    draft.goTo(current)
  }
  const of = ({ name }: Side, column: ModelColumn): ExpressionNode => ({ of: name, col: column.name })
  const left = { name: current, frame }
  const pairs = tight(frame).flatMap((a) =>
    tight(other.frame)
      .filter((b) => comparable(a, b))
      .map((b): readonly ExpressionNode[] => [of(left, a), of(other, b)]),
  )
  if (pairs.length === 0) return
  const first: ExpressionNode = {
    op: choices.pick(['==', '==', '==', '<=>', '<', '!=']),
    args: choices.pick(pairs),
  }
  const ofOne = (): ExpressionNode => {
    const side = choices.pick([left, other])
    const column = choices.pick(tight(side.frame))
    return choices.once(3)
      ? { method: choices.pick(['isNull', 'isNotNull']), on: of(side, column) }
      : { op: choices.pick(['==', '>=', '<=>']), args: [of(side, column), literalFor(draft, column)] }
  }
  const more = choices.pick([
    (): ExpressionNode => ({ op: choices.pick(['==', '>=']), args: choices.pick(pairs) }),
    ofOne,
  ])
  const on: ExpressionNode = choices.once(2) ? { op: choices.pick(['and', 'and', 'or']), args: [first, more()] } : first
  draft.add({ op: 'join', right: other.name, on, how })
}

/** A join by names that both frames have. */
export function namesJoin(draft: Draft): void {
  const { choices, frame } = draft
  const other = draft.other()
  const shared = tight(frame).filter((a) => tight(other.frame).some((b) => a.name === b.name && comparable(a, b)))
  const names = choices.some(shared, 1).map(({ name }) => name)
  if (names.length > 0) draft.add({ op: 'join', right: other.name, on: names, how: choices.pick(HOW) })
}

/** The columns of both sides that may stand one upon the other. */
function align(left: ModelFrame, right: ModelFrame): readonly (readonly [ModelColumn, ModelColumn])[] {
  const free = [...tight(right)]
  return tight(left).flatMap((column): (readonly [ModelColumn, ModelColumn])[] => {
    const at = free.findIndex((other) => comparable(column, other))
    return at < 0 ? [] : [[column, free.splice(at, 1)[0] as ModelColumn]]
  })
}

/** A set operation on the columns that can be aligned. */
export function setOperation(draft: Draft, operation: string): void {
  const { name, frame } = draft.other()
  combine(draft, operation, name, align(draft.frame, frame))
}

/** A union by names, of all columns or of those that both have; the right ones stand in another order. */
export function unionByName(draft: Draft): void {
  const { name, frame } = draft.other()
  if (draft.choices.once(2)) {
    draft.add({ op: 'unionByName', right: name, allowMissing: true })
    return
  }
  const pairs = tight(draft.frame).flatMap((a) =>
    tight(frame)
      .filter((b) => a.name === b.name)
      .map((b) => [a, b] as const),
  )
  combine(draft, 'unionByName', name, pairs, true)
}

function combine(
  draft: Draft,
  op: string,
  name: string,
  pairs: readonly (readonly [ModelColumn, ModelColumn])[],
  reversed = false,
): void {
  const left = draft.current
  if (pairs.length === 0) return
  draft.goTo(name)
  const nodes = pairs.map(([, column]) => columnNode(column))
  const chosen = draft.add({ op: 'select', cols: reversed ? nodes.reverse() : nodes })
  const right = draft.current
  draft.goTo(left)
  if (chosen && draft.add({ op: 'select', cols: pairs.map(([column]) => columnNode(column)) })) draft.add({ op, right })
}
