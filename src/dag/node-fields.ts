import { parseDuration } from '../plan/duration.ts'
import type { TaskNode } from './graph.ts'
import { retryPolicy } from './options.ts'
import type { NodeOptions } from './task.ts'

/** What every kind of node takes from its options. */
export function nodeFields(
  options: Omit<NodeOptions, 'dependsOn'>,
): Pick<
  TaskNode,
  'schedule' | 'retry' | 'ttlMinutes' | 'timeoutMs' | 'tags' | 'owner' | 'description' | 'enabled' | 'trigger'
> {
  return {
    schedule: options.runsOn,
    retry: retryPolicy(options.retry),
    ttlMinutes: options.ttlMinutes,
    timeoutMs: options.timeout === undefined ? undefined : parseDuration(options.timeout, 'timeout'),
    tags: [...(options.tags ?? [])],
    owner: options.owner,
    description: options.description,
    enabled: options.enabled ?? true,
    trigger: options.trigger ?? 'allSuccess',
  }
}
