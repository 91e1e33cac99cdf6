import { type Fragment, fill, fragment } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'

const percentile =
  (name: string): Spelling =>
  ([value], { literals }) =>
    fill(`millrace_percentile_${name}($1, ${String(literals[1])})`, [value as Fragment])

const percentiles =
  (name: string): Spelling =>
  ([value], { literals }) =>
    fill(`millrace_percentile_${name}($1, $2)`, [value as Fragment, fragment('?', [JSON.stringify(literals.slice(1))])])

export const percentileSpellings: SpellingsOf<'percentile'> = {
  percentile: percentile('cont'),
  percentiles: percentiles('cont'),
  percentileApprox: percentile('disc'),
  percentilesApprox: percentiles('disc'),
}
