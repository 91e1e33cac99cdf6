import type { SpellingsOf } from '../../spelling.ts'
import { ours } from '../ours.ts'

export const statisticSpellings: SpellingsOf<'statistic'> = {
  stddev: ours('stddev'),
  stddevPop: ours('stddev_pop'),
  variance: ours('variance'),
  varPop: ours('var_pop'),
  skewness: ours('skewness'),
  kurtosis: ours('kurtosis'),
  corr: ours('corr'),
  covarPop: ours('covar_pop'),
  covarSamp: ours('covar_samp'),
  regrCount: 'count(case when $1 is not null then $2 end)',
  regrAvgx: ours('regr_avgx'),
  regrAvgy: ours('regr_avgy'),
  regrSxx: ours('regr_sxx'),
  regrSyy: ours('regr_syy'),
  regrSxy: ours('regr_sxy'),
  regrSlope: ours('regr_slope'),
  regrIntercept: ours('regr_intercept'),
  regrR2: ours('regr_r2'),
}
