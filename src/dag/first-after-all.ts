import type { TaskNode } from './graph.ts'

/** So many questions are answered in one walk: the bits of a word. */
const AT_ONCE = 32

/**
 * For each set of nodes the first nodes that come after all of them: each is below every node of the set, and none of
 * its parents is.
 *
 * @param nodes parents before children
 * @param sets names of nodes, at least one each
 * @returns for each set the names of what comes first, in the order of the nodes
 */
export function firstAfterAll(
  nodes: readonly Pick<TaskNode, 'name' | 'dependsOn'>[],
  sets: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const places = new Map(nodes.map(({ name }, place) => [name, place]))
  const placesOf = (names: readonly string[]): readonly number[] => names.flatMap((name) => places.get(name) ?? [])
  const parents = nodes.map(({ dependsOn }) => placesOf(dependsOn))
  const found = sets.map((): string[] => [])
  for (let from = 0; from < sets.length; from += AT_ONCE) {
    const asked = sets.slice(from, from + AT_ONCE)
    for (const [place, sets] of firstBits(parents, asked.map(placesOf)))
      for (let set = 0; set < asked.length; set += 1)
        if (sets & (1 << set)) found[from + set]?.push(nodes[place]?.name as string)
  }
  return found
}

/** Of the places that come first after all of a set, one after the other: a bit for each of the sets. */
function* firstBits(
  parents: readonly (readonly number[])[],
  sets: readonly (readonly number[])[],
): Iterable<readonly [place: number, sets: number]> {
  // Of the members at each place in the sets, what lies below them; a set that has fewer asks its first one again.
  const rounds = Math.max(...sets.map((members) => members.length))
  const below = Array.from({ length: rounds }, (_, round) => {
    const own = new Int32Array(parents.length)
    for (const [set, members] of sets.entries()) {
      const place = members[round] ?? members[0]
      if (place !== undefined) own[place] = (own[place] as number) | (1 << set)
    }
    return spread(parents, own)
  })
  const afterAll = new Int32Array(parents.length)
  for (const [place, before] of parents.entries()) {
    const after = below.reduce((bits, one) => bits & (one[place] as number), -1)
    afterAll[place] = after
    if (after === 0) continue
    const first = before.reduce((bits, parent) => bits & ~(afterAll[parent] as number), after)
    if (first !== 0) yield [place, first]
  }
}

/** The bits of everything that is above a place, itself left out. */
function spread(parents: readonly (readonly number[])[], own: Int32Array): Int32Array {
  const bits = new Int32Array(parents.length)
  for (const [place, before] of parents.entries()) {
    let sum = 0
    for (const parent of before) sum |= (bits[parent] as number) | (own[parent] as number)
    bits[place] = sum
  }
  return bits
}
