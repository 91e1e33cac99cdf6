import { type MillraceError, ModelErrors } from '../errors/index.ts'
import { parseDuration } from './duration.ts'
import type { Graph, TaskNode } from './graph.ts'
import { sortGraph } from './levels.ts'
import { retryPolicy } from './options.ts'
import { resolveDependencies } from './resolve-dependencies.ts'
import type { TaskDefinition } from './task.ts'

/** A task with the name that its file and export give it. */
export interface NamedTask {
  /** `sales.daily` */
  readonly name: string
  readonly file: string
  readonly exportName: string
  readonly line: number | undefined
  readonly definition: TaskDefinition<unknown>
  readonly sources: Readonly<Record<string, string>>
}

/**
 * Makes the graph: names for references, levels, everything as data.
 *
 * @throws ModelErrors with every unknown dependency, or with the cycles.
 */
export function resolveGraph(tasks: readonly NamedTask[]): Graph {
  const exports = new Map<string, number>()
  for (const task of tasks) exports.set(task.exportName, (exports.get(task.exportName) ?? 0) + 1)
  const errors: MillraceError[] = []
  const dependencies = resolveDependencies(tasks, errors)
  if (errors.length > 0) throw new ModelErrors(errors)
  const nodes = new Map<string, TaskNode>()
  for (const task of tasks) {
    const shortName = exports.get(task.exportName) === 1 ? task.exportName : task.name
    nodes.set(task.name, nodeOf(task, shortName, dependencies.get(task.name) ?? []))
  }
  return sortGraph(nodes)
}

function nodeOf(task: NamedTask, shortName: string, dependsOn: readonly string[]): TaskNode {
  const { options } = task.definition
  return {
    resourceType: 'task',
    name: task.name,
    shortName,
    file: task.file,
    exportName: task.exportName,
    line: task.line,
    dependsOn,
    schedule: options.runsOn,
    retry: retryPolicy(options.retry),
    ttlMinutes: options.ttlMinutes,
    timeoutMs: options.timeout === undefined ? undefined : parseDuration(options.timeout, 'timeout'),
    tags: [...(options.tags ?? [])],
    owner: options.owner,
    description: options.description,
    enabled: options.enabled ?? true,
    trigger: options.trigger ?? 'allSuccess',
    sources: task.sources,
  }
}
