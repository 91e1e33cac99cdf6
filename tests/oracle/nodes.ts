/** The neutral JSON of Spark's recorded answers: values and expressions. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** A name and its type, as Spark writes types. */
export type TypedName = readonly [name: string, type: string]

export interface ColumnNode {
  readonly col: string
  readonly of?: string
}
export interface LiteralNode {
  readonly lit: Json
  readonly type: string
}
export interface OperatorNode {
  readonly op: string
  readonly args: readonly ExpressionNode[]
}
export interface FunctionNode {
  readonly fn: string
  readonly args: readonly ExpressionNode[]
  readonly distinct?: boolean
}
export interface MethodNode {
  readonly method: string
  readonly on: ExpressionNode
  readonly args?: readonly ExpressionNode[]
}
export interface CastNode {
  readonly cast: ExpressionNode
  readonly to: string
  readonly try?: boolean
}
export interface AliasNode {
  readonly alias: ExpressionNode
  readonly as: string
}
export interface CaseNode {
  readonly case: readonly (readonly [ExpressionNode, ExpressionNode])[]
  readonly else?: ExpressionNode
}
export interface SortNode {
  readonly sort: ExpressionNode
  readonly dir: 'asc' | 'desc'
  readonly nulls?: 'first' | 'last'
}
export type Bound = number | 'unboundedPreceding' | 'unboundedFollowing' | 'currentRow'
export interface OverNode {
  readonly over: ExpressionNode
  readonly partitionBy?: readonly ExpressionNode[]
  readonly orderBy?: readonly ExpressionNode[]
  readonly frame?: { readonly kind: 'rows' | 'range'; readonly from: Bound; readonly to: Bound }
}
export type ExpressionNode =
  | ColumnNode | LiteralNode | OperatorNode | FunctionNode | MethodNode | CastNode | AliasNode | CaseNode | SortNode | OverNode // biome-ignore format: one glance

/** Reads JSON; whole numbers that JSON.parse would round stay text. */
export function parseExactly<T>(json: string): T {
  const exact = json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  )
  return JSON.parse(exact) as T
}

/** Every expression in a tree of recorded things, outermost first. */
export function* expressionsIn(value: unknown): Generator<ExpressionNode> {
  if (Array.isArray(value)) {
    for (const one of value) yield* expressionsIn(one)
  } else if (typeof value === 'object' && value !== null) {
    if (isExpression(value)) yield value
    for (const one of Object.values(value)) yield* expressionsIn(one)
  }
}

const KINDS = ['col', 'lit', 'fn', 'method', 'cast', 'alias', 'case', 'sort', 'over'] as const
function isExpression(value: object): value is ExpressionNode {
  return KINDS.some((kind) => kind in value) || ('op' in value && 'args' in value)
}
