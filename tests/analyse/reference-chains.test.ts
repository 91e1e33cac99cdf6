/** Random chains of verbs: what a reference to any frame means on any other, against a model without identities. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Expr, Plan } from '../../src/analyse/resolved.ts'
import { col, type DataFrame, max } from '../../src/index.ts'
import { offline, planOf, tablesOf } from '../compiler/support.ts'
import { holds, type Meaning, meaningIn, meaningInJoin, type Node, type Origin } from './reference-model.ts'

type Frame = DataFrame<Record<string, unknown>>
interface Both {
  readonly frame: Frame
  readonly node: Node
}

const namesOf = ({ node }: Both): readonly string[] => node.columns.map(({ name }) => name)
const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T

/** Every column new. */
const born = (inputs: readonly Both[], names: readonly string[]): Node => ({
  inputs: inputs.map(({ node }) => node),
  join: undefined,
  columns: names.map((name) => ({ name, from: undefined })),
  hidden: [],
})

/** Columns passed on from one frame, under the same or other names, and new ones. */
const passed = (input: Both, columns: readonly (readonly [name: string, from: string | undefined])[]): Node => ({
  inputs: [input.node],
  join: input.node.join,
  columns: columns.map(([name, from]) => ({ name, from: from === undefined ? undefined : { input: 0, name: from } })),
  hidden: [],
})
const unchanged = (input: Both): Node =>
  passed(
    input,
    namesOf(input).map((name) => [name, name] as const),
  )

interface Chosen {
  readonly verb: number
  readonly other: number
  readonly at: number
}

const HOW = ['inner', 'left', 'right', 'full'] as const

/** One verb on a frame, and on its node. `fresh` is no column's name. */
const VERBS: readonly ((current: Both, other: Both, at: number, fresh: string) => Both)[] = [
  (current, _, at) => ({
    frame: current.frame.filter(col(pick(namesOf(current), at)).isNotNull()),
    node: unchanged(current),
  }),
  (current) => ({ frame: current.frame.limit(3), node: unchanged(current) }),
  (current) => ({ frame: current.frame.distinct(), node: unchanged(current) }),
  (current, _, at) => {
    const kept = namesOf(current).filter((__, index) => index !== at % (namesOf(current).length + 1))
    const names = kept.length > 0 ? kept : namesOf(current)
    return {
      frame: current.frame.select(...names),
      node: passed(
        current,
        names.map((name) => [name, name] as const),
      ),
    }
  },
  (current, _, at, fresh) => {
    const name = pick(namesOf(current), at)
    return {
      frame: current.frame.select(col(name).as(fresh), ...namesOf(current).filter((one) => one !== name)),
      node: passed(current, [
        [fresh, name],
        ...namesOf(current)
          .filter((one) => one !== name)
          .map((one) => [one, one] as const),
      ]),
    }
  },
  (current, _, at, fresh) => {
    const name = pick(namesOf(current), at)
    return {
      frame: current.frame.rename({ [name]: fresh }),
      node: passed(
        current,
        namesOf(current).map((one) => [one === name ? fresh : one, one] as const),
      ),
    }
  },
  (current, _, at) => {
    const [first, second] = [pick(namesOf(current), at), pick(namesOf(current), at + 1)]
    const swapped = (name: string) => (name === first ? second : name === second ? first : name)
    return {
      frame: current.frame.rename({ [first]: second, [second]: first }),
      node: passed(
        current,
        namesOf(current).map((one) => [swapped(one), one] as const),
      ),
    }
  },
  (current, _, at) => {
    const name = pick(namesOf(current), at)
    return {
      frame: current.frame.withColumn(name, col(name)) as unknown as Frame,
      node: passed(
        current,
        namesOf(current).map((one) => [one, one === name ? undefined : one] as const),
      ),
    }
  },
  (current, _, at, fresh) => ({
    frame: current.frame.withColumn(fresh, col(pick(namesOf(current), at))) as unknown as Frame,
    node: passed(current, [...namesOf(current).map((one) => [one, one] as const), [fresh, undefined]]),
  }),
  (current) => ({ frame: current.frame.alias('renewed'), node: born([current], namesOf(current)) }),
  (current) => ({ frame: current.frame.union(current.frame), node: born([current, current], namesOf(current)) }),
  (current, _, at, fresh) => {
    const keys = namesOf(current).slice(0, 1 + (at % 2))
    return {
      frame: current.frame.groupBy(...keys).agg({ [fresh]: max(col(keys[0] as string)) }) as unknown as Frame,
      node: passed(current, [...keys.map((one) => [one, one] as const), [fresh, undefined]]),
    }
  },
  (current, other, at) => ({
    frame: current.frame.join(
      other.frame,
      (l, r) => pickOf(l, current, at).eq(pickOf(r, other, at)),
      at % 2 ? 'semi' : 'anti',
    ),
    node: unchanged(current),
  }),
  conditionJoin,
  conditionJoin,
  namesJoin,
  namesJoin,
]

const pickOf = (columns: unknown, side: Both, at: number) =>
  (columns as Record<string, ReturnType<typeof col>>)[pick(namesOf(side), at)] as ReturnType<typeof col>

function conditionJoin(current: Both, other: Both, at: number, fresh: string): Both {
  const [first, second] = [pick(namesOf(current), at), pick(namesOf(other), at >> 2)]
  const joined = current.frame.join(other.frame, (l, r) => pickOf(l, current, at).eq(pickOf(r, other, at >> 2)), {
    how: pick(HOW, at),
    suffix: fresh,
  })
  expect(first && second).toBeTruthy()
  return { frame: joined as unknown as Frame, node: joinOf(current, other, [], at, fresh) }
}

function namesJoin(current: Both, other: Both, at: number, fresh: string): Both {
  const shared = namesOf(current).filter((name) => namesOf(other).includes(name))
  if (shared.length === 0) return conditionJoin(current, other, at, fresh)
  const names = [pick(shared, at)]
  const joined = current.frame.join(other.frame, names, { how: pick(HOW, at), suffix: fresh })
  return { frame: joined as unknown as Frame, node: joinOf(current, other, names, at, fresh) }
}

function joinOf(left: Both, right: Both, keys: readonly string[], at: number, suffix: string): Node {
  const how = pick(HOW, at)
  const of = (input: number, name: string, as = name): Origin => ({ name: as, from: { input, name } })
  const key = (name: string): Origin => (how === 'full' ? { name, from: undefined } : of(how === 'right' ? 1 : 0, name))
  const lefts = namesOf(left).filter((name) => !keys.includes(name))
  const rights = namesOf(right).filter((name) => !keys.includes(name))
  const hidden = keys.flatMap((name) => [
    ...(how === 'right' || how === 'full' ? [of(0, name)] : []),
    ...(how === 'right' ? [] : [of(1, name)]),
  ])
  const node = {
    inputs: [left.node, right.node],
    columns: [
      ...keys.map(key),
      ...lefts.map((name) => of(0, name)),
      ...rights.map((name) => of(1, name, lefts.includes(name) ? `${name}${suffix}` : name)),
    ],
    hidden,
    get join(): Node {
      return node
    },
  }
  return node
}

/** Where in a plan a column is computed, and of which column. */
function sourceOf(plan: Plan, id: number): { readonly expr: Expr; readonly input: Plan } {
  for (let node = plan; 'input' in node; node = node.input) {
    const made = node.kind === 'project' ? node.columns.find(({ attribute }) => attribute.id === id) : undefined
    if (node.kind === 'project' && made && !(made.expr.kind === 'column' && made.expr.id === id))
      return { expr: made.expr, input: node.input }
  }
  throw new TypeError('the plan computes no such column')
}

/** What the library takes a reference for. */
function answered(current: Both, of: Both, name: string): Meaning {
  try {
    const plan = planOf(current.frame.withColumn('probe', of.frame.col(name)))
    const { expr, input } = sourceOf(plan, plan.outputs.at(-1)?.id as number)
    if (expr.kind !== 'column') throw new TypeError('a reference is a column')
    const found = input.outputs.find(({ id }) => id === expr.id)?.name as string
    const hidden = /^_key_(\d+)$/.exec(found)
    return hidden ? { hidden: Number(hidden[1]) - 1 } : { column: found }
  } catch (error) {
    return refusal(error)
  }
}

function answeredInJoin(left: Both, right: Both, of: Both, name: string): ReturnType<typeof meaningInJoin> {
  try {
    const plan = planOf(left.frame.join(right.frame, of.frame.col(name).isNotNull(), { suffix: 'probe' }))
    const join = joinIn(plan)
    if (join.condition?.kind !== 'call') throw new TypeError('a condition is a call')
    const [column] = join.condition.args
    if (column?.kind !== 'column') throw new TypeError('a reference is a column')
    const onLeft = join.left.outputs.find(({ id }) => id === column.id)
    const onRight = join.right.outputs.find(({ id }) => id === column.id)
    return onLeft ? { side: 'left', column: onLeft.name } : { side: 'right', column: onRight?.name as string }
  } catch (error) {
    return refusal(error)
  }
}

function joinIn(plan: Plan): Extract<Plan, { kind: 'join' }> {
  if (plan.kind === 'join') return plan
  if (!('input' in plan)) throw new TypeError('the plan has no join')
  return joinIn(plan.input)
}

function refusal(error: unknown): 'ambiguous' | 'foreign' {
  const { name } = error as Error
  if (name === 'AmbiguousColumn') return 'ambiguous'
  if (name === 'ForeignColumn') return 'foreign'
  throw error
}

/** Joins without a condition of both sides. */
function* crossJoins(plan: Plan): Generator<Plan> {
  if (plan.kind === 'join') {
    const ids = new Set(columnsOf(plan.condition))
    const touches = (side: Plan) => side.outputs.some(({ id }) => ids.has(id))
    if (!touches(plan.left) || !touches(plan.right)) yield plan
    yield* crossJoins(plan.left)
    yield* crossJoins(plan.right)
  } else if (plan.kind === 'set') for (const input of plan.inputs) yield* crossJoins(input)
  else if ('input' in plan) yield* crossJoins(plan.input)
}

function columnsOf(expr: Expr | undefined): readonly number[] {
  if (!expr) return []
  if (expr.kind === 'column') return [expr.id]
  return expr.kind === 'call' ? expr.args.flatMap(columnsOf) : []
}

/** The same answer; of a frame that came later than the join, refusing is right too. */
function agree(answer: unknown, meaning: unknown, of: Both, on: readonly Both[]): void {
  const later = on.some(({ node }) => node.join && holds(of.node, node.join))
  if (!later || typeof answer !== 'string') expect(answer).toEqual(meaning)
}

const MOST_COLUMNS = 14
/** In milliseconds: where the machine is busy, 300 chains take several times as long as on a quiet one. */
const TIME = 120_000

function build(chosen: readonly Chosen[]): readonly Both[] {
  const { orders, customers } = tablesOf(offline.sqlite)
  const all: Both[] = [
    { frame: orders as unknown as Frame, node: born([], ['id', 'customer_id', 'status', 'total', 'placed']) },
    { frame: customers as unknown as Frame, node: born([], ['id', 'name', 'city']) },
  ].map((one) => one)
  // Of one type, so that any column may be compared with any.
  const texts = all.map((one): Both => {
    const names = namesOf(one)
    return {
      frame: one.frame.select(...names.map((name) => col(name).cast('string').as(name))) as unknown as Frame,
      node: born([one], names),
    }
  })
  const frames: Both[] = [...texts]
  for (const [index, { verb, other, at }] of chosen.entries()) {
    const current = frames.at(-1) as Both
    const made = pick(VERBS, verb)(current, pick(frames, other), at, `_${index}`)
    if (made.node.columns.length <= MOST_COLUMNS) frames.push(made)
  }
  return frames
}

describe('what a reference means', { timeout: TIME }, () => {
  const number = fc.nat(999)
  const chosen = fc.array(fc.record({ verb: number, other: number, at: number }), { minLength: 1, maxLength: 8 })
  const probes = fc.array(fc.tuple(number, number, number, number), { minLength: 10, maxLength: 10 })

  const step = (verb: number, other = 0) => ({ verb, other, at: 0 })
  const asking = (current: number, of: number, name: number): [number, number, number, number][] =>
    Array.from({ length: 10 }, () => [current, 0, of, name])
  /** Columns that came through one join of a customer with himself, asked on frames made of the same join. */
  const examples: [Chosen[], [number, number, number, number][]][] = [
    [[step(13, 1), step(0), step(15, 1), step(7), step(13, 2), step(13)], asking(1, 6, 8)],
    [[step(13, 1), step(0), step(13), step(0), step(0), step(11), step(13, 2), step(0)], asking(0, 4, 1)],
    [[step(13, 1), step(0), step(11), step(13, 1), step(0)], asking(3, 5, 3)],
  ]

  test('on any frame and in the condition of any join, after random verbs', () => {
    const seen = { column: 0, hidden: 0, ambiguous: 0, foreign: 0 }
    fc.assert(
      fc.property(chosen, probes, (steps, asked) => {
        const frames = build(steps)
        for (const [a, b, c, d] of asked) {
          const [current, other, of] = [pick([...frames].reverse(), a), pick(frames, b), pick(frames, c)]
          const name = pick(namesOf(of), d)
          const meaning = meaningIn(current.node, of.node, name)
          seen[typeof meaning === 'string' ? meaning : 'column' in meaning ? 'column' : 'hidden'] += 1
          agree(answered(current, of, name), meaning, of, [current])
          const inJoin = meaningInJoin([current.node, other.node], of.node, name)
          agree(answeredInJoin(current, other, of, name), inJoin, of, [current, other])
        }
      }),
      { numRuns: 300, examples },
    )
    for (const times of Object.values(seen)) expect(times).toBeGreaterThan(5)
  })

  test('no join is without a condition of both sides', () => {
    let joins = 0
    fc.assert(
      fc.property(chosen, (steps) => {
        const plan = planOf((build(steps).at(-1) as Both).frame)
        joins += JSON.stringify(plan).split('"kind":"join"').length - 1
        expect([...crossJoins(plan)]).toEqual([])
      }),
      { numRuns: 300 },
    )
    expect(joins).toBeGreaterThan(300)
  })
})
