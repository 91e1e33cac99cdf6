import type { Graph } from '../graph.ts'
import type { Neighbours } from './neighbours.ts'

type Names = ReadonlySet<string>

/** How tests come along with what they look at; the first is what happens when nobody says. */
export const INDIRECT_SELECTIONS = ['eager', 'cautious', 'buildable', 'empty'] as const

/**
 * When a test comes along that was not named itself: `eager`: with any of its parents; `cautious`: with all of them;
 * `buildable`: also where the missing ones are sources or come before what was selected; `empty`: never.
 */
export type IndirectSelection = (typeof INDIRECT_SELECTIONS)[number]

/** What a selector, or a set of them, selects. */
export interface Selected {
  readonly direct: Names
  /** Tests that wait for their other parents: another selector may bring those. */
  readonly waiting: Names
}

/** Brings the tests of what is selected along. */
export interface TestsAlong {
  /** Of one selector's nodes. */
  expand(selected: Set<string>): Selected
  /** Of several selectors together: the tests among `candidates` whose parents have all come by now. */
  settle(direct: Set<string>, candidates: Names): Set<string>
}

export function testsAlong(graph: Graph, neighbours: Neighbours, how: IndirectSelection): TestsAlong {
  const parentsOf = (name: string): readonly string[] => graph.nodes.get(name)?.dependsOn ?? []
  const allIn = (names: Names, test: string): boolean => parentsOf(test).every((parent) => names.has(parent))
  const isSource = (name: string): boolean => graph.nodes.get(name)?.resourceType === 'source'
  /** Where every parent of a test must stand. */
  const satisfied = (selected: Names): ((test: string) => boolean) => {
    if (how !== 'buildable') return (test) => allIn(selected, test)
    const before = neighbours.before(selected)
    return (test) => parentsOf(test).every((parent) => before.has(parent) || isSource(parent))
  }
  return {
    expand(selected) {
      const waiting = new Set<string>()
      if (how === 'empty') return { direct: selected, waiting }
      const comes = how === 'eager' ? () => true : satisfied(selected)
      const direct = new Set(selected)
      for (const name of neighbours.readers(selected)) {
        if (graph.nodes.get(name)?.resourceType !== 'test' || selected.has(name)) continue
        if (comes(name)) direct.add(name)
        else waiting.add(name)
      }
      return { direct, waiting }
    },
    settle(direct, candidates) {
      if (how !== 'cautious' && how !== 'buildable') return direct
      const comes = satisfied(direct)
      const settled = new Set(direct)
      for (const name of candidates) if (!direct.has(name) && comes(name)) settled.add(name)
      return settled
    },
  }
}
