/** A decimal cut to some digits behind the point. */
import { type SqlType, types } from '../plan/type.ts'
import { roundedAs } from '../plan/type-rules.ts'
import { type Fragment, fill, RANK } from './fragment.ts'
import { type Spelling, spell } from './spelling.ts'

type Cast = (operand: Fragment, from: SqlType, to: SqlType, onError: 'raise') => Fragment

/** One at the last of so many digits behind the point, or before it. */
const unitOf = (scale: number): string => (scale > 0 ? `0.${'0'.repeat(scale - 1)}1` : `1${'0'.repeat(-scale)}`)

/** `ceil` or `floor`: to a whole number as the dialect does it; else what is too much is taken off by its remainder. */
export const toPlaces =
  (direction: 'ceil' | 'floor', whole: Spelling, cast: Cast): Spelling =>
  (args, call) => {
    if (args.length < 2) return spell(whole, args, call)
    const [from] = call.types as readonly [SqlType]
    const exact = roundedAs(from)
    const [given] = args as readonly [Fragment]
    const operand = from.kind === 'decimal' ? given : cast(given, from, exact, 'raise')
    const scale = Number(call.literals[1])
    const wide = types.decimal(38, exact.scale)
    if (scale >= exact.scale) return cast(operand, exact, call.type, 'raise')
    const unit = unitOf(scale)
    const further = direction === 'ceil' ? `when $1 % ${unit} > 0 then ${unit}` : `when $1 % ${unit} < 0 then -${unit}`
    return cast(fill(`$1 - $1 % ${unit} + case ${further} else 0 end`, [operand], RANK.add), wide, call.type, 'raise')
  }
