/**
 * When a verb may join the Select block below it, and when it needs a block of its own. Each refusal has its reason:
 * an inlined verb must see exactly the rows and values that it would see in a block of its own.
 */
import {
  type ColumnStep,
  countColumns,
  depthOf,
  type Expr,
  hasAggregate,
  hasBinding,
  hasWindow,
  isVolatile,
  type JoinStep,
  partsOf,
  type SortTerm,
  someExpr,
} from '../analyse/resolved.ts'
import type { WantsColumns } from '../rewrite/shell.ts'
import { draws, isLimited, type Select } from './select.ts'

/** Levels of operators that a computed column may have and still be written into another expression. */
const DEEPEST_INLINED = 200

/** Copying it costs nothing and changes nothing. */
const isPlain = (expr: Expr): boolean => expr.kind === 'column' || expr.kind === 'literal'

/** The block's computed columns that the expressions use, with how often. */
function usedColumns(block: Select, exprs: readonly Expr[]): readonly { column: ColumnStep; uses: number }[] {
  const counts = new Map<number, number>()
  for (const expr of exprs) countColumns(expr, counts)
  return block.columns.flatMap((column) => {
    const uses = counts.get(column.attribute.id)
    return uses === undefined ? [] : [{ column, uses }]
  })
}

const usesWindow = (block: Select, exprs: readonly Expr[]): boolean =>
  usedColumns(block, exprs).some(({ column }) => hasWindow(column.expr))

const isComputedOfRows = ({ column }: { column: ColumnStep }): boolean =>
  hasAggregate(column.expr) || hasWindow(column.expr)

/** Whether any part of an expression wants as columns what the block computes of its rows: aggregates and window functions. */
const asksWithin = (block: Select, expr: Expr, wantsColumns: WantsColumns): boolean =>
  usedColumns(block, [expr]).some(isComputedOfRows) &&
  (wantsColumns(expr) || partsOf(expr).some((part) => asksWithin(block, part, wantsColumns)))

export function canInlineProject(block: Select, columns: readonly ColumnStep[], wantsColumns: WantsColumns): boolean {
  const exprs = columns.map((column) => column.expr)
  // Adding or dropping a column changes which rows are distinct.
  if (block.distinct)
    return (
      columns.length === block.columns.length && exprs.every((expr) => expr.kind === 'column') && allDifferent(exprs)
    )
  // An expression used twice would be computed twice, grow with every verb, and differ where it is volatile.
  const used = usedColumns(block, exprs)
  if (used.some(({ column, uses }) => uses > 1 && !isPlain(column.expr))) return false
  // What is drawn is passed on alone: inside of something else the engine might compute it twice, and the order too.
  const passed = new Set(exprs.flatMap((expr) => (expr.kind === 'column' ? [expr.id] : [])))
  if (used.some(({ column }) => isVolatile(column.expr) && !passed.has(column.attribute.id))) return false
  // SQLite refuses expressions deeper than 1,000 levels, and nobody reads them.
  if (used.some(({ column }) => depthOf(column.expr) > DEEPEST_INLINED)) return false
  if (used.some(isComputedOfRows) && exprs.some((expr) => asksWithin(block, expr, wantsColumns))) return false
  const windows = exprs.some(hasWindow)
  // A window function is computed before LIMIT and must not be the argument of another.
  if (windows && (isLimited(block) || usesWindow(block, exprs.filter(hasWindow)))) return false
  // Windows over aggregates would print each aggregate twice.
  if (windows && block.grouping) return false
  // Without its last aggregate, an aggregation of all rows would be a plain query of all rows.
  if (block.grouping?.keys.length === 0)
    return usedColumns(block, exprs).some(({ column }) => hasAggregate(column.expr))
  return true
}

function allDifferent(exprs: readonly Expr[]): boolean {
  return new Set(exprs.map((expr) => (expr.kind === 'column' ? expr.id : expr))).size === exprs.length
}

/** What a column of the block is made of, where it is but another name. */
function sourceOf(block: Select, expr: Expr): Expr {
  if (expr.kind !== 'column') return expr
  return block.columns.find((column) => column.attribute.id === expr.id)?.expr ?? expr
}

export function canInlineFilter(block: Select, condition: Expr, wantsColumns: WantsColumns): boolean {
  // LIMIT cuts first; WHERE would cut before it.
  if (isLimited(block)) return false
  // A window function sees the rows before the filter.
  if (block.columns.some((column) => hasWindow(column.expr)) || block.orderBy.some((term) => hasWindow(term.expr)))
    return false
  const used = usedColumns(block, [condition])
  // Aggregates of a group may stand in HAVING, where the engine has computed them anyway.
  if (block.grouping)
    return (
      block.grouping.keys.length > 0 &&
      !asksWithin(block, condition, wantsColumns) &&
      used.every(({ column }) => isPlain(column.expr) || (hasAggregate(column.expr) && !isVolatile(column.expr)))
    )
  return used.every(({ column }) => isPlain(column.expr))
}

export function canInlineSort(block: Select, terms: readonly SortTerm[]): boolean {
  // The limited rows are chosen by the order below.
  if (isLimited(block)) return false
  const used = usedColumns(
    block,
    terms.map((term) => term.expr),
  )
  // ORDER BY of a DISTINCT query may only name what is in its list.
  // Text stands there beside its collation, and is then another expression than the list's.
  if (block.distinct && terms.some((term) => term.expr.kind !== 'column' || term.expr.type.kind === 'string'))
    return false
  // A computed column is named by its alias, which cannot be part of an expression.
  const ids = new Set(terms.flatMap((term) => (term.expr.kind === 'column' ? [term.expr.id] : [])))
  const inside = terms.filter((term) => term.expr.kind !== 'column')
  const computedInside = usedColumns(
    block,
    inside.map((term) => term.expr),
  ).some(({ column }) => !isPlain(column.expr))
  if (computedInside) return false
  // So can text not be, where it needs a collation beside it: see isTextual.
  return used.every(
    ({ column }) => isPlain(column.expr) || (ids.has(column.attribute.id) && column.attribute.type.kind !== 'string'),
  )
}

export function canInlineLimit(block: Select, count: number | undefined, offset: number | undefined): boolean {
  // limit(10).offset(5) skips 5 of the 10; LIMIT 10 OFFSET 5 gives 10 after 5.
  if (offset !== undefined) return !isLimited(block)
  return count !== undefined && block.limit === undefined
}

/** Whether a block may be a branch of a union as it is. */
export function canInlineBranch(block: Select): boolean {
  // SQLite takes a filter above the union into the branch, and there does not ask it of rows that an outer join fills up.
  return !isLimited(block) && !block.joins.some(({ how }) => how === 'right' || how === 'full')
}

export function canInlineDistinct(block: Select): boolean {
  return !isLimited(block) && !block.distinct
}

export function canInlineAggregate(
  block: Select,
  keys: readonly ColumnStep[],
  aggregates: readonly ColumnStep[],
  sets: readonly (readonly number[])[] | undefined,
): boolean {
  if (isLimited(block) || block.distinct || block.grouping) return false
  // One column under two names is one key to GROUPING SETS: a set that leaves out one of them would leave out none.
  if (sets && !allDifferent(keys.map(({ expr }) => sourceOf(block, expr)))) return false
  const exprs = [...keys, ...aggregates].map((column) => column.expr)
  const used = usedColumns(block, exprs)
  // An aggregate of a window function needs the window's rows first.
  if (used.some(({ column }) => hasWindow(column.expr) || isVolatile(column.expr))) return false
  if (used.some(({ column, uses }) => uses > 1 && !isPlain(column.expr))) return false
  return true
}

/**
 * Whether a key may stand in GROUP BY as it is: the same text must stand in the select list, and two bindings are two
 * different parameters to PostgreSQL and DuckDB.
 */
export function isGroupable(key: Expr, wantsColumns: WantsColumns): boolean {
  return !hasBinding(key) && !isVolatile(key) && !someExpr(key, wantsColumns)
}

/** Whether a block can be the left side of a join's block: its rows come straight from its sources. */
export function canInlineLeft(block: Select, how: JoinStep, condition: Expr | undefined): boolean {
  if (!isJoinable(block)) return false
  const preserved = how !== 'right' && how !== 'full'
  // Elements are read row by row of what stands before them, which must be there.
  if (!preserved && hasElements(block)) return false
  // A filter or computed column of a side that can be emptied belongs below the join.
  if (
    !preserved &&
    (block.where.length > 0 || block.exists.length > 0 || block.columns.some((column) => column.expr.kind !== 'column'))
  )
    return false
  return !condition || usedColumns(block, [condition]).every(({ column }) => isPlain(column.expr))
}

/** Whether a block's sources can be joined directly: its filters and joins become those of the block around it. */
export function canInlineRight(block: Select, how: JoinStep, condition: Expr | undefined): boolean {
  if (!isJoinable(block) || hasElements(block)) return false
  if (condition && !usedColumns(block, [condition]).every(({ column }) => isPlain(column.expr))) return false
  switch (how) {
    // What is asked of the rows is the same inside EXISTS as in a block of its own.
    case 'semi':
    case 'anti':
      return true
    // A join that empties its left side would empty what comes to stand there.
    case 'inner':
    case 'cross':
      return block.joins.every((join) => join.how !== 'right' && join.how !== 'full')
    // Lifted over a side that can be emptied, a constant would not be NULL where that side has no row.
    case 'left':
      return isOneSource(block)
    case 'right':
    case 'full':
      return isOneSource(block) && block.where.length === 0
    default:
      return how satisfies never
  }
}

/** Rows and columns of one source, perhaps filtered. */
function isOneSource(block: Select): boolean {
  return (
    block.joins.length === 0 &&
    block.exists.length === 0 &&
    block.columns.every((column) => column.expr.kind === 'column')
  )
}

function isJoinable(block: Select): boolean {
  if (isLimited(block) || block.distinct || block.grouping) return false
  // Beside the rows of another frame it would be drawn once for each pair.
  return !block.columns.some((column) => hasWindow(column.expr)) && !draws({ ...block, orderBy: [] })
}

const hasElements = (block: Select): boolean => block.joins.some((join) => join.source.kind === 'elements')
