import { type Analysis, computed, keep, project } from './analysis.ts'
import { freeName } from './free-name.ts'
import { refuseBareWindow } from './placement.ts'
import {
  type ColumnStep,
  columnExpr,
  type Expr,
  hasAggregate,
  hasWindow,
  isAggregateCall,
  mapParts,
  type Plan,
  partsOf,
} from './resolved.ts'

/**
 * Lets window functions and aggregates stand where SQL has none (WHERE, ORDER BY): they are computed as hidden columns
 * below, and the hidden columns are dropped above. An aggregate there is one over all rows of the frame.
 */
export function extractWindows(
  input: Plan,
  exprs: readonly Expr[],
  analysis: Analysis,
  build: (input: Plan, exprs: readonly Expr[]) => Plan,
): Plan {
  for (const expr of exprs) refuseBareWindow(expr, 'filter and orderBy')
  if (!exprs.some((expr) => hasWindow(expr) || hasAggregate(expr))) return build(input, exprs)
  const hidden: ColumnStep[] = []
  const taken = new Set(input.outputs.map((attribute) => attribute.name))
  const lift = (expr: Expr): Expr => {
    const over = overAllRows(expr)
    if (over.kind !== 'over') return mapParts(over, lift)
    const column = computed(freeName('_window', taken), over, analysis)
    hidden.push(column)
    return columnExpr(column.attribute)
  }
  const lifted = exprs.map(lift)
  const kept = input.outputs.map(keep)
  return project(build(project(input, [...kept, ...hidden]), lifted), kept)
}

function overAllRows(expr: Expr): Expr {
  if (expr.kind !== 'call' || !isAggregateCall(expr)) return expr
  const { type, nullable } = expr
  return { kind: 'over', call: expr, partitionBy: [], orderBy: [], frame: undefined, type, nullable }
}

/** A projection in which a window function may stand inside another's window: the inner one is computed below. */
export function projectWindows(input: Plan, columns: readonly ColumnStep[], analysis: Analysis): Plan {
  const nested = (expr: Expr): boolean =>
    expr.kind === 'over' ? partsOf(expr).some(hasWindow) : partsOf(expr).some(nested)
  if (!columns.some(({ expr }) => nested(expr))) return project(input, columns)
  const hidden: ColumnStep[] = []
  const taken = new Set(input.outputs.map((attribute) => attribute.name))
  const lift = (expr: Expr): Expr => {
    if (expr.kind !== 'over') return mapParts(expr, lift)
    const column = computed(freeName('_window', taken), expr, analysis)
    hidden.push(column)
    return columnExpr(column.attribute)
  }
  const outer = (expr: Expr): Expr => (expr.kind === 'over' ? mapParts(expr, lift) : mapParts(expr, outer))
  const lifted = columns.map(({ attribute, expr }) => ({ attribute, expr: outer(expr) }))
  return project(projectWindows(input, [...input.outputs.map(keep), ...hidden], analysis), lifted)
}
