/** Casts that Spark makes by itself and Millrace asks to be written. */
import { castsSilently, type SilentCast, silentCast } from '../../silent-casts.ts'
import { expressionsOf } from '../program.ts'
import { type Deviation, type DeviationCase, ourError } from './rule.ts'

/** Verbs in whose names our errors speak. */
const VERBS: Readonly<Record<string, readonly string[]>> = {
  union: ['union', 'unionByName', 'intersect', 'intersectAll', 'except', 'exceptAll'],
  unpivot: ['unpivot'],
  join: ['join'],
  // A pivot compares its column with its values.
  eq: ['pivot'],
}

function asksFor(one: DeviationCase, cast: SilentCast): boolean {
  const error = ourError(one, 'TypeMismatch')
  const found = error && silentCast(error)
  if (!found || found.cast !== cast) return false
  const verbs = VERBS[found.where]
  if (verbs && one.program.steps.some(({ op }) => verbs.includes(op))) return true
  return castsSilently(error, [...expressionsOf(one.program)]) !== undefined
}

export const typeDeviations: readonly Deviation[] = [
  {
    name: 'nothing is cast silently',
    reason:
      '§2.13: "† Between string and number, boolean or date nothing is cast silently, in comparisons, arithmetic, `coalesce`, `when`, unions and unpivot alike: an error that shows the cast to write"',
    applies: (one) => asksFor(one, 'meet'),
  },
  {
    name: 'a function takes the types of its signature',
    reason:
      '§2.13: "A function takes the types that its signature names: others are an error too. … † Date minus date is an error that names `datediff`"',
    applies: (one) => asksFor(one, 'signature'),
  },
]
