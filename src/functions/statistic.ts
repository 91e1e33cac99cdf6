/** Moments of one column, and what two columns have to do with each other. All are doubles, and NULL for no rows. */
import type { Aggregate } from '../column/aggregate.ts'
import type { Numeric } from '../column/values.ts'
import { types } from '../plan/type.ts'
import type { Rows } from './aggregate.ts'
import { aggregate } from './define.ts'
import { double } from './parameter.ts'

type Statistic = (column: Rows<Numeric | null>) => Aggregate<number | null>
const statistic = { takes: [double], gives: types.double }
/** Sample standard deviation; NULL for fewer than two values. */
export const stddev: Statistic = aggregate('stddev', statistic)
/** Population standard deviation. */
export const stddevPop: Statistic = aggregate('stddevPop', statistic)
/** Sample variance; NULL for fewer than two values. */
export const variance: Statistic = aggregate('variance', statistic)
/** `stddev` by its other name. */
export const stddevSamp: Statistic = stddev
/** `stddev` by its other name. */
export const std: Statistic = stddev
/** `variance` by its other name. */
export const varSamp: Statistic = variance
/** Population variance. */
export const varPop: Statistic = aggregate('varPop', statistic)
/** How far the values lean to one side: negative where the long tail is on the left. NULL where all are equal. */
export const skewness: Statistic = aggregate('skewness', statistic)
/** How heavy the tails are beside those of a normal distribution, whose kurtosis is 0. NULL where all are equal. */
export const kurtosis: Statistic = aggregate('kurtosis', statistic)

/** The dependent column stands first. Only rows count in which neither is NULL. */
type Pairs = (y: Rows<Numeric | null>, x: Rows<Numeric | null>) => Aggregate<number | null>
const pairs = { takes: [double, double], gives: types.double }
/** Pearson's correlation, -1 to 1; NULL where one of the columns is constant. @example corr(o.total, o.units) */
export const corr: Pairs = aggregate('corr', pairs)
/** Population covariance. */
export const covarPop: Pairs = aggregate('covarPop', pairs)
/** Sample covariance; NULL for fewer than two pairs. */
export const covarSamp: Pairs = aggregate('covarSamp', pairs)
/** Number of pairs. Never NULL. @example regrCount(o.total, o.units) */
export const regrCount: (y: Rows<Numeric | null>, x: Rows<Numeric | null>) => Aggregate<number> = aggregate(
  'regrCount',
  { takes: [double, double], gives: types.long, nulls: 'never' },
)
/** The mean of x over the pairs. */
export const regrAvgx: Pairs = aggregate('regrAvgx', pairs)
/** The mean of y over the pairs. */
export const regrAvgy: Pairs = aggregate('regrAvgy', pairs)
/** The sum of squared distances of x from its mean. */
export const regrSxx: Pairs = aggregate('regrSxx', pairs)
/** The sum of squared distances of y from its mean. */
export const regrSyy: Pairs = aggregate('regrSyy', pairs)
/** The sum of products of both distances. */
export const regrSxy: Pairs = aggregate('regrSxy', pairs)
/** The slope of the line that fits the pairs best; NULL where x is constant. @example regrSlope(o.total, o.units) */
export const regrSlope: Pairs = aggregate('regrSlope', pairs)
/** Where that line is at x = 0; NULL where x is constant. */
export const regrIntercept: Pairs = aggregate('regrIntercept', pairs)
/** How much of y's variance the line explains, 0 to 1; NULL where x is constant, 1 where y is. */
export const regrR2: Pairs = aggregate('regrR2', pairs)
