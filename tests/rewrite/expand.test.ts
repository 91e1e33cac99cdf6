/** Each rule on its own: what goes in, and what other steps come out. */
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/analyse/resolved.ts'
import { grouping, sum } from '../../src/index.ts'
import { expand } from '../../src/rewrite/expand.ts'
import { planInputs } from '../../src/rewrite/map-plan.ts'
import { offline, planOf, tablesOf } from '../compiler/support.ts'

const { orders } = tablesOf(offline.sqlite)
const keys = orders.select('customer_id', 'status')

const everything = { groupingSets: true, countingSetOperations: true }
const nothing = { groupingSets: false, countingSetOperations: false }

/** The kinds of a plan's nodes, from its result down. */
function kinds(plan: Plan): unknown {
  const inputs = planInputs(plan)
  const name = plan.kind === 'set' ? plan.operator : plan.kind
  return inputs.length === 0 ? name : [name, ...inputs.map(kinds)]
}
const names = (plan: Plan): string[] => plan.outputs.map((output) => output.name)
const ids = (plan: Plan): number[] => plan.outputs.map((output) => output.id)

describe('counting set operations', () => {
  test('an engine that has them keeps them', () => {
    const plan = planOf(keys.intersectAll(keys))
    expect(expand(plan, everything)).toBe(plan)
  })

  test.each([
    ['intersect all', 'intersect', keys.intersectAll(keys)],
    ['except all', 'except', keys.exceptAll(keys)],
  ])('%s numbers equal rows on both sides', (before, after, frame) => {
    const plan = planOf(frame)
    const expanded = expand(plan, nothing)
    const [top, left, right] = kinds(plan) as unknown[]
    expect(top).toBe(before)
    expect(kinds(expanded)).toEqual(['project', [after, ['project', left], ['project', right]]])
    // References from above find the outputs by their ids; the number of the copy does not leave.
    expect(ids(expanded)).toEqual(ids(plan))
    expect(names(expanded)).toEqual(['customer_id', 'status'])
  })
})

describe('grouping sets', () => {
  const rolled = orders.rollup('customer_id', 'status').agg((o) => ({ total: sum(o.total), level: grouping(o.status) }))

  test('an engine that has them keeps them', () => {
    const plan = planOf(rolled)
    expect(expand(plan, everything)).toBe(plan)
  })

  test('become a union of one grouping a set', () => {
    const plan = planOf(rolled)
    const expanded = expand(plan, nothing)
    const flat = JSON.stringify(kinds(expanded))
    expect(flat).toContain('union all')
    expect(flat.match(/"aggregate"/g)).toHaveLength(3)
    expect(ids(expanded)).toEqual(ids(plan))
    expect(names(expanded)).toEqual(['customer_id', 'status', 'total', 'level'])
  })
})
