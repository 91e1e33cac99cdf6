import type { Like, Result } from '../column/aggregate.ts'
import type { ColumnOf, ValueOf } from '../column/column.ts'
import type { Arithmetic, Decimal, Nulls, NumberOf, Numeric } from '../column/values.ts'
import { type SqlType, types } from '../plan/type.ts'
import { arithmeticType, boundedDecimal, isFractional, roundedAs } from '../plan/type-rules.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { type Numbers, type Operand, type ToDouble, toDouble, twoToDouble } from './numbers.ts'
import { integer, meeting, number, optional, value, writtenInteger } from './parameter.ts'

type SameNumber = <C extends Numbers>(number: C) => Result<C, NumberOf<ValueOf<C>>>

/** The value without its sign. An integer type's least value has none and raises. */
export const abs: SameNumber = scalar('abs', { takes: [number], gives: 0 })
/** The value with the other sign. */
export const negate: SameNumber = scalar('negate', { takes: [number], gives: 0 })
/** `negate` by its other name. */
export const negative: SameNumber = negate

/** What rounding to `scale` digits leaves of a type. */
function roundedType([of, digits]: readonly Argument[]): SqlType {
  const type = (of as Argument).type
  if (type.kind !== 'decimal') return type
  const scale = typeof digits?.literal === 'number' ? digits.literal : digits ? type.scale : 0
  const kept = Math.min(type.scale, Math.max(0, scale))
  return boundedDecimal(type.precision - type.scale + kept + 1, kept)
}

/**
 * Rounded to `scale` digits after the point (default 0; negative: before it), half away from zero, on the number's
 * shortest decimal form: 2.675 to 2 digits is 2.68.
 */
export const round: <C extends Numbers>(number: C, scale?: number) => Result<C, NumberOf<ValueOf<C>>> = scalar(
  'round',
  {
    takes: [number, optional(value(integer))],
    gives: roundedType,
  },
)

/**
 * Rounded like `round`, but a half goes to the even neighbour: 2.5 and 1.5 are both 2.
 *
 * @example bround(o.rate, 2) // 8.345 → 8.34, 1.115 → 1.12
 */
export const bround: <C extends Numbers>(number: C, scale?: number) => Result<C, NumberOf<ValueOf<C>>> = scalar(
  'bround',
  {
    takes: [number, optional(value(integer))],
    gives: roundedType,
  },
)

interface ToWhole {
  <C extends Numbers>(number: C): Result<C, NumberOf<ValueOf<C>>>
  <C extends Numbers>(number: C, scale: number): Like<C, Decimal | Nulls<ValueOf<C>>>
}

const toWhole = {
  takes: [number, optional(writtenInteger('a number of digits'))],
  /** A number without fraction, or a decimal with as many digits behind the point as are wanted. */
  gives: ([of, digits]: readonly Argument[]): SqlType => {
    const type = (of as Argument).type
    if (!digits) return type.kind === 'decimal' ? boundedDecimal(type.precision - type.scale + 1, 0) : types.long
    const scale = Number(digits.literal)
    const { precision, scale: most } = roundedAs(type)
    const whole = precision - most + 1
    const kept = Math.min(most, Math.max(scale, 0))
    return types.decimal(Math.min(38, Math.max(whole, 1 - scale) + kept), kept)
  },
  /** A double that is none has no digits. */
  nulls: ([of, digits]: readonly Argument[]): boolean =>
    (of as Argument).nullable || (digits !== undefined && isFractional((of as Argument).type)),
}
/**
 * The least whole number that is not below; a double beyond long's range gives long's end. With a `scale`, the least
 * decimal of so many digits behind the point (negative: before it): a double counts with fifteen, and raises from 1e15 on.
 *
 * @example ceil(o.weight) // 2.1 → 3
 * @example ceil(o.weight, 1) // 2.11 → '2.2'
 */
export const ceil: ToWhole = scalar('ceil', toWhole)
/** `ceil` by its other name. */
export const ceiling: ToWhole = ceil
/**
 * The greatest whole number that is not above; a double beyond long's range gives long's end. With a `scale`, the greatest
 * decimal of so many digits behind the point, as `ceil` has it.
 *
 * @example floor(o.weight, 1) // -2.11 → '-2.2'
 */
export const floor: ToWhole = scalar('floor', toWhole)

/** -1, 0 or 1 as a double. */
export const signum: ToDouble = scalar('signum', toDouble)
/** `signum` by its other name. */
export const sign: ToDouble = signum
/** Square root. Of a negative number: NaN (NULL on SQLite, which has no NaN). */
export const sqrt: ToDouble = scalar('sqrt', toDouble)
/** e to the power of the number. */
export const exp: ToDouble = scalar('exp', toDouble)
/** Natural logarithm; NULL for zero and below. */
export const ln: ToDouble = scalar('ln', toDouble)
/** Logarithm to base 10; NULL for zero and below. */
export const log10: ToDouble = scalar('log10', toDouble)
/** `base` to the power of `exponent`. */
export const pow: <B extends Numbers, E extends number | Numbers>(base: B, exponent: E) => Like<B | E, number | null> =
  scalar('pow', twoToDouble)
/** `pow` by its other name. */
export const power: typeof pow = pow

/** Whole-number division, truncated toward zero. By zero it is NULL. */
export const intDiv: <A extends Numbers, B extends number | Numbers>(
  dividend: A,
  divisor: B,
) => Like<A | B, number | null> = scalar('intDiv', {
  takes: [integer, value(integer)],
  gives: types.long,
  nulls: 'always',
})

/**
 * Remainder that is not negative where the divisor is positive: -7 by 3 is 2, not -1. By zero it is NULL.
 *
 * @example pmod(o.minutes, 60)
 */
export const pmod: <A extends Numbers, B extends Numeric | Numbers>(
  dividend: A,
  divisor: B,
) => Like<A | B, Arithmetic<ValueOf<A>, Operand<B>> | null> = scalar('pmod', {
  takes: [meeting(number), value(meeting(number))],
  gives: ([a, b]) => arithmeticType('mod', (a as Argument).type, (b as Argument).type),
  nulls: 'always',
})

/** The whole number with every bit turned over. */
export const bitwiseNot: <C extends ColumnOf<number | null>>(number: C) => Result<C, number> = scalar('bitwiseNot', {
  takes: [integer],
  gives: 0,
})
