import type { LiteralValue } from '../plan/expression.ts'
import type { SqlType } from '../plan/type.ts'
import type { Parameter } from './parameter.ts'

/** What analysis knows of one argument when it asks for the result's type. */
export interface Argument {
  readonly type: SqlType
  readonly nullable: boolean
  /** The value where the argument is a literal. */
  readonly literal: LiteralValue | undefined
}

/** Everything about a function but its spelling, which each dialect knows. */
export interface FunctionEntry {
  readonly name: string
  readonly kind: 'scalar' | 'aggregate' | 'window'
  readonly parameters: readonly Parameter[]
  readonly gives: (args: readonly Argument[]) => SqlType
  readonly nullable: (args: readonly Argument[]) => boolean
  /** The value, where analysis alone knows it: the function is never spelled. */
  readonly known?: (args: readonly Argument[]) => LiteralValue
  /** Gives another value on each evaluation (`rand`): never duplicated, never moved. */
  readonly volatile: boolean
  /** A window function that has no meaning without an order. */
  readonly needsOrder: boolean
  /** An aggregate whose answer depends on the order of its rows: it sees them in the order that the frame has. */
  readonly ordered: boolean
  /** Which argument leaves a row out where it is NULL; `condition`: none does, but a last argument that says which rows count. */
  readonly leavesOut: number | 'condition'
}

const registry = new Map<string, FunctionEntry>()

/** Makes a function known by its name. Called once a function, when its file is loaded. */
export function register(entry: FunctionEntry): void {
  registry.set(entry.name, Object.freeze(entry))
}

export function functionEntry(name: string): FunctionEntry | undefined {
  return registry.get(name)
}
