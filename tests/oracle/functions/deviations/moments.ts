/** Where what reads moments is not meant to be as Spark's. */
import { ValueOutOfRange } from '../../../../src/index.ts'
import { type FunctionDeviation, only } from './rule.ts'

/** A region behind a moment, in brackets or not. */
const REGION = /\d\s*\[?[A-Z]\w+(\/[\w+-]+)+\]?\s*$/

export const momentDeviations: readonly FunctionDeviation[] = [
  {
    name: "a region's name in a text is no part of a moment",
    functions: ['cast', 'try_cast', 'to_timestamp', 'to_timestamp_ltz', 'try_to_timestamp'],
    engines: '*',
    types: /^string$/,
    reason:
      'a text says UTC or its distance from it, for engines choose differently between the two moments that clocks show twice: split the region off and hand it to toUtcTimestamp, which chooses as Spark does',
    applies: ({ error, ours, unit }) =>
      (error instanceof ValueOutOfRange || only(ours) === null) &&
      unit.rows.flat().some((value) => typeof value === 'string' && REGION.test(value)),
  },
]
