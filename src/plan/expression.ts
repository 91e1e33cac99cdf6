import type { Relation } from './relation.ts'
import type { SqlType } from './type.ts'

/** A JavaScript value that can stand in an expression. */
export type LiteralValue =
  | string
  | number
  | bigint
  | boolean
  | Date
  | Uint8Array
  | null
  | readonly unknown[]
  | { readonly [key: string]: unknown }

export type Direction = 'asc' | 'desc'
export type NullsOrder = 'first' | 'last'

/** A bound of a window frame: rows (or values) before (negative), at (0) or after the current row; ±Infinity is unbounded. */
export interface WindowFrame {
  readonly unit: 'rows' | 'range'
  readonly from: number
  readonly to: number
}

export interface WindowDefinition {
  readonly partitionBy: readonly Expression[]
  readonly orderBy: readonly Expression[]
  readonly frame: WindowFrame | undefined
}

/**
 * An expression as the user built it: names not yet looked up, types not yet known.
 *
 * `attribute` is a column by identity: the column `name` of the frame `frame`, wherever that column has got to;
 * `operand` is set by the callback of a join, where both sides may be one and the same frame.
 * `name` is a column by name, looked up in the frame where the expression is used.
 */
export type Expression =
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly type: SqlType | undefined }
  | { readonly kind: 'name'; readonly name: string }
  | {
      readonly kind: 'attribute'
      readonly frame: Relation
      readonly name: string
      readonly operand: 'left' | 'right' | undefined
    }
  | { readonly kind: 'call'; readonly fn: string; readonly args: readonly Expression[]; readonly distinct: boolean }
  | { readonly kind: 'cast'; readonly operand: Expression; readonly to: SqlType; readonly onError: 'raise' | 'null' }
  | { readonly kind: 'case'; readonly branches: readonly CaseBranch[]; readonly otherwise: Expression | undefined }
  | { readonly kind: 'in'; readonly operand: Expression; readonly values: readonly Expression[] }
  | { readonly kind: 'over'; readonly call: Expression; readonly window: WindowDefinition }
  | { readonly kind: 'generated'; readonly generator: Generator; readonly part: GeneratedPart }
  | { readonly kind: 'alias'; readonly operand: Expression; readonly name: string }
  | {
      readonly kind: 'sort'
      readonly operand: Expression
      readonly direction: Direction
      readonly nulls: NullsOrder | undefined
    }

/** What makes several rows of one. Its own object identity says which columns are made together. */
export type Generator =
  /** A row for each element of an array; `outer` keeps a row without elements. */
  | { readonly kind: 'elements'; readonly operand: Expression; readonly outer: boolean }
  /** These rows, each a list of values, for every row. */
  | { readonly kind: 'stack'; readonly rows: readonly (readonly Expression[])[] }

/** An element's place, the element, a map entry's key or value, or the column of that number. */
export type GeneratedPart = 'key' | 'mapped' | 'position' | 'value' | number

export interface CaseBranch {
  readonly when: Expression
  readonly then: Expression
}

/** An expression and the name that its column gets. */
export interface NamedExpression {
  readonly name: string
  readonly expression: Expression
}

export const literal = (value: LiteralValue, type?: SqlType): Expression =>
  Object.freeze({ kind: 'literal', value, type })

export const nameReference = (name: string): Expression => Object.freeze({ kind: 'name', name })

export const call = (fn: string, args: readonly Expression[], distinct = false): Expression =>
  Object.freeze({ kind: 'call', fn, args, distinct })

/** The name under which an expression stands in a select list: its alias, or the column that it plainly is. */
export function outputName(expression: Expression): string | undefined {
  switch (expression.kind) {
    case 'alias':
    case 'name':
    case 'attribute':
      return expression.name
    default:
      return undefined
  }
}
