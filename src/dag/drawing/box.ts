import { shorten } from '../../errors/nearest.ts'
import { formatDuration } from '../../plan/duration.ts'
import type { TaskNode } from '../graph.ts'
import { describeSchedule } from '../schedule.ts'

/** What a box says, whatever draws it. */
export interface Box {
  readonly title: string
  /** `monthly · ttl 60 min`, `every run`. */
  readonly detail: string
  readonly look: 'plain' | 'scheduled' | 'kept' | 'disabled'
}

export function boxOf(node: TaskNode): Box {
  const parts = [
    node.schedule === undefined ? undefined : describeSchedule(node.schedule),
    node.ttlMinutes === undefined ? undefined : `ttl ${formatDuration(node.ttlMinutes * 60_000)}`,
  ].filter((part) => part !== undefined)
  if (!node.enabled) parts.unshift('not enabled')
  return {
    title: shorten(node.shortName, 60),
    detail: shorten(parts.join(' · ') || 'every run', 80),
    look: lookOf(node),
  }
}

function lookOf(node: TaskNode): Box['look'] {
  if (!node.enabled) return 'disabled'
  if (node.schedule !== undefined) return 'scheduled'
  return node.ttlMinutes === undefined ? 'plain' : 'kept'
}
