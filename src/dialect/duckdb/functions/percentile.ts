import { type Fragment, fill } from '../../fragment.ts'
import { formula, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'

const shares = (literals: readonly unknown[]): readonly string[] =>
  literals.slice(1).map((share) => `${String(share)}::double`)

const continuous =
  (several: boolean): Spelling =>
  ([value], { literals }) => {
    const asked = shares(literals).join(', ')
    return fill(`quantile_cont($1, ${several ? `[${asked}]` : asked})`, [value as Fragment])
  }

/** DuckDB's own takes a share as a decimal: of 100 values the seventh is 0.07, where 0.07 × 100 in double is more. */
const discrete =
  (several: boolean): Spelling =>
  ([value], call) => {
    const found = shares(call.literals).map((share) => `list_sort($1)[greatest(1, ceil(${share} * $2))::bigint]`)
    const template = several ? `case when $2 > 0 then [${found.join(', ')}] end` : (found[0] as string)
    return spell(formula(template, 'list($1) filter ($1 is not null)', 'count($1)'), [value as Fragment], call)
  }

export const percentileSpellings: SpellingsOf<'percentile'> = {
  percentile: continuous(false),
  percentiles: continuous(true),
  percentileApprox: discrete(false),
  percentilesApprox: discrete(true),
}
