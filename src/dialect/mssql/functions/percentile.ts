import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const NUMBERED = 'number the rows with rowNumber() and count() over a window'

export const percentileSpellings: SpellingsOf<'percentile'> = {
  percentile: refuse('percentile', NUMBERED),
  percentiles: refuse('percentile', NUMBERED),
  percentileApprox: refuse('percentileApprox', NUMBERED),
  percentilesApprox: refuse('percentileApprox', NUMBERED),
}
