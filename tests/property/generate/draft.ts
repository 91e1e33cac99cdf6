/** A program in the making, and what random verbs choose of its frames. */
import type { ExpressionNode, LiteralNode, SortNode } from '../../oracle/nodes.ts'
import type { Step } from '../../oracle/relations/program.ts'
import type { ModelColumn, ModelFrame } from '../model/frames.ts'
import { elementOf, isNumber } from '../model/types.ts'
import type { Choices } from './choices.ts'
import { constant, expression, KINDS, kindOf, type Source } from './expressions.ts'

/** A step without its name and input, which the draft gives it. */
export type Wanted = { readonly op: string } & Partial<Step>

/** A program in the making. */
export interface Draft {
  readonly choices: Choices
  /** What the program has come to, and its name. */
  readonly frame: ModelFrame
  readonly current: string
  readonly source: Source
  /** Adds a step on the current frame; false where it would make too much, or what no frame may be. */
  add(step: Wanted): boolean
  /** Any frame that the program has made, input tables among them. */
  other(): { readonly name: string; readonly frame: ModelFrame }
  /** Goes on with another frame. */
  goTo(name: string): void
  /** A name that no column has. */
  fresh(): string
}

/** The columns that rows may be told apart by: their last digits are certain, and they are no arrays. */
export const tight = (frame: ModelFrame): readonly ModelColumn[] =>
  frame.columns.filter((column) => !column.loose && !elementOf(column.type))
export const columnNode = ({ name }: ModelColumn): { readonly col: string } => ({ col: name })
export const named = (draft: Draft, of: ExpressionNode): ExpressionNode => ({ alias: of, as: draft.fresh() })

/** Leaves out the columns that are not tight: what compares whole rows must not see them. */
export function tighten(draft: Draft): boolean {
  const columns = tight(draft.frame)
  if (columns.length === draft.frame.columns.length) return true
  return columns.length > 0 && draft.add({ op: 'select', cols: columns.map(columnNode) })
}

/** An expression of any type. */
export const anything = ({ choices, source }: Draft, depth: number): ExpressionNode =>
  expression(source, choices.pick(KINDS), depth)

export function sortKey({ choices }: Draft, of: ExpressionNode): SortNode {
  const dir = choices.pick(['asc', 'desc'] as const)
  const nulls = choices.pick([undefined, undefined, 'first', 'last'] as const)
  return nulls === undefined ? { sort: of, dir } : { sort: of, dir, nulls }
}

/** Keys that leave no two different rows in doubt. */
export function totalOrder(draft: Draft): readonly SortNode[] {
  const { choices, frame } = draft
  const from = choices.below(frame.columns.length)
  return frame.columns.map((_, index) =>
    sortKey(draft, columnNode(frame.columns[(index + from) % frame.columns.length] as ModelColumn)),
  )
}

/** Types whose values can be compared: their kinds are the same, or both are numbers. */
export const comparable = (a: ModelColumn, b: ModelColumn): boolean =>
  kindOf(a.type) === kindOf(b.type) || (isNumber(a.type) && isNumber(b.type))

/** A literal of a column's kind. */
export const literalFor = (draft: Draft, column: ModelColumn): LiteralNode =>
  constant(draft.source, kindOf(column.type))
