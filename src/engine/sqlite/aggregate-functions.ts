import type { SqliteValue } from './functions.ts'

/** An aggregate of ours: also a window function, with or without a moving frame. */
export interface SqliteAggregate {
  readonly name: string
  readonly start: () => unknown
  /** The driver counts its parameters: one aggregate takes one value, another two. */
  readonly step: (state: never, value: SqliteValue, second: SqliteValue) => unknown
  /** Takes out a value that has left a moving frame. */
  readonly inverse: (state: never, value: SqliteValue, second: SqliteValue) => unknown
  readonly result: (state: never) => SqliteValue
}

/** Count, mean and sum of squared distances, kept as values come (Welford): no catastrophic cancellation. */
interface Moments {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

const NOTHING: Moments = { count: 0, mean: 0, squares: 0 }

function statistic(name: string, result: (moments: Moments) => number | null): SqliteAggregate {
  return {
    name: `millrace_${name}`,
    start: (): Moments => NOTHING,
    step: ((state: Moments, value: SqliteValue): Moments => {
      if (value === null) return state
      const x = Number(value)
      const count = state.count + 1
      const mean = state.mean + (x - state.mean) / count
      return { count, mean, squares: state.squares + (x - state.mean) * (x - mean) }
    }) as SqliteAggregate['step'],
    inverse: ((state: Moments, value: SqliteValue): Moments => {
      if (value === null) return state
      const count = state.count - 1
      if (count === 0) return NOTHING
      const x = Number(value)
      const mean = state.mean - (x - state.mean) / count
      // Rounding must not leave less than nothing, whose root is no number.
      return { count, mean, squares: Math.max(0, state.squares - (x - state.mean) * (x - mean)) }
    }) as SqliteAggregate['inverse'],
    result: ((moments: Moments) => result(moments)) as SqliteAggregate['result'],
  }
}

const sample = ({ count, squares }: Moments): number | null => (count < 2 ? null : squares / (count - 1))
const population = ({ count, squares }: Moments): number | null => (count === 0 ? null : squares / count)
const root = (value: number | null): number | null => (value === null ? null : Math.sqrt(value))

/** The values of a moving frame: they leave in the order in which they came. */
interface Queue<V> {
  readonly values: V[]
  head: number
}
const emptyQueue = <V>(): Queue<V> => ({ values: [], head: 0 })

/** The nth value that is not NULL, negative counted from the end. */
const nthKnown: SqliteAggregate = {
  name: 'millrace_nth_known',
  start: () => ({ queue: emptyQueue<SqliteValue>(), n: 1 }),
  step: ((state: { queue: Queue<SqliteValue>; n: number }, value: SqliteValue, n: SqliteValue) => {
    if (value !== null) state.queue.values.push(value)
    state.n = Number(n)
    return state
  }) as SqliteAggregate['step'],
  inverse: ((state: { queue: Queue<SqliteValue>; n: number }, value: SqliteValue, _n: SqliteValue) => {
    if (value !== null) state.queue.head += 1
    return state
  }) as SqliteAggregate['inverse'],
  result: (({ queue: { values, head }, n }: { queue: Queue<SqliteValue>; n: number }) => {
    const at = n > 0 ? head + n - 1 : values.length + n
    return at < head ? null : (values[at] ?? null)
  }) as SqliteAggregate['result'],
}

/** Less than, equal or greater, as SQLite orders values of one kind: text by code point. */
function compareValues(a: SqliteValue, b: SqliteValue): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b)
  return a === b ? 0 : (a as number) < (b as number) ? -1 : 1
}

type Pair = readonly [value: SqliteValue, by: SqliteValue]

/** The value where another is greatest (1) or least (-1). */
function valueBy(name: string, direction: 1 | -1): SqliteAggregate {
  return {
    name: `millrace_${name}`,
    start: () => emptyQueue<Pair>(),
    step: ((queue: Queue<Pair>, value: SqliteValue, by: SqliteValue) => {
      if (by !== null) queue.values.push([value, by])
      return queue
    }) as SqliteAggregate['step'],
    inverse: ((queue: Queue<Pair>, _value: SqliteValue, by: SqliteValue) => {
      if (by !== null) queue.head += 1
      return queue
    }) as SqliteAggregate['inverse'],
    result: (({ values, head }: Queue<Pair>) => {
      let found: Pair | undefined
      for (const pair of values.slice(head)) {
        if (!found || compareValues(pair[1], found[1]) * direction >= 0) found = pair
      }
      return found ? found[0] : null
    }) as SqliteAggregate['result'],
  }
}

/** Of n values in order the ceil(share × n)th. */
const percentile: SqliteAggregate = {
  name: 'millrace_percentile',
  start: () => ({ queue: emptyQueue<SqliteValue>(), share: 0 }),
  step: ((state: { queue: Queue<SqliteValue>; share: number }, value: SqliteValue, share: SqliteValue) => {
    if (value !== null) state.queue.values.push(value)
    state.share = Number(share)
    return state
  }) as SqliteAggregate['step'],
  inverse: ((state: { queue: Queue<SqliteValue> }, value: SqliteValue, _share: SqliteValue) => {
    if (value !== null) state.queue.head += 1
    return state
  }) as SqliteAggregate['inverse'],
  result: (({ queue: { values, head }, share }: { queue: Queue<SqliteValue>; share: number }) => {
    const ordered = values.slice(head).sort(compareValues)
    return ordered[Math.max(1, Math.ceil(share * ordered.length)) - 1] ?? null
  }) as SqliteAggregate['result'],
}

/** Statistics and picks, which SQLite has none of. */
export const sqliteAggregates: readonly SqliteAggregate[] = [
  statistic('variance', sample),
  statistic('var_pop', population),
  statistic('stddev', (moments) => root(sample(moments))),
  statistic('stddev_pop', (moments) => root(population(moments))),
  nthKnown,
  percentile,
  valueBy('max_by', 1),
  valueBy('min_by', -1),
]
