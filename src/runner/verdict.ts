import type { TaskNode } from '../dag/graph.ts'
import type { TaskOutcome } from './events.ts'

/** What a task's end means for its children. */
export type Verdict =
  | { readonly kind: 'satisfied' }
  /** `root` names the task that began it, however far up: `raw failed`. */
  | { readonly kind: 'failed'; readonly root: string }
  | { readonly kind: 'skipped'; readonly root: string }
  | { readonly kind: 'cancelled' }

/** What a task does once all its parents have ended. */
export type Fate =
  | { readonly kind: 'run' }
  | { readonly kind: 'upstream_failed'; readonly root: string }
  | { readonly kind: 'skipped'; readonly root: string }
  | { readonly kind: 'cancelled' }

const FAILED = { failed: 'failed', timed_out: 'timed out', crashed: 'crashed' } as const

/** What the end of an attempted task means for its children. */
export function verdictOf(node: TaskNode, outcome: TaskOutcome): Verdict {
  switch (outcome.state) {
    case 'success':
    case 'warned':
    case 'kept':
      return { kind: 'satisfied' }
    case 'failed':
    case 'timed_out':
    case 'crashed':
      return { kind: 'failed', root: `${node.shortName} ${FAILED[outcome.state]}` }
    case 'upstream_failed':
      return { kind: 'failed', root: outcome.reason ?? node.shortName }
    case 'skipped':
      return { kind: 'skipped', root: `${node.shortName} skipped itself: ${outcome.reason ?? ''}` }
    case 'cancelled':
      return { kind: 'cancelled' }
    default:
      return outcome.state satisfies never
  }
}

/** Whether a task runs, given how its parents ended. A failed parent outweighs a skipped one. */
export function fateOf(node: TaskNode, parents: readonly Verdict[]): Fate {
  if (node.trigger === 'allDone') return { kind: 'run' }
  const failed = parents.find((parent) => parent.kind === 'failed')
  if (failed !== undefined) return { kind: 'upstream_failed', root: failed.root }
  if (parents.some((parent) => parent.kind === 'cancelled')) return { kind: 'cancelled' }
  const skipped = parents.find((parent) => parent.kind === 'skipped')
  return skipped === undefined ? { kind: 'run' } : { kind: 'skipped', root: skipped.root }
}

/** What a node that does not run itself, inlined or not selected, means for its children: what its parents mean for it. */
export function passedOn(node: TaskNode, parents: readonly Verdict[]): Verdict {
  const fate = fateOf(node, parents)
  switch (fate.kind) {
    case 'run':
      return { kind: 'satisfied' }
    case 'upstream_failed':
      return { kind: 'failed', root: fate.root }
    case 'skipped':
    case 'cancelled':
      return fate
    default:
      return fate satisfies never
  }
}
