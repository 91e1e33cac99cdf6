/** What a plan says about its columns: which columns of tables each is made of, and which decide about its rows. */
import type { TableName } from '../plan/relation.ts'
import type { ConditionKind, DirectKind } from './origins.ts'

/** A column of a table that gives values to a column. */
export interface DirectOrigin {
  readonly table: TableName
  readonly column: string
  /**
   * `identity`: the values are passed on. `transformation`: they are computed with. `window`, `aggregation`: those of
   * several rows are. Where they come on several ways it is the one that changes them most.
   */
  readonly kind: DirectKind
}

/** A column of a table that decides about a column without giving it values. */
export interface ConditionOrigin {
  readonly table: TableName
  readonly column: string
  readonly kinds: readonly ConditionKind[]
}

/** What decides about values or rows. */
export interface Conditions {
  readonly origins: readonly ConditionOrigin[]
  /** Tables of which it matters how many rows they have. */
  readonly tables: readonly TableName[]
  /** Whether text of the user's own decides too: about what, nobody here can read. */
  readonly unknown: boolean
}

export interface ColumnLineage {
  readonly name: string
  readonly direct: readonly DirectOrigin[]
  /** True where text of the user's own gives it values: it may be made of anything. */
  readonly unknown: boolean
  /** What decides about this column alone, beside what decides about the rows. */
  readonly conditions: Conditions
  /** How it is computed, about as one would write it in SQL; undefined for a column that is passed on. */
  readonly expression: string | undefined
}

/** The lineage of a plan's columns. */
export interface Lineage {
  readonly columns: readonly ColumnLineage[]
  /** What decides which rows there are: it decides about every column. */
  readonly rows: Conditions
}
