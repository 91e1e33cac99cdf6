import { fill, fragment } from '../../fragment.ts'
import { type SpellingsOf, spell, unsupported } from '../../spelling.ts'
import { exact, exactTotal } from '../exact.ts'
import { ours } from '../ours.ts'

export const aggregateSpellings: SpellingsOf<'aggregate'> = {
  count: (args, call) =>
    call.literals[0] === undefined || call.literals[0] === null ? fill('count($1)', args) : fragment('count(*)'),
  countDistinct: (args) =>
    args.length === 1 ? fill('count(distinct $1)', args) : fill('count(distinct millrace_tuple($*))', args),
  approxCountDistinct: (args, { window }) => fill(window ? 'millrace_count_distinct($1)' : 'count(distinct $1)', args),
  countIf: 'count(case when $1 then 1 end)',
  sum: exactTotal('sum($1)'),
  sumDistinct: exact('sum(distinct $1)'),
  avg: exactTotal('avg($1)'),
  tryAvg: exactTotal('avg($1)'),
  trySum: (args, call) => spell(call.type.kind === 'long' ? ours('try_sum') : exactTotal('sum($1)'), args, call),
  product: ours('product'),
  min: 'min($1)',
  max: 'max($1)',
  // Grouping sets are a union of plain groupings, in which it is a constant.
  grouping: unsupported('grouping() outside grouping sets', 'SQLite', 'use it with rollup, cube or groupingSets'),
  boolAnd: 'min($1)',
  boolOr: 'max($1)',
  bitAnd: ours('bit_and'),
  bitOr: ours('bit_or'),
  bitXor: ours('bit_xor'),
}
