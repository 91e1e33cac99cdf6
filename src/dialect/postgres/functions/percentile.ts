import { type Fragment, fill } from '../../fragment.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { withoutWindow } from '../without-window.ts'

const shareOf =
  (name: string, several: boolean): Spelling =>
  ([value], { literals }) => {
    const shares = literals.slice(1).join(', ')
    const asked = several ? `array[${shares}]::double precision[]` : shares
    return fill(`${name}(${asked}) within group (order by $1)`, [value as Fragment])
  }

export const percentileSpellings: SpellingsOf<'percentile'> = {
  percentile: withoutWindow('percentile', shareOf('percentile_cont', false)),
  percentiles: withoutWindow('percentile', shareOf('percentile_cont', true)),
  percentileApprox: withoutWindow('percentileApprox', shareOf('percentile_disc', false)),
  percentilesApprox: withoutWindow('percentileApprox', shareOf('percentile_disc', true)),
}
