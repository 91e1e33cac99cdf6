/** Where values come from, and how: sets of marked origins that are shared as long as they do not grow. */
import type { TableName } from '../plan/relation.ts'

/** A column of a table, the rows of one, or text of the user's own, which nobody here can read. */
export type Origin =
  | { readonly kind: 'column'; readonly table: TableName; readonly column: string }
  | { readonly kind: 'rows'; readonly table: TableName }
  | { readonly kind: 'unknown' }

/** How values of an origin become values of a column, from what changes them least. */
export const DIRECT = ['identity', 'transformation', 'window', 'aggregation'] as const
export type DirectKind = (typeof DIRECT)[number]

/** How an origin decides about values that it does not give: which rows there are, which belong together, which branch is taken. */
export const CONDITIONS = ['filter', 'join', 'groupBy', 'sort', 'window', 'conditional'] as const
export type ConditionKind = (typeof CONDITIONS)[number]

/** Origins with a number each: the place of a direct kind, or a bit for each kind of condition. */
export type Marks = ReadonlyMap<Origin, number>

/** What a value is made of, and what decides about it. */
export interface Flow {
  readonly direct: Marks
  readonly conditions: Marks
}

export const NO_MARKS: Marks = new Map()
export const NO_FLOW: Flow = { direct: NO_MARKS, conditions: NO_MARKS }

const strongest = (a: number, b: number): number => Math.max(a, b)
const both = (a: number, b: number): number => a | b

function merge(into: Marks, from: Marks, meet: (a: number, b: number) => number): Marks {
  if (into === from || from.size === 0) return into
  if (into.size === 0) return from
  let merged: Map<Origin, number> | undefined
  for (const [origin, mark] of from) {
    const known = into.get(origin)
    const met = known === undefined ? mark : meet(known, mark)
    if (met === known) continue
    merged ??= new Map(into)
    merged.set(origin, met)
  }
  return merged ?? into
}

/** Conditions of two kinds of things that decide together. */
export const mergeConditions = (into: Marks, from: Marks): Marks => merge(into, from, both)

export function mergeFlows(flows: readonly Flow[]): Flow {
  return flows.reduce(
    (into, from) => ({
      direct: merge(into.direct, from.direct, strongest),
      conditions: mergeConditions(into.conditions, from.conditions),
    }),
    NO_FLOW,
  )
}

/** A value made of another in a way that changes it at least so much. */
export function raised(flow: Flow, kind: DirectKind): Flow {
  const least = DIRECT.indexOf(kind)
  if ([...flow.direct.values()].every((mark) => mark >= least)) return flow
  return { ...flow, direct: new Map([...flow.direct].map(([origin, mark]) => [origin, Math.max(mark, least)])) }
}

/** All that a value depends on, as what decides in this way. */
export function asConditions({ direct, conditions }: Flow, kind: ConditionKind): Marks {
  const bit = 1 << CONDITIONS.indexOf(kind)
  return mergeConditions(conditions, new Map([...direct.keys()].map((origin) => [origin, bit])))
}

/** A value about which something more decides. */
export const under = (flow: Flow, conditions: Marks): Flow => ({
  ...flow,
  conditions: mergeConditions(flow.conditions, conditions),
})
