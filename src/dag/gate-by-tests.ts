import type { Graph, TaskNode } from './graph.ts'
import { sortGraph } from './levels.ts'

/**
 * The graph in which tests hold back what is downstream of all that they look at: a failing test of `orders` stops what
 * reads `orders`, one of `orders` and `customers` only what comes after both.
 */
export function gateByTests(graph: Graph): Graph {
  const readers = readersOf(graph)
  const gates = new Map<string, string[]>()
  for (const test of graph.nodes.values()) {
    if (test.resourceType !== 'test') continue
    for (const held of heldBack(test, readers, graph)) {
      const known = gates.get(held)
      if (known === undefined) gates.set(held, [test.name])
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

/** The nodes that wait for the test themselves: those after them wait through them. */
function heldBack(test: TaskNode, readers: ReadonlyMap<string, readonly string[]>, graph: Graph): readonly string[] {
  const [first = '', ...others] = test.dependsOn
  if (others.length === 0) return readers.get(first) ?? []
  const below = others.map((name) => descendants(name, readers))
  const after = new Set([...descendants(first, readers)].filter((name) => below.every((set) => set.has(name))))
  return [...after].filter((name) => !graph.nodes.get(name)?.dependsOn.some((parent) => after.has(parent)))
}

function descendants(name: string, readers: ReadonlyMap<string, readonly string[]>): Set<string> {
  const found = new Set(readers.get(name) ?? [])
  for (const one of found) for (const reader of readers.get(one) ?? []) found.add(reader)
  return found
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
