import { type Analysis, computed, keep, project } from './analysis.ts'
import { type ColumnStep, columnExpr, type Expr, hasWindow, mapParts, type Plan } from './resolved.ts'

/**
 * Lets window functions stand where SQL has none (WHERE, ORDER BY): they are computed as hidden columns below, and the
 * hidden columns are dropped above.
 */
export function extractWindows(
  input: Plan,
  exprs: readonly Expr[],
  analysis: Analysis,
  build: (input: Plan, exprs: readonly Expr[]) => Plan,
): Plan {
  if (!exprs.some(hasWindow)) return build(input, exprs)
  const hidden: ColumnStep[] = []
  const lift = (expr: Expr): Expr => {
    if (expr.kind !== 'over') return mapParts(expr, lift)
    const column = computed(`_window_${hidden.length + 1}`, expr, analysis)
    hidden.push(column)
    return columnExpr(column.attribute)
  }
  const lifted = exprs.map(lift)
  const kept = input.outputs.map(keep)
  return project(build(project(input, [...kept, ...hidden]), lifted), kept)
}
