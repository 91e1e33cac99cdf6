import type { Plan } from '../analyse/resolved.ts'
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
