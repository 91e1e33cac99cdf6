import type { TaskNode } from '../../src/dag/graph.ts'
import { sortGraph } from '../../src/dag/levels.ts'

/** A task node with everything at its default. */
export function node(name: string, fields: Partial<TaskNode> = {}): TaskNode {
  const exportName = name.slice(name.lastIndexOf('.') + 1)
  return {
    resourceType: 'task',
    name,
    shortName: exportName,
    file: `models/${name.slice(0, -exportName.length - 1).replaceAll('.', '/')}.ts`,
    exportName,
    line: 1,
    dependsOn: [],
    schedule: undefined,
    retry: { times: 0, delayMs: 1000, backoff: 'fixed', jitter: false, custom: false },
    ttlMinutes: undefined,
    timeoutMs: undefined,
    tags: [],
    owner: undefined,
    description: undefined,
    enabled: true,
    trigger: 'allSuccess',
    sources: {},
    ...fields,
  }
}

export function graphOf(...nodes: readonly TaskNode[]) {
  return sortGraph(new Map(nodes.map((one) => [one.name, one])))
}

/** What `body` throws, for looking at several of its fields. */
export function thrownBy(
  body: () => unknown,
): Error & { hint?: string; errors?: readonly (Error & { hint?: string; at?: string })[] } {
  try {
    body()
  } catch (error) {
    if (error instanceof Error) return error
  }
  throw new Error('nothing was thrown')
}

export function sorted(names: Iterable<string>): string[] {
  return [...names].sort((a, b) => (a < b ? -1 : 1))
}
