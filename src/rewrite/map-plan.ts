import type { ColumnStep, Expr, Plan } from '../analyse/resolved.ts'
import { planInputs, walkPlan } from '../analyse/walk-plan.ts'

/** Rebuilds a plan, inputs first; `change` is given each node with its inputs changed already. A shared node stays shared. */
export function mapPlan(root: Plan, change: (node: Plan) => Plan): Plan {
  const done = new Map<Plan, Plan>()
  for (const node of walkPlan(root)) done.set(node, change(withInputs(node, (input) => done.get(input) as Plan)))
  return done.get(root) as Plan
}

function withInputs(plan: Plan, changed: (input: Plan) => Plan): Plan {
  if (planInputs(plan).every((input) => changed(input) === input)) return plan
  if (plan.kind === 'join') return { ...plan, left: changed(plan.left), right: changed(plan.right) }
  if (plan.kind === 'set') return { ...plan, inputs: plan.inputs.map(changed) }
  return 'input' in plan ? { ...plan, input: changed(plan.input) } : plan
}

/** The node with each of its own expressions changed. */
export function mapExprs(node: Plan, change: (expr: Expr) => Expr): Plan {
  const steps = (columns: readonly ColumnStep[]) => columns.map((column) => ({ ...column, expr: change(column.expr) }))
  switch (node.kind) {
    case 'project':
      return { ...node, columns: steps(node.columns) }
    case 'aggregate':
      return { ...node, keys: steps(node.keys), aggregates: steps(node.aggregates) }
    case 'filter':
      return { ...node, condition: change(node.condition) }
    case 'sort':
      return { ...node, terms: node.terms.map((term) => ({ ...term, expr: change(term.expr) })) }
    case 'generate':
      return { ...node, operand: change(node.operand) }
    case 'join':
      return node.condition ? { ...node, condition: change(node.condition) } : node
    default:
      return node
  }
}

/** The node's own expressions. */
export function exprsOf(node: Plan): readonly Expr[] {
  const exprs: Expr[] = []
  mapExprs(node, (expr) => {
    exprs.push(expr)
    return expr
  })
  return exprs
}
