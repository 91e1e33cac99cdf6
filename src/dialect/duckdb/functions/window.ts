import { fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'

export const windowSpellings: SpellingsOf<'window'> = {
  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1)',
  lag: 'lag($*)',
  lead: 'lead($*)',
  nthValue: (args, { literals }) => fill(`nth_value($1, $2${literals[2] === true ? ' ignore nulls' : ''})`, args),
}
