import type { Expression, LiteralValue } from '../plan/expression.ts'
import type { Relation, TableName } from '../plan/relation.ts'

/** A row of the user's own, by the names of its columns. */
export type ExpectedRow = Readonly<Record<string, unknown>>

/** What a test asks of a relation. */
export type CheckKind =
  /** No value comes twice. NULLs do not count. */
  | { readonly kind: 'unique'; readonly column: string }
  /** Every row has a value. */
  | { readonly kind: 'notNull'; readonly column: string }
  /** Every value is one of these, or NULL. */
  | { readonly kind: 'acceptedValues'; readonly column: string; readonly values: readonly LiteralValue[] }
  /** Every value is found in a column of another relation, or is NULL. */
  | {
      readonly kind: 'references'
      readonly column: string
      readonly to: Relation
      /** The other relation's column. */
      readonly toColumn: string
    }
  /** A condition is false for no row. Where it is NULL the row passes, as in a CHECK constraint. */
  | { readonly kind: 'expression'; readonly condition: Expression }
  /** There are so many rows. */
  | {
      readonly kind: 'rowCount'
      readonly min?: number | undefined
      readonly max?: number | undefined
      readonly equals?: number | undefined
    }
  /** The rows are these, each as often, in whatever order of rows and columns. */
  | { readonly kind: 'equals'; readonly expected: Relation | readonly ExpectedRow[] }
  /** A query of the user's own gives no row. */
  | { readonly kind: 'rows'; readonly rows: Relation }

export type Severity = 'error' | 'warn'

export interface CheckOptions {
  /** `warn`: failures are told and stop nothing. Default `error`. */
  readonly severity?: Severity | undefined
  /** The numbers of failures that make a warning: `'> 10'`. Default `'!= 0'`. */
  readonly warnIf?: string | undefined
  /** The numbers of failures that make an error, unless the severity is `warn`. Default `'!= 0'`. */
  readonly errorIf?: string | undefined
  /** Most failures that are looked for: the thresholds see no more. */
  readonly limit?: number | undefined
  /** The rows that are tested. A test of `rows` has it in its query. */
  readonly where?: Expression | undefined
  /** The table that gets the failing rows, at each run anew; without any it is empty. */
  readonly storeFailures?: TableName | undefined
}

/** A test of a relation, as pure data. */
export type CheckSpec = CheckKind &
  CheckOptions & {
    /** What is tested: the frame whose columns the conditions name. */
    readonly tested: Relation
  }
