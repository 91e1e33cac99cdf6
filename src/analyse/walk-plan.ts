import type { Plan } from './resolved.ts'

/** The plans that a node is made of, left before right. */
export function planInputs(plan: Plan): readonly Plan[] {
  if (plan.kind === 'join') return [plan.left, plan.right]
  if (plan.kind === 'set') return plan.inputs
  return 'input' in plan ? [plan.input] : []
}

/** Every node of a plan, each once, inputs first. Iterative: a chain may be thousands of steps long. */
export function walkPlan(root: Plan): readonly Plan[] {
  const order = new Set<Plan>()
  const stack = [root]
  for (let node = stack.at(-1); node; node = stack.at(-1)) {
    const waiting = order.has(node) ? [] : planInputs(node).filter((input) => !order.has(input))
    if (waiting.length > 0) {
      stack.push(...waiting)
      continue
    }
    stack.pop()
    order.add(node)
  }
  return [...order]
}
