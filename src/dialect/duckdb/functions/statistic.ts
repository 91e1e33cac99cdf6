import { formula, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { back } from '../back.ts'

/** DuckDB's variances raise where a value is not finite: such a value makes no number of them all. */
const finite = (template: string, fewest = 1): Spelling =>
  formula(
    `case when $1 = 0 then $2 when $3 >= ${fewest} then 'nan' end`,
    'count(case when not isfinite($1) then 1 end)',
    `${template} filter (where isfinite($1))`,
    'count($1)',
  )

/** NaN where one of a pair's numbers is not finite; NULL where one is NULL. */
const PROBE = '($1 * 0 + $2 * 0)'

/** What divides by zero where a column is constant is NULL there. */
const ofPairs = (template: string): Spelling =>
  formula(
    "case when $1 = 0 then nullif($2, 'nan'::double) else 'nan' end",
    `count(case when isnan${PROBE} then 1 end)`,
    `${template} filter (where not isnan${PROBE})`,
  )

const covariance = (name: string): Spelling => `${name}($1, $2)`

/** The mean, and the sum of squared distances from it, of one column where the other is not NULL. */
const mean = (of: string, beside: string): Spelling => `avg(${of}) filter (where ${beside} is not null)`
const squares = (of: string, beside: string): Spelling =>
  formula(
    "case when $1 = 0 then $2 * $3 else 'nan' end",
    `count(case when not isfinite(${of}) and ${beside} is not null then 1 end)`,
    `var_pop(${of}) filter (where ${beside} is not null and isfinite(${of}))`,
    `count(case when ${beside} is not null then ${of} end)`,
  )

/** Of the distances from the mean: DuckDB's own are sums of powers, which cancel each other. */
const ofDistances = (template: string): Spelling =>
  formula(
    `case when $3 < $4 or not isfinite($4) then ${template} end`,
    'list($1) filter (where $1 is not null)',
    'avg($1)',
    'min($1)',
    'max($1)',
    'count($1)',
  )
const powers = (power: number): string => `list_sum(list_transform($1, lambda x: (x - $2) ** ${power}))`

export const statisticSpellings: SpellingsOf<'statistic'> = {
  stddev: finite('stddev_samp($1)', 2),
  stddevPop: finite('stddev_pop($1)'),
  variance: finite('var_samp($1)', 2),
  varPop: finite('var_pop($1)'),
  skewness: ofDistances(`sqrt($5) * ${powers(3)} / ${powers(2)} ** 1.5`),
  kurtosis: ofDistances(`$5 * ${powers(4)} / ${powers(2)} ** 2 - 3`),
  corr: ofPairs('corr($1, $2)'),
  covarPop: covariance('covar_pop'),
  covarSamp: covariance('covar_samp'),
  regrCount: back('regr_count($1, $2)'),
  regrAvgx: mean('$2', '$1'),
  regrAvgy: mean('$1', '$2'),
  regrSxx: squares('$2', '$1'),
  regrSyy: squares('$1', '$2'),
  regrSxy: formula('$1 * $2', covariance('covar_pop'), 'regr_count($1, $2)'),
  regrSlope: ofPairs('regr_slope($1, $2)'),
  regrIntercept: ofPairs('regr_intercept($1, $2)'),
  regrR2: ofPairs('regr_r2($1, $2)'),
}
