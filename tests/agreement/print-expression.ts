/** An expression of a random program as the TypeScript that a user would write. */
import { functionOf, methodOf, OPERATORS, PREFIXES } from '../oracle/missing.ts'
import type { Bound, ExpressionNode, LiteralNode, OverNode, SortNode } from '../oracle/nodes.ts'

/** Values as JavaScript writes them. */
export const written = (value: unknown): string => JSON.stringify(value)

/** The expression over the columns of a frame, which has a name in the program. */
export function printExpression(node: ExpressionNode, frame: string): string {
  const inner = (one: ExpressionNode): string => printExpression(one, frame)
  const all = (nodes: readonly ExpressionNode[]): string => nodes.map(inner).join(', ')
  if ('col' in node) return `${node.of ?? frame}.col(${written(node.col)})`
  if ('lit' in node) return node.type === 'void' ? 'f.lit(null)' : `f.lit(${written(node.lit)}, ${written(node.type)})`
  if ('fn' in node)
    return `f.${functionOf(node.fn)}(${node.args.map((arg, at) => argument(arg, at, node.fn, inner)).join(', ')})`
  if ('method' in node) return method(node.method, inner(node.on), node.args ?? [], inner)
  if ('cast' in node) return `${inner(node.cast)}.${node.try ? 'tryCast' : 'cast'}(${written(node.to)})`
  if ('alias' in node) return `${inner(node.alias)}.as(${written(node.as)})`
  if ('case' in node) {
    const branches = node.case.map(([when, then]) => `when(${inner(when)}, ${inner(then)})`).join('.')
    return `f.${branches}${node.else === undefined ? '' : `.otherwise(${inner(node.else)})`}`
  }
  if ('sort' in node) return `${inner(node.sort)}.${direction(node)}()`
  if ('over' in node) return `${inner(node.over)}.over(${printWindow(node, inner)})`
  const prefix = PREFIXES[node.op]
  if (prefix) return `f.${prefix}(${all(node.args)})`
  const [first, ...others] = node.args as readonly [ExpressionNode, ...ExpressionNode[]]
  return `${inner(first)}.${OPERATORS[node.op] ?? node.op}(${all(others)})`
}

type Print = (node: ExpressionNode) => string

/** Functions whose first argument is a word or number of the program. */
const WRITTEN_FIRST = new Set(['date_trunc', 'ntile'])
/** Numbers and words behind the first argument are plain values. */
function argument(node: ExpressionNode, at: number, fn: string, inner: Print): string {
  const isPlain = 'lit' in node && node.lit !== null && ['int', 'string', 'boolean'].includes(node.type)
  return isPlain && (fn === 'concat_ws' ? at === 0 : at > 0 || WRITTEN_FIRST.has(fn)) ? written(node.lit) : inner(node)
}

function method(name: string, on: string, args: readonly ExpressionNode[], inner: Print): string {
  const plain = args.map((arg) => written((arg as LiteralNode).lit))
  if (name === 'isin') return `${on}.isin([${plain.join(', ')}])`
  const isPattern = ['like', 'ilike', 'rlike'].includes(name)
  return `${on}.${methodOf(name)}(${isPattern ? plain.join(', ') : args.map(inner).join(', ')})`
}

function direction({ dir, nulls }: SortNode): string {
  if (nulls === undefined) return dir
  return `${dir}${nulls === 'first' ? 'NullsFirst' : 'NullsLast'}`
}

const bound = (given: Bound): string => (typeof given === 'number' ? String(given) : `f.Window.${given}`)

function printWindow({ partitionBy = [], orderBy = [], frame }: OverNode, inner: Print): string {
  return [
    'f.Window',
    partitionBy.length > 0 ? `.partitionBy(${partitionBy.map(inner).join(', ')})` : '',
    orderBy.length > 0 ? `.orderBy(${orderBy.map(inner).join(', ')})` : '',
    frame ? `.${frame.kind}Between(${bound(frame.from)}, ${bound(frame.to)})` : '',
  ].join('')
}
