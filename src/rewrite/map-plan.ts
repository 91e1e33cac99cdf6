import type { Plan } from '../analyse/resolved.ts'

/** Rebuilds a plan, inputs first; `change` is given each node with its inputs changed already. A shared node stays shared. */
export function mapPlan(root: Plan, change: (node: Plan) => Plan): Plan {
  const done = new Map<Plan, Plan>()
  const stack = [root]
  for (let node = stack.at(-1); node; node = stack.at(-1)) {
    const waiting = planInputs(node).filter((input) => !done.has(input))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    if (!done.has(node)) done.set(node, change(withInputs(node, (input) => done.get(input) as Plan)))
  }
  return done.get(root) as Plan
}

export function planInputs(plan: Plan): readonly Plan[] {
  if (plan.kind === 'join') return [plan.left, plan.right]
  if (plan.kind === 'set') return plan.inputs
  return 'input' in plan ? [plan.input] : []
}

function withInputs(plan: Plan, changed: (input: Plan) => Plan): Plan {
  if (planInputs(plan).every((input) => changed(input) === input)) return plan
  if (plan.kind === 'join') return { ...plan, left: changed(plan.left), right: changed(plan.right) }
  if (plan.kind === 'set') return { ...plan, inputs: plan.inputs.map(changed) }
  return 'input' in plan ? { ...plan, input: changed(plan.input) } : plan
}
