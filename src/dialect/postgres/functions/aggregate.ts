import type { SqlType } from '../../../plan/type.ts'
import { integralRange } from '../../../plan/type-rules.ts'
import { fill, fragment, RANK } from '../../fragment.ts'
import { byType, formula, overWindow, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { ordering } from '../text.ts'
import { withoutWindow } from '../without-window.ts'

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

/** NULL where the type has no room for the result. */
const fitting = (template: string): Spelling =>
  byType(({ type }) => {
    if (type.kind === 'decimal') {
      const { precision, scale } = type
      const fits = `abs(round($1, ${scale})) < 1e${precision - scale}`
      return formula(`case when ${fits} then $1::numeric(${precision}, ${scale}) end`, template)
    }
    const { min, max } = integralRange('long') as { min: bigint; max: bigint }
    return formula(`case when $1 between ${min} and ${max} then $1::bigint end`, template)
  })

const doubles = (name: 'sum' | 'avg', of: SqlType | undefined): Spelling =>
  of?.kind === 'double' ? `${name}($1)` : `${name}($1::double precision)`

/**
 * The product, by the sum $1 of logarithms of thirty digits: it is exact to a double's last digit or one beside it. Zeros ($2)
 * and negative numbers ($3) have no logarithm.
 */
const product = formula(
  "case when $2 > 0 then 0 * coalesce($1, 0)::double precision when $1 > 709.782712893384 then 'Infinity' * $1::double precision when $1 < -745.1332191019411 then 0 else exp($1)::double precision end * case when $3 % 2 = 1 then -1 else 1 end",
  'sum(ln(abs($1)::text::numeric * 1.000000000000000000000000000000)) filter (where $1 <> 0)',
  'count(*) filter (where $1 = 0)',
  'count(*) filter (where $1 < 0)',
)

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
  approxCountDistinct: withoutWindow('approxCountDistinct', 'count(distinct $1)'),
  sum: byType(({ types, type }) => (type.kind === 'double' ? doubles('sum', types[0]) : back('sum($1)'))),
  trySum: byType(({ types, type }) => (type.kind === 'double' ? doubles('sum', types[0]) : fitting('sum($1)'))),
  sumDistinct: byType(({ types }) =>
    types[0]?.kind === 'float' ? 'sum(distinct $1::double precision)' : back('sum(distinct $1)'),
  ),
  avg: byType(({ type, types }) => (type.kind === 'decimal' ? back('avg($1)') : doubles('avg', types[0]))),
  tryAvg: byType(({ type, types }) => (type.kind === 'decimal' ? fitting('avg($1)') : doubles('avg', types[0]))),
  product,
  // Booleans have no min and max: false is less than true.
  min: byType(({ type }) => (type.kind === 'boolean' ? 'bool_and($1)' : ordering('min($1)'))),
  max: byType(({ type }) => (type.kind === 'boolean' ? 'bool_or($1)' : ordering('max($1)'))),
  grouping: 'grouping($*)',
  boolAnd: 'bool_and($1)',
  boolOr: 'bool_or($1)',
  bitAnd: 'bit_and($1)',
  bitOr: 'bit_or($1)',
  bitXor: 'bit_xor($1)',
}
