import type { Result } from '../column/aggregate.ts'
import type { ColumnOf } from '../column/column.ts'
import { type SqlType, types } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { integer, type Parameter, value } from './parameter.ts'

type Whole = ColumnOf<number | null>
type Shift = <C extends Whole, N extends number | Whole>(number: C, by: N) => Result<C | N, number>

/** Shorter types than int are int where bits move. */
const width = ([of]: readonly Argument[]): SqlType => ((of as Argument).type.kind === 'long' ? types.long : types.int)
const shift = { takes: [integer, value(integer)], gives: width }

/**
 * The bits moved to the left; what falls out is lost. Counts wrap at the number's width: 65 moves a long by 1.
 *
 * @example shiftLeft(p.flags, 3)
 */
export const shiftLeft: Shift = scalar('shiftLeft', shift)
/** The bits moved to the right; the sign stays. @example shiftRight(p.flags, 3) */
export const shiftRight: Shift = scalar('shiftRight', shift)
/** The bits moved to the right, zeros moving in. @example shiftRightUnsigned(p.flags, 3) */
export const shiftRightUnsigned: Shift = scalar('shiftRightUnsigned', shift)
/** `shiftLeft` by its other name. */
export const shiftleft: Shift = shiftLeft
/** `shiftRight` by its other name. */
export const shiftright: Shift = shiftRight
/** `shiftRightUnsigned` by its other name. */
export const shiftrightunsigned: Shift = shiftRightUnsigned

const bits: Parameter = {
  what: 'a whole number or a boolean',
  accepts: (type) => isIntegral(type) || type.kind === 'boolean',
  fallback: types.long,
}
/** How many bits are set; a negative number has 64. @example bitCount(p.flags) // 7 → 3 */
export const bitCount: <C extends ColumnOf<number | boolean | null>>(column: C) => Result<C, number> = scalar(
  'bitCount',
  { takes: [bits], gives: types.int },
)

/** The bit at a position, counted from 0 at the right. A position that the type has not raises. @example getbit(p.flags, 2) */
export const getbit: Shift = scalar('getbit', { takes: [integer, value(integer)], gives: types.byte })
/** `getbit` by its other name. */
export const bitGet: Shift = getbit
