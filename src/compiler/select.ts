/** Select blocks: what a resolved plan becomes before it is printed. As few as meaning allows. */
import {
  type Attribute,
  type ColumnStep,
  type Expr,
  isVolatile,
  type SetOperator,
  type SortTerm,
} from '../analyse/resolved.ts'
import type { TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'

/** Where a block's rows come from. `columns` are the identities that it brings, under their names there. */
export type Source = { readonly columns: readonly Attribute[] } & (
  | { readonly kind: 'table'; readonly table: TableName }
  | { readonly kind: 'values'; readonly fields: Fields; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'range'; readonly start: bigint; readonly step: bigint; readonly count: bigint }
  | { readonly kind: 'statement'; readonly sql: string; readonly bindings: readonly unknown[] }
  /** A select list of the user's own text over a query. */
  | { readonly kind: 'texts'; readonly texts: readonly string[]; readonly query: Query }
  | { readonly kind: 'query'; readonly query: Query }
  /** The elements of an array of the sources before it: first the place, then the value, as far as somebody reads them. */
  | { readonly kind: 'elements'; readonly operand: Expr; readonly position: number }
)

export interface JoinedSource {
  readonly how: 'inner' | 'left' | 'right' | 'full' | 'cross'
  readonly source: Source
  /** All of these; none for a cross join. */
  readonly on: readonly Expr[]
}

/** A condition that rows exist (semi join) or do not (anti join): the block may use the columns of the one around it. */
export interface ExistsCondition {
  readonly negated: boolean
  readonly block: Select
}

/** Keys of GROUP BY; an empty list is one group of all rows. */
export interface Grouping {
  readonly keys: readonly Expr[]
  /** Which keys each grouping set has; undefined is one set of all. */
  readonly sets: readonly (readonly number[])[] | undefined
}

export interface Select {
  readonly kind: 'select'
  readonly source: Source
  readonly joins: readonly JoinedSource[]
  readonly where: readonly Expr[]
  readonly exists: readonly ExistsCondition[]
  readonly grouping: Grouping | undefined
  readonly having: readonly Expr[]
  /** The outputs: identity and name, and the expression over the sources' columns. */
  readonly columns: readonly ColumnStep[]
  readonly distinct: boolean
  readonly orderBy: readonly SortTerm[]
  readonly limit: number | undefined
  readonly offset: number | undefined
}

/** Several blocks combined by a set operator. The outputs' names are the first block's. */
export interface SetQuery {
  readonly kind: 'set'
  readonly operator: SetOperator
  readonly inputs: readonly Query[]
  readonly outputs: readonly Attribute[]
}

export type Query = Select | SetQuery

export const outputsOf = (query: Query): readonly Attribute[] =>
  query.kind === 'set' ? query.outputs : query.columns.map((column) => column.attribute)

/** Whether a block gives some of its rows alone: what comes after must not meet the others. */
export const isLimited = (block: Select): boolean => block.limit !== undefined || block.offset !== undefined

/** What stands in a block's FROM. */
export const sourcesOf = (block: Select): readonly Source[] => [block.source, ...block.joins.map((join) => join.source)]

/** A block that passes a source's columns on. */
export function selectFrom(source: Source, columns: readonly ColumnStep[]): Select {
  return {
    kind: 'select',
    source,
    joins: [],
    where: [],
    exists: [],
    grouping: undefined,
    having: [],
    columns,
    distinct: false,
    orderBy: [],
    limit: undefined,
    offset: undefined,
  }
}

/** The expressions that a block computes itself, those of its EXISTS among them. */
export function exprsOf(block: Select): readonly Expr[] {
  return [
    ...block.columns.map((column) => column.expr),
    ...block.where,
    ...(block.grouping?.keys ?? []),
    ...block.having,
    ...block.orderBy.map((term) => term.expr),
    ...block.joins.flatMap((join) => (join.source.kind === 'elements' ? [join.source.operand] : join.on)),
    ...block.exists.flatMap((exists) => exprsOf(exists.block)),
  ]
}

/** Whether a query draws: what it gives differs each time it is computed. What its sources draw, they have drawn once. */
export const draws = (query: Query): boolean =>
  query.kind === 'set' ? query.inputs.some(draws) : exprsOf(query).some(isVolatile)
