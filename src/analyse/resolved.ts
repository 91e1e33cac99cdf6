/** The resolved plan: every column has an identity, a type and a nullability; every verb is one of a few relational steps. */
import type { FunctionEntry } from '../functions/entry.ts'
import type { Direction, LiteralValue, NullsOrder, WindowFrame } from '../plan/expression.ts'
import type { TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'

/** One output column of a plan. The id is its identity: it survives filter, sort, limit, rename and select. */
export interface Attribute {
  readonly id: number
  readonly name: string
  readonly type: SqlType
  readonly nullable: boolean
}

interface Typed {
  readonly type: SqlType
  readonly nullable: boolean
}

export interface SortTerm {
  readonly expr: Expr
  readonly direction: Direction
  readonly nulls: NullsOrder
}

export interface CallExpr extends Typed {
  readonly kind: 'call'
  readonly fn: FunctionEntry
  readonly args: readonly Expr[]
  /** In which order an aggregate sees its rows, where its answer depends on it. */
  readonly orderBy?: readonly SortTerm[]
}

export type Expr =
  | (Typed & { readonly kind: 'literal'; readonly value: LiteralValue })
  | (Typed & { readonly kind: 'column'; readonly id: number; readonly name: string })
  | CallExpr
  | (Typed & { readonly kind: 'cast'; readonly operand: Expr; readonly onError: 'raise' | 'null' })
  | (Typed & {
      readonly kind: 'case'
      readonly branches: readonly { readonly when: Expr; readonly then: Expr }[]
      readonly otherwise: Expr | undefined
    })
  /** `values` are typed like the operand; NULLs among them are left out and told in `withNull`. */
  | (Typed & {
      readonly kind: 'in'
      readonly operand: Expr
      readonly values: readonly LiteralValue[]
      readonly withNull: boolean
    })
  | (Typed & {
      readonly kind: 'over'
      readonly call: CallExpr
      readonly partitionBy: readonly Expr[]
      readonly orderBy: readonly SortTerm[]
      readonly frame: WindowFrame | undefined
    })

/** A computed or passed-on column of a projection. */
export interface ColumnStep {
  readonly attribute: Attribute
  readonly expr: Expr
}

export type SetOperator = 'union all' | 'intersect' | 'intersect all' | 'except' | 'except all'

export type JoinStep = 'inner' | 'left' | 'right' | 'full' | 'semi' | 'anti' | 'cross'

export type Plan = { readonly outputs: readonly Attribute[] } & (
  | { readonly kind: 'scan'; readonly table: TableName }
  | { readonly kind: 'values'; readonly fields: Fields; readonly rows: readonly (readonly unknown[])[] }
  | { readonly kind: 'range'; readonly start: bigint; readonly step: bigint; readonly count: bigint }
  | { readonly kind: 'statement'; readonly sql: string; readonly bindings: readonly unknown[] }
  /** The select list as text of the user's own. */
  | { readonly kind: 'texts'; readonly input: Plan; readonly texts: readonly string[] }
  | { readonly kind: 'project'; readonly input: Plan; readonly columns: readonly ColumnStep[] }
  /** Each row once for each element of an array, with the element and its place; a row without any stays once if `outer`. */
  | {
      readonly kind: 'generate'
      readonly input: Plan
      readonly operand: Expr
      readonly outer: boolean
      readonly position: Attribute
      readonly value: Attribute
    }
  | { readonly kind: 'filter'; readonly input: Plan; readonly condition: Expr }
  | {
      readonly kind: 'join'
      readonly left: Plan
      readonly right: Plan
      readonly how: JoinStep
      readonly condition: Expr | undefined
    }
  | {
      readonly kind: 'aggregate'
      readonly input: Plan
      readonly keys: readonly ColumnStep[]
      /** Which keys each grouping set has; undefined is one set of all. */
      readonly sets: readonly (readonly number[])[] | undefined
      readonly aggregates: readonly ColumnStep[]
    }
  | { readonly kind: 'distinct'; readonly input: Plan }
  | { readonly kind: 'sort'; readonly input: Plan; readonly terms: readonly SortTerm[] }
  | {
      readonly kind: 'limit'
      readonly input: Plan
      readonly count: number | undefined
      readonly offset: number | undefined
    }
  /** The last rows by the order of the input, in that order. */
  | { readonly kind: 'tail'; readonly input: Plan; readonly count: number }
  | { readonly kind: 'set'; readonly operator: SetOperator; readonly inputs: readonly Plan[] }
)

export const columnExpr = ({ id, name, type, nullable }: Attribute): Expr => ({
  kind: 'column',
  id,
  name,
  type,
  nullable,
})

/** The direct parts of an expression. */
export function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'literal':
    case 'column':
      return []
    case 'call':
      return expr.orderBy ? [...expr.args, ...expr.orderBy.map((term) => term.expr)] : expr.args
    case 'cast':
    case 'in':
      return [expr.operand]
    case 'case':
      return [
        ...expr.branches.flatMap((branch) => [branch.when, branch.then]),
        ...(expr.otherwise ? [expr.otherwise] : []),
      ]
    case 'over':
      return [...expr.call.args, ...expr.partitionBy, ...expr.orderBy.map((term) => term.expr)]
    default:
      return expr satisfies never
  }
}

/** Rebuilds an expression with other parts; `change` is asked of every direct part. */
export function mapParts(expr: Expr, change: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'literal':
    case 'column':
      return expr
    case 'call':
      return {
        ...expr,
        args: expr.args.map(change),
        ...(expr.orderBy && { orderBy: expr.orderBy.map((term) => ({ ...term, expr: change(term.expr) })) }),
      }
    case 'cast':
    case 'in':
      return { ...expr, operand: change(expr.operand) }
    case 'case':
      return {
        ...expr,
        branches: expr.branches.map((branch) => ({ when: change(branch.when), then: change(branch.then) })),
        otherwise: expr.otherwise && change(expr.otherwise),
      }
    case 'over':
      return {
        ...expr,
        call: { ...expr.call, args: expr.call.args.map(change) },
        partitionBy: expr.partitionBy.map(change),
        orderBy: expr.orderBy.map((term) => ({ ...term, expr: change(term.expr) })),
      }
    default:
      return expr satisfies never
  }
}

/** Whether any node of the expression, itself included, is as asked. */
export function someExpr(expr: Expr, test: (expr: Expr) => boolean): boolean {
  return test(expr) || partsOf(expr).some((part) => someExpr(part, test))
}

export const isAggregateCall = (expr: Expr): boolean => expr.kind === 'call' && expr.fn.kind === 'aggregate'
/** An aggregate that groups rows; one before `.over(…)` does not. */
export function hasAggregate(expr: Expr): boolean {
  return isAggregateCall(expr) || partsOf(expr).some(hasAggregate)
}
export const hasWindow = (expr: Expr): boolean => someExpr(expr, (one) => one.kind === 'over')
export const isVolatile = (expr: Expr): boolean => someExpr(expr, (one) => one.kind === 'call' && one.fn.volatile)
export const hasBinding = (expr: Expr): boolean => someExpr(expr, (one) => one.kind === 'literal' || one.kind === 'in')

const depths = new WeakMap<Expr, number>()
/** How many levels of operators the expression has; columns and literals have none. */
export function depthOf(expr: Expr): number {
  const known = depths.get(expr)
  if (known !== undefined) return known
  const depth = partsOf(expr).reduce((deepest, part) => Math.max(deepest, depthOf(part) + 1), 0)
  depths.set(expr, depth)
  return depth
}

/** Adds how often each column occurs in the expression to `counts`. */
export function countColumns(expr: Expr, counts: Map<number, number>): void {
  if (expr.kind === 'column') counts.set(expr.id, (counts.get(expr.id) ?? 0) + 1)
  else for (const part of partsOf(expr)) countColumns(part, counts)
}

/** The parts of a conjunction: each is a condition of its own. */
export function conjuncts(condition: Expr): readonly Expr[] {
  return condition.kind === 'call' && condition.fn.name === 'and' ? condition.args.flatMap(conjuncts) : [condition]
}
