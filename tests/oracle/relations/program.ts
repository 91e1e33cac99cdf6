/** Recorded programs in neutral JSON, as the files of a `relations` folder hold them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExpressionNode, expressionsIn, type Json, parseExactly, type TypedName } from '../nodes.ts'

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
  /** Of a `sample`, whose `n` is the share of rows. */
  readonly seed?: number
  /** Of an `explode`: the list whose elements come, as the last of `names` and their places as the first of two. */
  readonly list?: ExpressionNode
  readonly outer?: boolean
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
    .map((file) => parseExactly<Topic>(readFileSync(join(folder, file), 'utf8')))
}

/** Every expression of a program, outermost first. */
export function* expressionsOf(program: Program): Generator<ExpressionNode> {
  for (const step of program.steps) yield* expressionsIn(step)
}
