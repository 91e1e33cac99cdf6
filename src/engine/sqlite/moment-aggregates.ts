/** Statistics of one column. */
import type { SqliteAggregate } from './aggregates.ts'
import { mergeable } from './sliding.ts'

/** Count, mean, and the sums of the second to fourth powers of the distances from it: no catastrophic cancellation. */
interface Moments {
  readonly count: number
  readonly mean: number
  readonly squares: number
  readonly cubes: number
  readonly fourths: number
}

/** The moments of two parts together (Chan and others; Pébay for the higher ones). */
function merge(a: Moments, b: Moments): Moments {
  const count = a.count + b.count
  const delta = b.mean - a.mean
  const step = delta / count
  const both = a.count * b.count
  return {
    count,
    mean: a.mean + step * b.count,
    squares: a.squares + b.squares + delta * (b.count === 1 ? delta - step : step * both),
    cubes:
      a.cubes +
      b.cubes +
      step * step * delta * both * (a.count - b.count) +
      3 * step * (a.count * b.squares - b.count * a.squares),
    fourths:
      a.fourths +
      b.fourths +
      step * step * step * delta * both * (a.count * a.count - both + b.count * b.count) +
      6 * step * step * (a.count * a.count * b.squares + b.count * b.count * a.squares) +
      4 * step * (a.count * b.cubes - b.count * a.cubes),
  }
}

const statistic = (name: string, result: (moments: Moments) => number | null): readonly SqliteAggregate[] =>
  mergeable<Moments>({
    name,
    of: (value = null) =>
      value === null ? undefined : { count: 1, mean: Number(value), squares: 0, cubes: 0, fourths: 0 },
    merge,
    result: (moments) => (moments === undefined ? null : result(moments)),
  })

const sample = ({ count, squares }: Moments): number | null => (count < 2 ? null : squares / (count - 1))
const population = ({ count, squares }: Moments): number => squares / count
const root = (value: number | null): number | null => (value === null ? null : Math.sqrt(value))

export const momentAggregates: readonly SqliteAggregate[] = [
  ...statistic('variance', sample),
  ...statistic('var_pop', population),
  ...statistic('stddev', (moments) => root(sample(moments))),
  ...statistic('stddev_pop', (moments) => root(population(moments))),
  ...statistic('skewness', ({ count, squares, cubes }) =>
    squares === 0 ? null : (Math.sqrt(count) * cubes) / squares ** 1.5,
  ),
  ...statistic('kurtosis', ({ count, squares, fourths }) =>
    squares === 0 ? null : (count * fourths) / (squares * squares) - 3,
  ),
  ...mergeable<number>({
    name: 'product',
    of: (value = null) => (value === null ? undefined : Number(value)),
    merge: (a, b) => a * b,
    result: (product) => product ?? null,
  }),
]
