import { formula, type Spelling, type SpellingsOf } from '../../spelling.ts'

/** A double with all its digits: a cast would round it to fifteen. */
const EXACT = '$1::text::numeric'

/** Sums of powers cancel each other to the last digit, unless they are exact. */
const sumOfPowers = (power: number): string => `sum(${Array.from({ length: power }, () => EXACT).join(' * ')})`
const COUNT = 'count($1)'
/** n · Σx² - (Σx)², of the parts 1 to 3: zero where all values are equal. */
const SPREAD = '($1 * $3 - $2 * $2)'

const skewness: Spelling = formula(
  `case when ${SPREAD} <> 0 then (($1 * $1 * $4 - 3 * $1 * $2 * $3 + 2 * $2 * $2 * $2) / (${SPREAD} * sqrt(${SPREAD})))::double precision end`,
  COUNT,
  sumOfPowers(1),
  sumOfPowers(2),
  sumOfPowers(3),
)

const kurtosis: Spelling = formula(
  `case when ${SPREAD} <> 0 then (($1 * $1 * $1 * $5 - 4 * $1 * $1 * $2 * $4 + 6 * $1 * $2 * $2 * $3 - 3 * $2 * $2 * $2 * $2) / (${SPREAD} * ${SPREAD}) - 3)::double precision end`,
  COUNT,
  sumOfPowers(1),
  sumOfPowers(2),
  sumOfPowers(3),
  sumOfPowers(4),
)

/** PostgreSQL's sums leave something over of equal values that are no binary fractions. */
const LEAST = (of: string, beside: string): string => `min(${of}) filter (where ${beside} is not null)`
const GREATEST = (of: string, beside: string): string => `max(${of}) filter (where ${beside} is not null)`

/** NULL where x is constant. */
const byX = (template: string): Spelling =>
  formula("case when $1 < $2 or $1 = 'NaN' then $3 end", LEAST('$2', '$1'), GREATEST('$2', '$1'), template)

export const statisticSpellings: SpellingsOf<'statistic'> = {
  stddev: 'stddev_samp($1)',
  stddevPop: 'stddev_pop($1)',
  variance: 'var_samp($1)',
  varPop: 'var_pop($1)',
  skewness,
  kurtosis,
  corr: formula(
    "case when ($1 < $2 or $1 = 'NaN') and ($3 < $4 or $3 = 'NaN') then $5 end",
    LEAST('$1', '$2'),
    GREATEST('$1', '$2'),
    LEAST('$2', '$1'),
    GREATEST('$2', '$1'),
    'corr($1, $2)',
  ),
  covarPop: 'covar_pop($1, $2)',
  covarSamp: 'covar_samp($1, $2)',
  regrCount: 'regr_count($1, $2)',
  regrAvgx: 'regr_avgx($1, $2)',
  regrAvgy: 'regr_avgy($1, $2)',
  regrSxx: 'regr_sxx($1, $2)',
  regrSyy: 'regr_syy($1, $2)',
  regrSxy: 'regr_sxy($1, $2)',
  regrSlope: byX('regr_slope($1, $2)'),
  regrIntercept: byX('regr_intercept($1, $2)'),
  regrR2: formula(
    "case when $1 < $2 or $1 = 'NaN' then case when $3 = $4 and $3 < 'Infinity' then 1 else $5 end end",
    LEAST('$2', '$1'),
    GREATEST('$2', '$1'),
    LEAST('$1', '$2'),
    GREATEST('$1', '$2'),
    'regr_r2($1, $2)',
  ),
}
