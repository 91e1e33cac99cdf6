/** Says with other steps what an engine has no words for. Each rule is a pure function of a plan; the meaning stays. */
import type { Plan } from '../analyse/resolved.ts'
import type { Capabilities } from '../dialect/capabilities.ts'
import { expandGroupingSets } from './expand-grouping-sets.ts'
import { expandSetOperation } from './expand-set-operations.ts'
import { freshIds } from './fresh-ids.ts'
import { mapPlan } from './map-plan.ts'

export function expand(plan: Plan, capabilities: Capabilities): Plan {
  if (capabilities.groupingSets && capabilities.countingSetOperations) return plan
  const newId = freshIds(plan)
  return mapPlan(plan, (node) => {
    if (node.kind === 'aggregate' && node.sets && !capabilities.groupingSets)
      return expandGroupingSets({ ...node, sets: node.sets }, newId)
    if (
      node.kind === 'set' &&
      (node.operator === 'intersect all' || node.operator === 'except all') &&
      !capabilities.countingSetOperations
    ) {
      return expandSetOperation(node, newId)
    }
    return node
  })
}
