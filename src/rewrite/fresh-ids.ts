import type { Plan } from '../analyse/resolved.ts'
import { planInputs } from './map-plan.ts'

/** Gives identities that no column of the plan has. */
export function freshIds(plan: Plan): () => number {
  let highest = 0
  const seen = new Set<Plan>()
  const stack = [plan]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    for (const { id } of node.outputs) highest = Math.max(highest, id)
    stack.push(...planInputs(node))
  }
  return () => {
    highest += 1
    return highest
  }
}
