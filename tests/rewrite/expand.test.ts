/** Each rule on its own: what goes in, and what other steps come out. */
import { describe, expect, test } from 'vitest'
import type { Plan } from '../../src/analyse/resolved.ts'
import { planInputs } from '../../src/analyse/walk-plan.ts'
import type { Capabilities } from '../../src/dialect/capabilities.ts'
import { dialectOf } from '../../src/dialect/index.ts'
import {
  array,
  count,
  grouping,
  lit,
  max,
  mode,
  rand,
  reverse,
  rowNumber,
  sequence,
  sum,
  UnsupportedOnDialect,
  Window,
} from '../../src/index.ts'
import { expand as expandWith } from '../../src/rewrite/expand.ts'
import { type Spelled, spelledBy } from '../../src/rewrite/shell.ts'
import { offline, planOf, tablesOf } from '../compiler/support.ts'

const { orders } = tablesOf(offline.sqlite)
const keys = orders.select('customer_id', 'status')

const everything: Capabilities = {
  groupingSets: true,
  countingSetOperations: true,
  exactSetOperations: true,
  rangeDistances: true,
  orderOptional: true,
  mixedExists: true,
  openLimits: true,
  readsFiles: true,
  windowless: new Set(),
}
const without = (lack: Exclude<keyof Capabilities, 'windowless'>): Capabilities => ({ ...everything, [lack]: false })

const plainly: Spelled = { wantsColumns: () => false, repeats: () => false, title: 'an engine' }
const expand = (plan: Plan, capabilities: Capabilities, spelled = plainly): Plan =>
  expandWith(plan, capabilities, spelled)

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
    const expanded = expand(plan, without('countingSetOperations'))
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
    const expanded = expand(plan, without('groupingSets'))
    const flat = JSON.stringify(kinds(expanded))
    expect(flat).toContain('union all')
    expect(flat.match(/"aggregate"/g)).toHaveLength(3)
    expect(ids(expanded)).toEqual(ids(plan))
    expect(names(expanded)).toEqual(['customer_id', 'status', 'total', 'level'])
  })
})

describe('texts that an engine takes for equal', () => {
  const lacking = without('exactSetOperations')

  test('an engine that tells them apart keeps its steps', () => {
    const plan = planOf(keys.distinct())
    expect(expand(plan, everything)).toBe(plan)
  })

  test('distinct is a grouping by all columns, where one of them is text', () => {
    const plan = planOf(keys.distinct())
    expect((kinds(plan) as unknown[])[0]).toBe('distinct')
    expect((kinds(expand(plan, lacking)) as unknown[])[0]).toBe('aggregate')
    expect(ids(expand(plan, lacking))).toEqual(ids(plan))
    const numbers = planOf(orders.select('id').distinct())
    expect(kinds(expand(numbers, lacking))).toEqual(kinds(numbers))
  })

  test.each([
    ['intersect', keys.intersect(keys)],
    ['except', keys.subtract(keys)],
  ])('%s compares the bytes of text too', (operator, frame) => {
    const plan = planOf(frame)
    const [, left, right] = kinds(plan) as unknown[]
    const expanded = expand(plan, lacking)
    expect(kinds(expanded)).toEqual(['project', [operator, ['project', left], ['project', right]]])
    expect(ids(expanded)).toEqual(ids(plan))
    expect(names(planInputs(expanded)[0] as Plan)).toEqual(['customer_id', 'status', '_bytes_2'])
  })

  test('and numbered rows too', () => {
    const expanded = expand(planOf(keys.exceptAll(keys)), { ...lacking, countingSetOperations: false })
    expect(JSON.stringify(kinds(expanded))).not.toContain('except all')
    expect(names(planInputs(planInputs(expanded)[0] as Plan)[0] as Plan)).toContain('_bytes_2')
  })
})

describe('EXISTS of mixed comparisons', () => {
  const other = orders.alias('other')
  const mixed = orders.join(other, orders.id.ne(other.id).and(orders.total.lt(other.total)), 'semi')

  test('what is neither an equality nor an ordering becomes one value', () => {
    const expanded = expand(planOf(mixed), without('mixedExists'))
    const condition = expanded.kind === 'join' ? expanded.condition : undefined
    const functions = condition?.kind === 'call' ? condition.args.map((arg) => arg.kind === 'call' && arg.fn.name) : []
    expect(functions).toEqual(['coalesce', 'lt'])
  })

  test('conditions of one sort stay, and so do other joins', () => {
    const ordered = planOf(orders.join(other, orders.id.gt(other.id).and(orders.total.lt(other.total)), 'anti'))
    expect(expand(ordered, without('mixedExists'))).toEqual(ordered)
    const inner = planOf(orders.join(other, orders.id.ne(other.id).and(orders.total.lt(other.total))))
    expect(expand(inner, without('mixedExists'))).toBe(inner)
  })
})

describe('groups inside of functions that are queries of their own', () => {
  const counted = orders.groupBy('status').agg(() => ({ places: sequence(lit(1), count()), all: count() }))
  // The remainder of doubles is one on PostgreSQL, although nothing in it is nested.
  const left = orders.groupBy('status').agg((o) => ({ rest: sum(o.total).mod(1.5) }))
  const numbered = orders.select((o) => [reverse(array(o.id, rowNumber().over(Window.orderBy(o.id)))).as('ids')])

  test('an engine without such queries keeps them', () => {
    for (const frame of [counted, numbered, left]) {
      const plan = planOf(frame)
      expect(expand(plan, everything, spelledBy(dialectOf('duckdb')))).toBe(plan)
    }
  })

  test('aggregates and windows are columns of their own below', () => {
    for (const frame of [counted, numbered, left]) {
      const plan = planOf(frame)
      const expanded = expand(plan, everything, spelledBy(dialectOf('postgres')))
      const [top, below] = kinds(plan) as unknown[]
      expect(kinds(expanded)).toEqual(['project', [top, below]])
      expect(ids(expanded)).toEqual(ids(plan))
      expect(names(expanded)).toEqual(names(plan))
    }
  })

  test('what needs none of it stays one step', () => {
    const plan = planOf(orders.groupBy('status').agg((o) => ({ total: sum(o.total) })))
    expect(expand(plan, everything, spelledBy(dialectOf('postgres')))).toBe(plan)
  })
})

describe('aggregates over windows that an engine does not know there', () => {
  const plan = planOf(
    orders.withColumn('usual', (o) => mode(o.total).over(Window.partitionBy(o.customer_id).orderBy(o.id))),
  )
  test('an engine that knows them keeps them', () => {
    expect(expand(plan, everything)).toBe(plan)
  })
  test('the rows of each frame are gathered below, and aggregated above', () => {
    const found = expand(plan, { ...everything, windowless: new Set(['mode']) })
    expect(kinds(found)).toEqual(['project', ['project', 'scan']])
    expect(names(found)).toEqual(names(plan))
    expect(ids(found)).toEqual(ids(plan))
    expect(names(planInputs(found)[0] as Plan).at(-1)).toBe('_frame_1')
  })
})

describe('what is drawn inside of what an engine says twice', () => {
  const spelled = spelledBy(dialectOf('postgres'))
  const between = planOf(orders.filter(() => rand().between(0.2, 0.4)))

  test('is a column of its own below, which nobody else sees', () => {
    const found = expand(between, everything, spelled)
    expect(kinds(found)).toEqual(['project', ['filter', ['project', 'scan']]])
    expect(ids(found)).toEqual(ids(between))
    expect(names(planInputs(planInputs(found)[0] as Plan)[0] as Plan).at(-1)).toBe('_drawn_1')
  })

  test('said once it stays where it is', () => {
    const plan = planOf(orders.filter(() => rand().lt(0.2)))
    expect(expand(plan, everything, spelled)).toBe(plan)
  })

  test('in the condition of a join it has no place', () => {
    const joined = planOf(orders.join(orders.alias('other'), () => rand().between(0.2, 0.4)))
    expect(() => expand(joined, everything, spelled)).toThrow(UnsupportedOnDialect)
  })

  test('each grouping set would draw its own rows', () => {
    const plan = planOf(
      orders
        .withColumn('lot', rand())
        .rollup('status')
        .agg((o) => ({ most: max(o.lot) })),
    )
    expect(() => expand(plan, without('groupingSets'), spelled)).toThrow(UnsupportedOnDialect)
    expect(expand(plan, everything, spelled)).toBe(plan)
  })
})
