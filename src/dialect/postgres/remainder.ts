import { type Fragment, fill } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'
import { postgresType } from './casts.ts'

/** A double's bits without its sign: 52 of its digits behind 11 of its exponent. */
const bits = (name: string): string => `('x' || encode(float8send(abs(${name})), 'hex'))::bit(64)::bigint`
/** Its digits as a whole number: all but the least doubles have one more than is stored. */
const digits = (name: string): string =>
  `((${name} & 4503599627370495) + case when ${name} >> 52 > 0 then 4503599627370496 else 0 end)::numeric`
/** The power of two that they stand at, from the least there is. */
const place = (name: string): string => `greatest(${name} >> 52, 1)::int`
/** The digits of one as a whole number at the place of the lower one. */
const level = (name: string, other: string): string =>
  `${digits(name)} * power(2::numeric, greatest(${place(name)} - ${place(other)}, 0))`

/**
 * The remainder of doubles, exact as C's `fmod`; by zero it is NULL. PostgreSQL has none, and that of their decimal forms
 * is another one: ten times 0.1 is more than 1.
 */
export const doubleRemainder: Spelling = (args, { type }): Fragment => {
  const rest = `sign(a) * mod(${level('x', 'y')}, ${level('y', 'x')})::float8 * power(2::float8, least(${place('x')}, ${place('y')}) - 1075)`
  const written = `case when a is null or b is null or b = 0 then null when abs(a) >= 'Infinity' or b = 'NaN' then 'NaN' when abs(b) = 'Infinity' then a else ${rest} end`
  const given = `(select $1::float8 as a, $2::float8 as b) as given`
  const asBits = `lateral (select ${bits('a')} as x, ${bits('b')} as y) as bits`
  return fill(`(select ${written} from ${given}, ${asBits})::${postgresType(type)}`, args)
}
