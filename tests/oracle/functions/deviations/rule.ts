import type { EngineName } from '../../engines.ts'
import type { Cells, FunctionCase, FunctionFile, RaisedCell } from '../cases.ts'
import type { Unit } from '../units.ts'

/** One answer of Spark's with ours, as rules see it. */
export interface Answered {
  readonly engine: EngineName
  readonly file: FunctionFile
  readonly one: FunctionCase
  readonly unit: Unit
  /** Types of the cells. */
  readonly types: readonly string[]
  readonly argumentTypes: readonly string[]
  readonly spark: Cells
  /** What Spark raised instead of an answer. */
  readonly raised: RaisedCell | undefined
  /** Our answer: one of these two. */
  readonly ours: Cells | undefined
  readonly error: Error | undefined
}

/**
 * Where Millrace's answers are not Spark's: known by function, engine, types of the arguments and a class of values,
 * never by a row or a case.
 */
export interface FunctionDeviation {
  readonly name: string
  /** Spark's names. */
  readonly functions: readonly string[] | '*'
  readonly engines: readonly EngineName[] | '*'
  /** Of the arguments' types, joined by `, `. */
  readonly types?: RegExp
  /** The sentence of the semantics, marked † there: such a deviation spoils nothing. */
  readonly dagger?: string
  /** Why the answers differ. */
  readonly reason: string
  /** Which answers of these functions: by the values that went in and came out. */
  readonly applies: (answered: Answered) => boolean
}

/** The only answer, where there is one cell. */
export const only = (cells: Cells | undefined): unknown => cells?.at(-1)
