import { formula, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

/** A column where the other one is not NULL. */
const y = 'case when $2 is not null then $1 end'
const x = 'case when $1 is not null then $2 end'

/** The covariance is a quarter of what the variances of the sum and of the difference are apart. */
const covariance = (fn: 'var' | 'varp'): Spelling => formula('($1 - $2) / 4', `${fn}($1 + $2)`, `${fn}($1 - $2)`)
/** Variances of a constant need not be zero to the last digit. */
const varies = (of: string): readonly string[] => [`min(${of})`, `max(${of})`]

const moments = (name: string): Spelling =>
  refuse(name, 'compute the mean with avg over a window, and then avg the powers of the distances')

export const statisticSpellings: SpellingsOf<'statistic'> = {
  stddev: 'stdev($1)',
  stddevPop: 'stdevp($1)',
  variance: 'var($1)',
  varPop: 'varp($1)',
  skewness: moments('skewness'),
  kurtosis: moments('kurtosis'),
  corr: formula(
    'case when $1 < $2 and $3 < $4 then $5 / ($6 * $7) end',
    ...varies(y),
    ...varies(x),
    covariance('varp'),
    `stdevp(${y})`,
    `stdevp(${x})`,
  ),
  covarPop: covariance('varp'),
  covarSamp: covariance('var'),
  regrCount: `count_big(${x})`,
  regrAvgx: `avg(${x})`,
  regrAvgy: `avg(${y})`,
  regrSxx: formula('$1 * $2', `varp(${x})`, `count_big(${x})`),
  regrSyy: formula('$1 * $2', `varp(${y})`, `count_big(${y})`),
  regrSxy: formula('$1 * $2', covariance('varp'), `count_big(${x})`),
  regrSlope: formula('case when $1 < $2 then $3 / $4 end', ...varies(x), covariance('varp'), `varp(${x})`),
  regrIntercept: formula(
    'case when $1 < $2 then $5 - $3 / $4 * $6 end',
    ...varies(x),
    covariance('varp'),
    `varp(${x})`,
    `avg(${y})`,
    `avg(${x})`,
  ),
  regrR2: formula(
    'case when $1 < $2 then case when $3 < $4 then $5 * $5 / ($6 * $7) else 1 end end',
    ...varies(x),
    ...varies(y),
    covariance('varp'),
    `varp(${x})`,
    `varp(${y})`,
  ),
}
