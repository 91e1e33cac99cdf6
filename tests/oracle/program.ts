/** Recorded programs in neutral JSON, as the files of a `relations` folder hold them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

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

type Named = readonly (readonly [string, ExpressionNode])[]

/** One verb. Which fields it has besides `op` follows from `op`. */
export interface Step {
  readonly as: string
  readonly op: string
  readonly in: string
  readonly right: string
  /** `table`, `alias`. */
  readonly name: string
  readonly where: ExpressionNode
  /** Expressions for `select`; names with expressions for `withColumn` and `withColumns`. */
  readonly cols: readonly ExpressionNode[] | Named
  readonly map: readonly (readonly [Json, Json])[]
  readonly names?: readonly string[]
  readonly on?: readonly string[] | ExpressionNode
  readonly how?: string
  readonly keys: readonly ExpressionNode[]
  readonly aggs: Named
  readonly sets: readonly (readonly string[])[]
  readonly ids: readonly string[]
  readonly values?: readonly Json[] | { readonly [column: string]: Json }
  readonly value: Json
  readonly variable: string
  readonly by: readonly ExpressionNode[]
  readonly n: number
  readonly thresh?: number
  readonly allowMissing?: boolean
}

/** What Spark answered: rows, or an error with (where its strict mode alone made it fail) the lenient answer. */
export interface SparkRows {
  readonly columns: readonly TypedName[]
  readonly rows: readonly (readonly Json[])[]
  readonly ordered: boolean
}
export interface SparkError {
  readonly error: string
  readonly phase: 'analysis' | 'run'
  readonly ansiOff?: SparkRows
}
export type SparkAnswer = SparkRows | SparkError

export interface Program {
  readonly id: string
  readonly about?: string
  readonly steps: readonly Step[]
  readonly result: string
  readonly expect: SparkAnswer
}

export interface Table {
  readonly columns: readonly TypedName[]
  readonly rows: readonly (readonly Json[])[]
}

export interface Topic {
  readonly topic: string
  readonly tables: Readonly<Record<string, Table>>
  readonly programs: readonly Program[]
}

/** All topics of a folder, by file name. */
export function loadTopics(folder: string): readonly Topic[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'index.json')
    .sort()
    .map((file) => JSON.parse(exactIntegers(readFileSync(join(folder, file), 'utf8'))) as Topic)
}

/** Puts whole numbers that JSON.parse would round into quotes. */
function exactIntegers(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g, (token) =>
    /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  )
}

/** Every expression of a program, outermost first. */
export function* expressionsOf(program: Program): Generator<ExpressionNode> {
  for (const step of program.steps) yield* expressionsIn(step)
}

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
