/** Builds a program's expressions with the public API. */
import { col, Window } from '../../src/index.ts'
import { functionOf, invoke, invokeFunction, methodOf, OPERATORS, PREFIXES } from './missing.ts'
import type { Bound, ExpressionNode, LiteralNode, OverNode, SortNode } from './nodes.ts'
import { toInput } from './values.ts'

/** The frame of a step, by its name. */
export type FrameOf = (step: string) => object

export function build(node: ExpressionNode, frameOf: FrameOf): unknown {
  const inner = (one: ExpressionNode) => build(one, frameOf)
  if ('col' in node) return node.of === undefined ? col(node.col) : invoke(frameOf(node.of), 'col', node.col)
  if ('lit' in node) return literal(node)
  if ('fn' in node) return callFunction(node.fn, node.args.map(inner), node.args)
  if ('method' in node) return callMethod(node.method, inner(node.on), node.args ?? [], frameOf)
  if ('cast' in node) return invoke(inner(node.cast), node.try ? 'tryCast' : 'cast', node.to)
  if ('alias' in node) return invoke(inner(node.alias), 'as', node.as)
  if ('case' in node) {
    const [first, ...others] = node.case.map(([condition, value]) => [inner(condition), inner(value)] as const)
    if (!first) throw new TypeError('a case without branches')
    const chain = others.reduce<unknown>(
      (all, [condition, value]) => invoke(all, 'when', condition, value),
      invokeFunction('when', ...first),
    )
    return node.else === undefined ? chain : invoke(chain, 'otherwise', inner(node.else))
  }
  if ('sort' in node) return sortKey(node, inner(node.sort))
  if ('over' in node) return invoke(inner(node.over), 'over', windowOf(node, inner))
  const [first, ...others] = node.args.map(inner)
  const prefix = PREFIXES[node.op]
  return prefix ? invokeFunction(prefix, first) : invoke(first, OPERATORS[node.op] ?? node.op, ...others)
}

/** With its type, except where a bare NULL has none. */
function literal({ lit: value, type }: LiteralNode): unknown {
  return invokeFunction('lit', toInput(value, type), ...(type === 'void' ? [] : [type]))
}

function plain(node: ExpressionNode | undefined): unknown {
  return node !== undefined && 'lit' in node ? toInput(node.lit, node.type) : undefined
}

/** Whose booleans are switches, plain values here: `firstValue(x, true)` skips NULLs. */
const SWITCHED = new Set([
  'any_value', 'first', 'first_value', 'last', 'last_value', 'mode', 'months_between', 'nth_value', 'sort_array',
]) // biome-ignore format: one glance

function callFunction(name: string, args: readonly unknown[], nodes: readonly ExpressionNode[]): unknown {
  if (name === 'lit') return args[0]
  if (name === 'col') return invokeFunction('col', plain(nodes[0]))
  const given = args.map((arg, index) => {
    const value = plain(nodes[index])
    return index > 0 && typeof value === 'boolean' && SWITCHED.has(name) ? value : arg
  })
  return invokeFunction(functionOf(name), ...given)
}

function callMethod(name: string, on: unknown, args: readonly ExpressionNode[], frameOf: FrameOf): unknown {
  const built = args.map((arg) => build(arg, frameOf))
  if (name === 'isin') return invoke(on, 'isin', built)
  // Patterns and names of fields are text, not columns.
  if (['like', 'ilike', 'rlike', 'getField', 'getItem'].includes(name)) {
    return invoke(on, methodOf(name), ...args.map((arg, index) => plain(arg) ?? built[index]))
  }
  return invoke(on, methodOf(name), ...built)
}

export function sortKey(node: SortNode, column: unknown): unknown {
  const nulls = node.nulls === undefined ? '' : node.nulls === 'first' ? 'NullsFirst' : 'NullsLast'
  return invoke(column, `${node.dir}${nulls}`)
}

const BOUNDS: Readonly<Record<string, number>> = {
  unboundedPreceding: Window.unboundedPreceding,
  unboundedFollowing: Window.unboundedFollowing,
  currentRow: Window.currentRow,
}
const bound = (given: Bound): number => (typeof given === 'number' ? given : (BOUNDS[given] as number))

function windowOf(node: OverNode, inner: (one: ExpressionNode) => unknown): unknown {
  let window: unknown = Window
  if (node.partitionBy?.length) window = invoke(window, 'partitionBy', ...node.partitionBy.map(inner))
  if (node.orderBy?.length) window = invoke(window, 'orderBy', ...node.orderBy.map(inner))
  if (!node.frame) return window
  return invoke(window, `${node.frame.kind}Between`, bound(node.frame.from), bound(node.frame.to))
}
