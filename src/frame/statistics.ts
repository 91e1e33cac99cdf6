/** Reads the arguments of describe and summary. */
import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument } from '../errors/index.ts'

/** The rows of `describe`. */
export const DESCRIBED = ['count', 'mean', 'stddev', 'min', 'max'] as const
const SUMMARISED = ['count', 'mean', 'stddev', 'min', '25%', '50%', '75%', 'max'] as const
const KNOWN = [...SUMMARISED, 'count_distinct']

/** The rows of `summary`: those asked for, in that order, or all. @throws InvalidArgument for a name that is none */
export function statisticNames(given: readonly unknown[]): readonly string[] {
  if (given.length === 0) return SUMMARISED
  return given.map((name) => {
    if (typeof name === 'string' && (KNOWN.includes(name) || isPercentile(name))) return name
    throw new InvalidArgument(`summary knows no statistic ${describeValue(name)}`, {
      hint: [didYouMean(String(name), KNOWN), `There are ${KNOWN.join(', ')} and any percentile: '10%'.`]
        .filter(Boolean)
        .join(' '),
    })
  })
}

function isPercentile(name: string): boolean {
  const share = /^(\d+(?:\.\d+)?)%$/.exec(name)?.[1]
  return share !== undefined && Number(share) <= 100
}
