/** Where Millrace's functions differ from Spark's: each rule with its reason. */
import { aggregateDeviations } from './deviations/aggregates.ts'
import { daggerDeviations } from './deviations/daggers.ts'
import { momentDeviations } from './deviations/moments.ts'
import { operatorDeviations } from './deviations/operators.ts'
import type { FunctionDeviation } from './deviations/rule.ts'

export const deviations: readonly FunctionDeviation[] = [
  ...daggerDeviations,
  ...aggregateDeviations,
  ...momentDeviations,
  ...operatorDeviations,
]
