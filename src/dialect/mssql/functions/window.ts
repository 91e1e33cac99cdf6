import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

export const windowSpellings: SpellingsOf<'window'> = {
  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1)',
  lag: 'lag($*)',
  lead: 'lead($*)',
  nthValue: refuse('nthValue', 'number the rows with rowNumber() and take the nth'),
}
