/** The reference model of expressions: a column of values for each expression over some rows. */
import type { CaseNode, ExpressionNode, FunctionNode, OverNode } from '../../oracle/nodes.ts'
import { castCell } from './cast.ts'
import { type Cell, fromJson, isRaised } from './cells.ts'
import { fitted, operate } from './operators.ts'
import { callScalar } from './scalars.ts'
import { meet, type Type } from './types.ts'

/** The values of an expression, one a row (or a group). */
export interface Values {
  readonly type: Type
  readonly cells: readonly Cell[]
  /** Computed in an order that engines may choose, so that its last digits are not certain. */
  readonly loose: boolean
  /** The value of a literal, which it has also where there are no rows. */
  readonly literal?: Cell
}

/** What an expression is evaluated over. */
export interface Context {
  /** How many rows, or groups. */
  readonly length: number
  column(node: { readonly col: string; readonly of?: string }): Values
  /** A function of groups; undefined where the function is none. */
  aggregate(node: FunctionNode): Values | undefined
  window(node: OverNode): Values
}

let raising = false
/** Does something with the model, and tells whether any expression in it raised, be its value used or not. */
export function watchRaising<T>(body: () => T): { readonly result: T; readonly raised: boolean } {
  raising = false
  const result = body()
  return { result, raised: raising }
}

export function evaluate(node: ExpressionNode, context: Context): Values {
  const values = evaluateNode(node, context)
  raising ||= values.cells.some(isRaised)
  return values
}

function evaluateNode(node: ExpressionNode, context: Context): Values {
  const inner = (one: ExpressionNode) => evaluate(one, context)
  if ('col' in node) return context.column(node)
  if ('lit' in node) {
    const cell = fromJson(node.lit, node.type)
    return { type: node.type, cells: Array.from({ length: context.length }, () => cell), loose: false, literal: cell }
  }
  if ('alias' in node) return inner(node.alias)
  if ('sort' in node) return inner(node.sort)
  if ('over' in node) return context.window(node)
  if ('cast' in node) {
    const from = inner(node.cast)
    const cells = from.cells.map((cell) => castCell(cell, from.type, node.to, node.try ?? false))
    return { type: node.to, cells, loose: from.loose }
  }
  if ('case' in node) return evaluateCase(node, inner, context.length)
  if ('fn' in node) {
    const grouped = context.aggregate(node)
    if (grouped) return grouped
    return callScalar(node.fn, node.args.map(inner))
  }
  if ('method' in node) return callScalar(node.method, [node.on, ...(node.args ?? [])].map(inner))
  return operate(node.op, node.args.map(inner))
}

function evaluateCase(node: CaseNode, inner: (one: ExpressionNode) => Values, length: number): Values {
  const branches = node.case.map(([when, then]) => ({ when: inner(when), then: inner(then) }))
  const otherwise = node.else && inner(node.else)
  const results = [...branches.map(({ then }) => then), ...(otherwise ? [otherwise] : [])]
  const type = results.map((one) => one.type).reduce(meet)
  const cells = Array.from({ length }, (_, row): Cell => {
    for (const { when, then } of branches) {
      const chosen = when.cells[row] as Cell
      if (isRaised(chosen)) return chosen
      if (chosen === true) return fitted(then.cells[row] as Cell, then.type, type)
    }
    return otherwise ? fitted(otherwise.cells[row] as Cell, otherwise.type, type) : null
  })
  return { type, cells, loose: results.some((one) => one.loose) }
}
