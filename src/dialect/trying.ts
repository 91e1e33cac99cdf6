import { MAX_DECIMAL_PRECISION } from '../plan/type.ts'
import { integralRange } from '../plan/type-rules.ts'
import { fill } from './fragment.ts'
import { type Spelling, spell, unsupported } from './spelling.ts'

/**
 * An operator that gives NULL where the result has no room in its type.
 *
 * @param wide `$1 operator $2` in a type that has room for every whole result
 * @param widest the same for decimals that may need more digits than a decimal has
 */
export const trying =
  (operator: Spelling, wide: string, widest: Spelling): Spelling =>
  (args, call) => {
    const range = integralRange(call.type.kind)
    if (call.type.kind === 'decimal' && call.type.precision === MAX_DECIMAL_PRECISION) return spell(widest, args, call)
    const written = spell(operator, args, call)
    if (!range) return written
    return fill(`case when $1 between ${range.min} and ${range.max} then $2 end`, [fill(wide, args, 0), written])
  }

/** An engine that gives up where only the digits on the way are too many cannot say whether the result's are. */
export const noWidest = (engine: string): Spelling =>
  unsupported('trying with decimals that may need more than 38 digits', engine, 'cast them to fewer digits first')
