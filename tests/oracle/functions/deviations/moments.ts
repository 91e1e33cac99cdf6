/** Where what reads moments is not meant to be as Spark's. */
import { ValueOutOfRange } from '../../../../src/index.ts'
import { type FunctionDeviation, only } from './rule.ts'

export const momentDeviations: readonly FunctionDeviation[] = [
  {
    name: "a text's own time zone is a distance from UTC, no region",
    functions: ['cast', 'try_cast', 'to_timestamp', 'to_timestamp_ltz', 'try_to_timestamp'],
    engines: '*',
    types: /^string$/,
    reason:
      'engines choose differently between the two moments that clocks show twice: split the region off and hand it to toUtcTimestamp, which chooses as Spark does',
    applies: ({ error, ours, unit }) =>
      (error instanceof ValueOutOfRange || only(ours) === null) &&
      unit.rows
        .flat()
        .some((value) => typeof value === 'string' && /^\s*\d{4}-.*\s[A-Z]\w+(\/[\w+-]+)+\s*$/.test(value)),
  },
]
