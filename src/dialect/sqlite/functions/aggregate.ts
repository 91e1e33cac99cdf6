import { fill, fragment } from '../../fragment.ts'
import { type SpellingsOf, unsupported } from '../../spelling.ts'
import { exact, exactSum } from '../exact.ts'

export const aggregateSpellings: SpellingsOf<'aggregate'> = {
  count: (args, call) =>
    call.literals[0] === undefined || call.literals[0] === null ? fill('count($1)', args) : fragment('count(*)'),
  countDistinct: (args) =>
    args.length === 1 ? fill('count(distinct $1)', args) : fill('count(distinct millrace_tuple($*))', args),
  countIf: 'count(case when $1 then 1 end)',
  sum: exactSum('sum($1)'),
  sumDistinct: exact('sum(distinct $1)'),
  avg: exact('avg($1)'),
  min: 'min($1)',
  max: 'max($1)',
  stddev: 'millrace_stddev($1)',
  stddevPop: 'millrace_stddev_pop($1)',
  variance: 'millrace_variance($1)',
  varPop: 'millrace_var_pop($1)',
  // Grouping sets are a union of plain groupings, in which it is a constant.
  grouping: unsupported('grouping() outside grouping sets', 'SQLite', 'use it with rollup, cube or groupingSets'),
  maxBy: 'millrace_max_by($1, $2)',
  minBy: 'millrace_min_by($1, $2)',
  percentileApprox: 'millrace_percentile($1, $2)',
  boolAnd: 'min($1)',
  boolOr: 'max($1)',
}
