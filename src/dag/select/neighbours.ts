import type { Graph } from '../graph.ts'

type Names = ReadonlySet<string>

/** Steps along the edges of a graph. All sets are of full names. */
export interface Neighbours {
  /** `from` and all that is at most `depth` steps before it. */
  before(from: Names, depth?: number): Set<string>
  /** `from` and all that is at most `depth` steps after it. */
  after(from: Names, depth?: number): Set<string>
  /** Those one step after any of `from`. */
  readers(from: Names): Set<string>
}

/** Reads the edges of a graph in both directions once. Each step afterwards costs what it reaches. */
export function neighboursIn(graph: Graph): Neighbours {
  const children = new Map<string, string[]>()
  for (const { name, dependsOn } of graph.nodes.values()) {
    for (const parent of dependsOn) {
      const known = children.get(parent)
      if (known === undefined) children.set(parent, [name])
      else known.push(name)
    }
  }
  const parentsOf = (name: string): readonly string[] => graph.nodes.get(name)?.dependsOn ?? []
  const childrenOf = (name: string): readonly string[] => children.get(name) ?? []
  return {
    before: (from, depth = Number.POSITIVE_INFINITY) => reach(from, parentsOf, depth),
    after: (from, depth = Number.POSITIVE_INFINITY) => reach(from, childrenOf, depth),
    readers: (from) => {
      const found = new Set<string>()
      for (const name of from) for (const child of childrenOf(name)) found.add(child)
      return found
    },
  }
}

function reach(from: Names, step: (name: string) => readonly string[], depth: number): Set<string> {
  const reached = new Set(from)
  let edge: readonly string[] = [...from]
  for (let taken = 0; taken < depth && edge.length > 0; taken += 1) {
    const next: string[] = []
    for (const name of edge) {
      for (const neighbour of step(name)) {
        if (reached.has(neighbour)) continue
        reached.add(neighbour)
        next.push(neighbour)
      }
    }
    edge = next
  }
  return reached
}
