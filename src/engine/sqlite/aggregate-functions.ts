import type { SqliteValue } from './functions.ts'

/** An aggregate of ours: also a window function, with or without a moving frame. */
export interface SqliteAggregate {
  readonly name: string
  readonly start: () => unknown
  readonly step: (state: never, value: SqliteValue) => unknown
  /** Takes out a value that has left a moving frame. */
  readonly inverse: (state: never, value: SqliteValue) => unknown
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

/** Statistics, which SQLite has none of. */
export const sqliteAggregates: readonly SqliteAggregate[] = [
  statistic('variance', sample),
  statistic('var_pop', population),
  statistic('stddev', (moments) => root(sample(moments))),
  statistic('stddev_pop', (moments) => root(population(moments))),
]
