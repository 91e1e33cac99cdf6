import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { nthKnown } from '../picks.ts'

const offsetFunction =
  (fn: 'lag' | 'lead'): Spelling =>
  (args) =>
    fill(args.length === 1 ? `${fn}($1)` : args.length === 2 ? `${fn}($1, $2::int)` : `${fn}($1, $2::int, $3)`, args)

export const windowSpellings: SpellingsOf<'window'> = {
  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1::int)',
  lag: offsetFunction('lag'),
  lead: offsetFunction('lead'),
  nthValue: (args, call) =>
    spell(call.literals[2] === true ? nthKnown(Number(call.literals[1]) - 1) : 'nth_value($1, $2::int)', args, call),
}
