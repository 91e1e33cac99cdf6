/** Recorded answers of single functions, as the files of a `functions` folder hold them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ExpressionNode, expressionsIn, type Json, parseExactly, type SortNode, type TypedName } from '../nodes.ts'

export type Kind = 'scalar' | 'aggregate' | 'window' | 'generator'
export type Cells = readonly Json[]

export interface FunctionCase {
  readonly id: string
  readonly about: string
  readonly kind?: Kind
  readonly columns: readonly TypedName[]
  readonly rows: readonly Cells[]
  readonly expr: ExpressionNode
  /** Of the answer; a generator has `types`. */
  readonly type?: string
  readonly types?: readonly string[]
  /** No grouping: `expect` is the one answer. */
  readonly global?: boolean
  /** The order in which an aggregate sees its rows. */
  readonly orderBy?: readonly SortNode[]
  /** The answer is a collection in no particular order. */
  readonly unordered?: boolean
  readonly expect: Json
}

export interface FunctionFile {
  /** Spark's name. */
  readonly function: string
  /** The name here; operators have none. */
  readonly camel: string | null
  readonly group: string
  readonly kind: Kind
  readonly cases: readonly FunctionCase[]
}

/** All functions of a folder, by name. */
export function loadFunctions(folder: string): readonly FunctionFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json') && file !== 'index.json')
    .sort()
    .map((file) => parseExactly<FunctionFile>(readFileSync(join(folder, file), 'utf8')))
}

/** The part of a file that is called `only`: a function, a group, or one case. */
export function onlyCases(file: FunctionFile, only: string | undefined): FunctionFile {
  if (only === undefined || [file.function, file.camel, file.group].includes(only)) return file
  return { ...file, cases: file.cases.filter(({ id }) => id === only) }
}

export const isOperator = ({ group }: { readonly group: string }): boolean => group === 'operator'

/** What Spark raised for a row, with the answer of its lenient mode, if that has one. */
export interface RaisedCell {
  readonly error: string
  readonly ansiOff?: Json
}

export function raised(cell: Json | undefined, type: string): RaisedCell | undefined {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell) || type.startsWith('struct<')) return undefined
  return 'error' in cell ? (cell as unknown as RaisedCell) : undefined
}

/** Types of the arguments that the case's function or operator gets, as far as they stand there. */
export function argumentTypes({ expr, columns }: FunctionCase): readonly string[] {
  const typeOf = (node: ExpressionNode): string => {
    if ('col' in node) return columns.find(([name]) => name === node.col)?.[1] ?? 'unknown'
    if ('lit' in node) return node.type
    return 'cast' in node ? node.to : 'unknown'
  }
  const inner = 'over' in expr ? expr.over : expr
  if ('fn' in inner || 'op' in inner) return inner.args.map(typeOf)
  if ('method' in inner) return [inner.on, ...(inner.args ?? [])].map(typeOf)
  if ('cast' in inner) return [typeOf(inner.cast)]
  return [...expressionsIn(expr)].filter((node) => 'col' in node || 'lit' in node).map(typeOf)
}
