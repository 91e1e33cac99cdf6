import { firstAfterAll } from './first-after-all.ts'
import type { Graph, TaskNode } from './graph.ts'
import { sortGraph } from './levels.ts'

/**
 * The graph in which tests hold back what is downstream of all that they look at: a failing test of `orders` stops what
 * reads `orders`, one of `orders` and `customers` only what comes after both.
 */
export function gateByTests(graph: Graph): Graph {
  const gates = new Map<string, string[]>()
  for (const [test, held] of heldBack(graph)) {
    for (const name of held) {
      const known = gates.get(name)
      if (known === undefined) gates.set(name, [test.name])
      else known.push(test.name)
    }
  }
  if (gates.size === 0) return graph
  const nodes = [...graph.nodes.values()].map((node): [string, TaskNode] => {
    const more = gates.get(node.name)
    return [node.name, more === undefined ? node : { ...node, dependsOn: [...node.dependsOn, ...more] }]
  })
  return sortGraph(new Map(nodes))
}

/** The nodes that wait for each test themselves: those after them wait through them. */
function heldBack(graph: Graph): readonly (readonly [test: TaskNode, held: readonly string[]])[] {
  const readers = readersOf(graph)
  const all = [...graph.nodes.values()]
  const tests = all.filter(({ resourceType }) => resourceType === 'test')
  const ofSeveral = tests.filter(({ dependsOn }) => dependsOn.length > 1)
  const others = all.filter(({ resourceType }) => resourceType !== 'test')
  const sets = ofSeveral.map(({ dependsOn }) => dependsOn)
  const found = firstAfterAll(others, sets)
  const after = new Map(ofSeveral.map((test, index) => [test, found[index] ?? []]))
  return tests.map((test) => [test, after.get(test) ?? readers.get(test.dependsOn[0] ?? '') ?? []])
}

/** What reads a node; tests hold nothing back by reading. */
function readersOf(graph: Graph): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>()
  for (const { name, dependsOn, resourceType } of graph.nodes.values()) {
    if (resourceType === 'test') continue
    for (const parent of dependsOn) {
      const known = readers.get(parent)
      if (known === undefined) readers.set(parent, [name])
      else known.push(name)
    }
  }
  return readers
}
