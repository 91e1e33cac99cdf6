/** Says with other steps what an engine has no words for. Each rule is a pure function of a plan; the meaning stays. */
import type { Plan } from '../analyse/resolved.ts'
import type { Capabilities } from '../dialect/capabilities.ts'
import { drawOnce } from './draw-once.ts'
import { expandDistinct, expandExactSets } from './expand-exact-texts.ts'
import { expandGroupingSets } from './expand-grouping-sets.ts'
import { expandSetOperation } from './expand-set-operations.ts'
import { freshIds } from './fresh-ids.ts'
import { gatherFrames } from './gather-frames.ts'
import { guardExists } from './guard-exists.ts'
import { liftGroups } from './lift-groups.ts'
import { mapPlan } from './map-plan.ts'
import type { Spelled, WantsColumns } from './shell.ts'

type Rule = (node: Plan, newId: () => number) => Plan

const groupingSetsOn =
  ({ title }: Spelled): Rule =>
  (node, newId) =>
    node.kind === 'aggregate' && node.sets ? expandGroupingSets({ ...node, sets: node.sets }, title, newId) : node

const countingSetOperations: Rule = (node, newId) =>
  node.kind === 'set' && (node.operator === 'intersect all' || node.operator === 'except all')
    ? expandSetOperation(node, newId)
    : node

const exactSetOperations: Rule = (node, newId) => {
  if (node.kind === 'distinct') return expandDistinct(node)
  return node.kind === 'set' && node.operator !== 'union all' ? expandExactSets(node, newId) : node
}

const mixedExists: Rule = (node) =>
  node.kind === 'join' && (node.how === 'semi' || node.how === 'anti') ? guardExists(node) : node

const framesOf =
  (windowless: ReadonlySet<string>): Rule =>
  (node, newId) =>
    node.kind === 'project' ? gatherFrames(node, windowless, newId) : node

const drawingOnce =
  (spelled: Spelled): Rule =>
  (node, newId) =>
    drawOnce(node, spelled, newId)

const liftingGroups =
  (wantsColumns: WantsColumns): Rule =>
  (node, newId) =>
    liftGroups(node, wantsColumns, newId)

/** One after the other: what a rule makes may need the next. */
export function expand(plan: Plan, capabilities: Capabilities, spelled: Spelled): Plan {
  const rules = [
    drawingOnce(spelled),
    ...(capabilities.groupingSets ? [] : [groupingSetsOn(spelled)]),
    ...(capabilities.countingSetOperations ? [] : [countingSetOperations]),
    ...(capabilities.exactSetOperations ? [] : [exactSetOperations]),
    ...(capabilities.mixedExists ? [] : [mixedExists]),
    ...(capabilities.windowless.size === 0 ? [] : [framesOf(capabilities.windowless)]),
    liftingGroups(spelled.wantsColumns),
  ]
  const newId = freshIds(plan)
  return rules.reduce((expanded, rule) => mapPlan(expanded, (node) => rule(node, newId)), plan)
}
