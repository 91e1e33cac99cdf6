import { integralRange } from '../plan/type-rules.ts'
import { fill } from './fragment.ts'
import { type Spelling, spell } from './spelling.ts'

/**
 * An operator that gives NULL where a whole result has no room in its type.
 *
 * @param wide `$1 operator $2` in a type that has room for every result
 */
export const trying =
  (operator: Spelling, wide: string): Spelling =>
  (args, call) => {
    const range = integralRange(call.type.kind)
    const written = spell(operator, args, call)
    if (!range) return written
    return fill(`case when $1 between ${range.min} and ${range.max} then $2 end`, [fill(wide, args, 0), written])
  }
