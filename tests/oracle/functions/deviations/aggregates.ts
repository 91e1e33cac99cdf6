/** Where aggregates are exact here, and an estimate in Spark. */
import { type FunctionDeviation, only } from './rule.ts'

/** Spark's relative standard error, three times. */
const FARTHEST = 0.15

export const aggregateDeviations: readonly FunctionDeviation[] = [
  {
    name: 'distinct values are counted',
    functions: ['approx_count_distinct'],
    engines: '*',
    reason:
      'Spark estimates how many there are; each engine has an estimate of its own, and the exact number is one for all',
    applies: ({ spark, ours }) => {
      const [theirs, counted] = [Number(only(spark)), Number(only(ours))]
      return counted > 0 && Math.abs(theirs - counted) <= Math.max(1, FARTHEST * counted)
    },
  },
]
