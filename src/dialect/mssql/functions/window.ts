import { fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

/** IGNORE NULLS stands between the call and OVER. */
const known =
  (template: string): Spelling =>
  (args, { literals }) =>
    fill(template + (literals[1] === true ? ' ignore nulls' : ''), args)

export const windowSpellings: SpellingsOf<'window'> = {
  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1)',
  lag: 'lag($*)',
  lead: 'lead($*)',
  firstValue: known('first_value($1)'),
  lastValue: known('last_value($1)'),
  nthValue: refuse('nthValue', 'number the rows with rowNumber() and take the nth'),
}
