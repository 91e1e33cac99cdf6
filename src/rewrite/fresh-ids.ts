import type { Plan } from '../analyse/resolved.ts'
import { walkPlan } from '../analyse/walk-plan.ts'

/** Gives identities that no column of the plan has. */
export function freshIds(plan: Plan): () => number {
  let highest = 0
  for (const { outputs } of walkPlan(plan)) for (const { id } of outputs) highest = Math.max(highest, id)
  return () => {
    highest += 1
    return highest
  }
}
