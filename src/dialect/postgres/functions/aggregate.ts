import { UnsupportedOnDialect } from '../../../errors/index.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { byType, overWindow, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { valueBy } from '../picks.ts'
import { ordering } from '../text.ts'

/** Brings a wider result of PostgreSQL's back to the type it has in Spark; out of range it raises. */
const back =
  (template: string): Spelling =>
  (args, call) => {
    const { type } = call
    const written = overWindow(fill(template, args), call)
    if (type.kind === 'long') return { ...written, sql: `${written.sql}::bigint`, rank: RANK.cast }
    if (type.kind === 'decimal')
      return { ...written, sql: `${written.sql}::numeric(${type.precision}, ${type.scale})`, rank: RANK.cast }
    return written
  }

/** An aggregate of PostgreSQL's that knows no window. */
const percentile: Spelling = ([of], { literals, window }) => {
  if (window !== undefined) {
    throw new UnsupportedOnDialect('percentileApprox over a window is not supported on PostgreSQL', {
      hint: 'compute it with groupBy and join the result',
    })
  }
  return fill(`percentile_disc(${literals[1]}) within group (order by $1)`, [of as Fragment])
}

export const aggregateSpellings: SpellingsOf<'aggregate'> = {
  count: (args, { literals }) =>
    literals[0] === undefined || literals[0] === null ? fill('count($1)', args) : fragment('count(*)'),
  countDistinct: (args) =>
    args.length === 1
      ? fill('count(distinct $1)', args)
      : fill(
          `count(distinct case when ${args.map((_, index) => `$${index + 1} is not null`).join(' and ')} then ($*) end)`,
          args,
        ),
  countIf: 'count(*) filter (where $1)',
  sum: byType(({ types }) => (types[0]?.kind === 'float' ? 'sum($1::double precision)' : back('sum($1)'))),
  sumDistinct: byType(({ types }) =>
    types[0]?.kind === 'float' ? 'sum(distinct $1::double precision)' : back('sum(distinct $1)'),
  ),
  avg: byType(({ type, types }) =>
    type.kind === 'decimal'
      ? back('avg($1)')
      : types[0]?.kind === 'double' || types[0]?.kind === 'float'
        ? 'avg($1)'
        : 'avg($1::double precision)',
  ),
  // Booleans have no min and max: false is less than true.
  min: byType(({ type }) => (type.kind === 'boolean' ? 'bool_and($1)' : ordering('min($1)'))),
  max: byType(({ type }) => (type.kind === 'boolean' ? 'bool_or($1)' : ordering('max($1)'))),
  stddev: 'stddev_samp($1)',
  stddevPop: 'stddev_pop($1)',
  variance: 'var_samp($1)',
  varPop: 'var_pop($1)',
  grouping: 'grouping($*)',
  maxBy: valueBy('max', 'desc'),
  minBy: valueBy('min', 'asc'),
  percentileApprox: percentile,
  boolAnd: 'bool_and($1)',
  boolOr: 'bool_or($1)',
}
