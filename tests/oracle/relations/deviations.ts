/** Where Millrace means to differ from Spark: each rule with the sentence of the semantics on which it stands. */
import { limitDeviations } from './deviations/limits.ts'
import { nameDeviations } from './deviations/names.ts'
import { referenceDeviations } from './deviations/references.ts'
import type { Deviation } from './deviations/rule.ts'
import { typeDeviations } from './deviations/types.ts'
import { valueDeviations } from './deviations/values.ts'

export const deviations: readonly Deviation[] = [
  ...limitDeviations,
  ...valueDeviations,
  ...typeDeviations,
  ...nameDeviations,
  ...referenceDeviations,
]
