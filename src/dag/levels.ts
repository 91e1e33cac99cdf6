import { DependencyCycle, ModelErrors } from '../errors/index.ts'
import { type Graph, placeOfNode, type TaskNode } from './graph.ts'

/**
 * Orders tasks by level: the longest path from a task that waits for nothing. Within a level by name.
 *
 * @throws ModelErrors with one DependencyCycle for each cycle found, its path printed.
 */
export function sortGraph(tasks: ReadonlyMap<string, TaskNode>): Graph {
  const waiting = new Map<string, number>()
  const readers = new Map<string, string[]>()
  for (const { name, dependsOn } of tasks.values()) {
    waiting.set(name, dependsOn.length)
    for (const parent of dependsOn) {
      const known = readers.get(parent)
      if (known === undefined) readers.set(parent, [name])
      else known.push(name)
    }
  }
  const levels: string[][] = []
  let level = [...waiting].flatMap(([name, parents]) => (parents === 0 ? name : []))
  while (level.length > 0) {
    levels.push(level.sort())
    const next: string[] = []
    for (const name of level) {
      for (const reader of readers.get(name) ?? []) {
        const left = (waiting.get(reader) as number) - 1
        waiting.set(reader, left)
        if (left === 0) next.push(reader)
      }
    }
    level = next
  }
  const stuck = [...waiting].flatMap(([name, left]) => (left > 0 ? name : []))
  if (stuck.length > 0) throw new ModelErrors(cyclesAmong(stuck, tasks))
  const nodes = new Map(levels.flat().map((name) => [name, tasks.get(name) as TaskNode]))
  return { nodes, levels }
}

/** The level of each task, from 0. */
export function levelOf(graph: Graph): ReadonlyMap<string, number> {
  return new Map(graph.levels.flatMap((names, level) => names.map((name) => [name, level])))
}

/** Each stuck task waits for a stuck task: following them must come round. */
function cyclesAmong(stuck: readonly string[], tasks: ReadonlyMap<string, TaskNode>): DependencyCycle[] {
  const isStuck = new Set(stuck)
  const seen = new Set<string>()
  const cycles: DependencyCycle[] = []
  for (const start of stuck) {
    const path: string[] = []
    const onPath = new Set<string>()
    let name: string | undefined = start
    while (name !== undefined && !seen.has(name)) {
      seen.add(name)
      path.push(name)
      onPath.add(name)
      name = tasks.get(name)?.dependsOn.find((parent) => isStuck.has(parent))
    }
    if (name === undefined || !onPath.has(name)) continue
    const round = [...path.slice(path.indexOf(name)), name]
    const node = tasks.get(name)
    cycles.push(
      new DependencyCycle(
        round.length === 2 ? `${name} depends on itself` : `tasks wait for each other: ${round.join(' → ')}`,
        {
          at: node && placeOfNode(node),
          hint: '→ reads "waits for"; take one of the dependencies out',
        },
      ),
    )
  }
  return cycles
}
