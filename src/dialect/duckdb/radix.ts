/** Numbers in other bases. A list of one element gives values their names. */
import { ALL, DIGITS, inBits, isAsked } from '../radix.ts'

/** `next` of what `given` makes, called `g` there. */
const letting = (given: string, next: string): string => `list_transform([${given}], lambda g: ${next})[1]`

const GIVEN = "{t: trim($1, ' '), base: $2::hugeint, target: $3::hugeint}"

/** The digits at the beginning, behind a minus. */
const LETTERS = `left('${DIGITS}', g.base::bigint) || left('${DIGITS.toLowerCase()}', g.base::bigint)`
const READ = `{t: g.t, minus: starts_with(g.t, '-'), base: g.base, target: g.target, d: regexp_extract_all(upper(left(g.d, length(g.d) - length(ltrim(g.d, ${LETTERS})))), '.')}`
const CUT =
  "{t: g.t, base: g.base, target: g.target, d: case when starts_with(g.t, '-') then substr(g.t, 2) else g.t end}"

/** Their value; beyond 128 bits the multiplication raises. */
const VALUE = `list_reduce(list_transform(g.d, lambda digit: strpos('${DIGITS}', digit)::hugeint - 1), lambda n, digit: n * g.base + digit, 0::hugeint)`
const VALUED = `{t: g.t, minus: g.minus, target: g.target, n: ${VALUE}}`

const FITTING = `case when g.n >= ${ALL} then ('conv: ' || g.t || ' does not fit into 64 bits')::hugeint else ${inBits('g.n', 'g.minus', 'g.target')} end`
const SIGNED = `{m: ${FITTING}, base: abs(g.target)}`

/** A digit a step, from the last one on. */
const STEPS = "list_transform(range(65), lambda step: {m: abs(g.m), d: ''})"
const WRITTEN = `list_reduce(${STEPS}, lambda rest, step: {m: rest.m // g.base, d: case when rest.m > 0 then '${DIGITS}'[(rest.m % g.base + 1)::bigint] || rest.d else rest.d end}).d`
const SHOWN = `case when g.m = 0 then '0' when g.m < 0 then '-' || ${WRITTEN} else ${WRITTEN} end`

/** `$1` from base `$2` to base `$3`. */
export const CONV = letting(
  GIVEN,
  `case when ${isAsked('g.t', 'g.base', 'g.target')} then ${letting(CUT, letting(READ, letting(VALUED, letting(SIGNED, SHOWN))))} end`,
)
