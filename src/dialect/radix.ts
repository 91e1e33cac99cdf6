/** Digits of the bases that `conv` knows, in both cases where they are read. */
export const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** One more than the greatest number of 64 bits, and half of it. */
export const ALL = '18446744073709551616'
const HALF = '9223372036854775808'

/** Whether `base` and `target` are bases, and there is a text at all. */
export const isAsked = (text: string, base: string, target: string): string =>
  `${text} <> '' and ${base} between 2 and 36 and abs(${target}) between 2 and 36`

/**
 * The number of 64 bits that the digits' value stands for. A minus before what is beyond long leaves nothing but the
 * greatest number; written with a sign, the upper half is negative.
 */
export const inBits = (value: string, negative: string, target: string): string => {
  const signed = `case when ${negative} then case when ${value} >= ${HALF} then -1 else -${value} end else ${value} end`
  return `case when ${target} > 0 and ${negative} and ${value} > 0 then ${ALL} + ${signed} when ${target} < 0 and ${signed} >= ${HALF} then ${signed} - ${ALL} else ${signed} end`
}
