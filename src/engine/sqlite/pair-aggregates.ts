/** Statistics of two columns, the dependent one first: of the rows in which neither is NULL. */
import type { SqliteAggregate } from './aggregates.ts'
import { mergeable } from './sliding.ts'

/** Count, means, and the sums of the products of the distances from them. */
interface Pairs {
  readonly count: number
  readonly y: number
  readonly x: number
  readonly yy: number
  readonly xx: number
  readonly xy: number
}

function merge(a: Pairs, b: Pairs): Pairs {
  const count = a.count + b.count
  const dy = b.y - a.y
  const dx = b.x - a.x
  const weight = (a.count * b.count) / count
  return {
    count,
    y: a.y + (dy * b.count) / count,
    x: a.x + (dx * b.count) / count,
    yy: a.yy + b.yy + dy * dy * weight,
    xx: a.xx + b.xx + dx * dx * weight,
    xy: a.xy + b.xy + dx * dy * weight,
  }
}

const statistic = (name: string, result: (pairs: Pairs) => number | null): readonly SqliteAggregate[] =>
  mergeable<Pairs>({
    name,
    of: (y = null, x = null) =>
      y === null || x === null ? undefined : { count: 1, y: Number(y), x: Number(x), yy: 0, xx: 0, xy: 0 },
    merge,
    result: (pairs) => (pairs === undefined ? null : result(pairs)),
  })

export const pairAggregates: readonly SqliteAggregate[] = [
  ...statistic('corr', ({ xx, yy, xy }) => (xx === 0 || yy === 0 ? null : xy / (Math.sqrt(xx) * Math.sqrt(yy)))),
  ...statistic('covar_pop', ({ count, xy }) => xy / count),
  ...statistic('covar_samp', ({ count, xy }) => (count < 2 ? null : xy / (count - 1))),
  ...statistic('regr_avgx', ({ x }) => x),
  ...statistic('regr_avgy', ({ y }) => y),
  ...statistic('regr_sxx', ({ xx }) => xx),
  ...statistic('regr_syy', ({ yy }) => yy),
  ...statistic('regr_sxy', ({ xy }) => xy),
  ...statistic('regr_slope', ({ xx, xy }) => (xx === 0 ? null : xy / xx)),
  ...statistic('regr_intercept', ({ y, x, xx, xy }) => (xx === 0 ? null : y - (xy / xx) * x)),
  ...statistic('regr_r2', ({ xx, yy, xy }) => (xx === 0 ? null : yy === 0 ? 1 : (xy / xx) * (xy / yy))),
]
