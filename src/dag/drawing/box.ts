import { shorten } from '../../errors/nearest.ts'
import { formatDuration } from '../../plan/duration.ts'
import type { Graph, TaskNode } from '../graph.ts'
import { describeSchedule } from '../schedule.ts'

/** Colours of a box, by what it stands for: its fill, its edge and its title. */
export const LOOKS = {
  plain: { fill: '#ffffff', line: '#94a3b8', text: '#0f172a' },
  scheduled: { fill: '#eff6ff', line: '#60a5fa', text: '#0f172a' },
  kept: { fill: '#f0fdf4', line: '#4ade80', text: '#0f172a' },
  model: { fill: '#ecfeff', line: '#22d3ee', text: '#0f172a' },
  snapshot: { fill: '#f5f3ff', line: '#a78bfa', text: '#0f172a' },
  seed: { fill: '#fefce8', line: '#facc15', text: '#0f172a' },
  source: { fill: '#f1f5f9', line: '#94a3b8', text: '#0f172a' },
  disabled: { fill: '#f8fafc', line: '#cbd5e1', text: '#94a3b8' },
} as const

/** What a box says, whatever draws it. */
export interface Box {
  readonly node: TaskNode
  readonly title: string
  /** `monthly · ttl 60 min`, `every run`; of a model what it becomes and how it is tested: `view · 2 tests`. */
  readonly detail: string
  readonly look: keyof typeof LOOKS
}

/** The boxes of a graph, in its order. Tests have none: what they look at says how many there are. */
export function boxesOf(graph: Graph): readonly Box[] {
  const tests = new Map<string, number>()
  for (const { test } of graph.nodes.values())
    if (test !== undefined) tests.set(test.tested, (tests.get(test.tested) ?? 0) + 1)
  return [...graph.nodes.values()].flatMap((node) => (node.test === undefined ? boxOf(node, tests.get(node.name)) : []))
}

function boxOf(node: TaskNode, tests: number | undefined): Box {
  const parts = [
    node.enabled ? undefined : 'not enabled',
    kindText(node),
    node.schedule === undefined ? undefined : describeSchedule(node.schedule),
    node.ttlMinutes === undefined ? undefined : `ttl ${formatDuration(node.ttlMinutes * 60_000)}`,
    tests === undefined ? undefined : tests === 1 ? '1 test' : `${tests} tests`,
  ].filter((part) => part !== undefined)
  return {
    node,
    title: shorten(node.shortName, 60),
    detail: shorten(parts.join(' · ') || 'every run', 80),
    look: lookOf(node),
  }
}

function kindText({ resourceType, config }: TaskNode): string | undefined {
  if (resourceType === 'task') return undefined
  return resourceType === 'model' ? String(config?.materialized ?? 'model') : resourceType
}

function lookOf({ enabled, schedule, ttlMinutes, resourceType }: TaskNode): Box['look'] {
  if (!enabled) return 'disabled'
  if (resourceType !== 'task' && resourceType !== 'test') return resourceType
  if (schedule !== undefined) return 'scheduled'
  return ttlMinutes === undefined ? 'plain' : 'kept'
}
