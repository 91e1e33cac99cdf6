/** Numbers in other bases. */
import { ALL, DIGITS, inBits, isAsked } from '../radix.ts'

/** What is asked for: the innermost query, so that no name of another hides one in the arguments. */
const GIVEN = "select btrim($1, ' ') as t, $2::int as base, $3::int as target"

/** Behind a minus. */
const CUT = `select t, base, target, starts_with(t, '-') as minus, case when starts_with(t, '-') then substr(t, 2) else t end as d from (${GIVEN}) given where ${isAsked('t', 'base', 'target')}`

/** The digits at the beginning. */
const LETTERS = `left('${DIGITS}', base) || left('${DIGITS.toLowerCase()}', base)`
const READ = `select t, base, target, minus, upper(left(d, length(d) - length(ltrim(d, ${LETTERS})))) as d from (${CUT}) cut`

/** Their value, for which numeric has room. */
const VALUE = `select coalesce(sum((strpos('${DIGITS}', substr(d, place, 1)) - 1) * base::numeric ^ (length(d) - place)), 0) from generate_series(1, length(d)) place`
const FITTING = `case when n >= ${ALL} then ('conv: ' || t || ' does not fit into 64 bits')::numeric else ${inBits('n', 'minus', 'target')} end`
const SIGNED = `select abs(target)::numeric as base, ${FITTING} as m from (select t, target, minus, (${VALUE}) as n from (${READ}) digits) valued`

const WRITTEN = `select string_agg(substr('${DIGITS}', mod(div(abs(m), base ^ place), base)::int + 1, 1), '' order by place desc) from generate_series(0, 63) place`

/** `$1` from base `$2` to base `$3`. */
export const CONV = `(select case when m < 0 then '-' else '' end || coalesce(nullif(ltrim((${WRITTEN}), '0'), ''), '0') from (${SIGNED}) signed)`
