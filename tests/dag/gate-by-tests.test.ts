import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gateByTests } from '../../src/dag/gate-by-tests.ts'
import type { Graph, TaskNode } from '../../src/dag/graph.ts'
import { graphOf, node, sorted } from './support.ts'

/** By number: node 7 reads some of the nodes before it, test 7 some of all nodes. */
const dags = fc.integer({ min: 1, max: 25 }).chain((count) => {
  const some = (below: number, most: number) =>
    below === 0 ? fc.constant([]) : fc.uniqueArray(fc.nat(below - 1), { maxLength: most })
  return fc.record({
    reads: fc.tuple(...Array.from({ length: count }, (_, index) => some(index, 3))),
    tests: fc.array(fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: 4 }), { maxLength: 70 }),
  })
})

function graphFrom(reads: readonly (readonly number[])[], tests: readonly (readonly number[])[]): Graph {
  const names = (numbers: readonly number[]): readonly string[] => numbers.map((number) => `n${number}`)
  return graphOf(
    ...reads.map((dependsOn, index) => node(`n${index}`, { resourceType: 'model', dependsOn: names(dependsOn) })),
    ...tests.map((looksAt, index) => node(`t${index}`, { resourceType: 'test', dependsOn: names(looksAt) })),
  )
}

const isAbove = (graph: Graph, upper: string, lower: string): boolean =>
  (graph.nodes.get(lower)?.dependsOn ?? []).some((parent) => parent === upper || isAbove(graph, upper, parent))

/** As it is said: those that read it; of several those below all of them, whose parents are not. */
function waitsFor(graph: Graph, reader: TaskNode, { dependsOn }: TaskNode): boolean {
  if (dependsOn.length === 1) return reader.dependsOn.includes(dependsOn[0] as string)
  const isBelowAll = (name: string): boolean => dependsOn.every((one) => isAbove(graph, one, name))
  return isBelowAll(reader.name) && !reader.dependsOn.some(isBelowAll)
}

test('what a test holds back is what comes first after all that it looks at', () => {
  fc.assert(
    fc.property(dags, ({ reads, tests }) => {
      const graph = graphFrom(reads, tests)
      const gated = gateByTests(graph)
      const all = [...graph.nodes.values()]
      const isTest = ({ resourceType }: TaskNode): boolean => resourceType === 'test'
      for (const one of all) {
        const expected = isTest(one) ? [] : all.filter((other) => isTest(other) && waitsFor(graph, one, other))
        const now = gated.nodes.get(one.name)?.dependsOn ?? []
        expect(now.slice(0, one.dependsOn.length)).toEqual(one.dependsOn)
        expect(sorted(now.slice(one.dependsOn.length))).toEqual(sorted(expected.map(({ name }) => name)))
      }
    }),
    { numRuns: 200 },
  )
})

test('a test of orders and customers lets pass what reads one of them', () => {
  const graph = graphOf(
    node('orders', { resourceType: 'model' }),
    node('customers', { resourceType: 'model' }),
    node('emails', { resourceType: 'model', dependsOn: ['customers'] }),
    node('both', { resourceType: 'model', dependsOn: ['orders', 'emails'] }),
    node('report', { resourceType: 'model', dependsOn: ['both', 'customers'] }),
    node('refers', { resourceType: 'test', dependsOn: ['orders', 'customers'] }),
  )
  const waiting = [...gateByTests(graph).nodes.values()].filter(({ dependsOn }) => dependsOn.includes('refers'))
  expect(waiting.map(({ name }) => name)).toEqual(['both'])
})

test('without tests the graph is the same one', () => {
  const graph = graphOf(node('orders', { resourceType: 'model' }))
  expect(gateByTests(graph)).toBe(graph)
})
