import { type SqlType, types } from '../../plan/type.ts'
import { integralRange, isFractional, isIntegral, isNumeric } from '../../plan/type-rules.ts'
import type { ElementCast } from '../array-casts.ts'
import { castPatterns } from '../cast-patterns.ts'
import { type Fragment, fill, fragment, RANK, within } from '../fragment.ts'
import { castArray, mapText, structText } from './array-casts.ts'
import { postgresDdl } from './ddl.ts'

export const postgresType = (type: SqlType): string => postgresDdl.typeName(type, 'expression')

/** `x::type`. */
export function typed(operand: Fragment, type: string): Fragment {
  const inner = within(operand, RANK.cast)
  return fragment(`${inner.sql}::${type}`, inner.bindings, RANK.cast)
}

/**
 * Regular expressions of text that Spark's casts accept. A question mark is escaped: a bare one is a binding. Digits are
 * those of ASCII: in some locales PostgreSQL's `\d` knows others.
 */
const expression = (source: string): string =>
  `'${source.replaceAll('[\\d', '[0-9').replaceAll('\\d', '[0-9]').replaceAll('?', '\\?')}'`
const TEXTS = castPatterns(expression)

/** The day of a text; what stands behind it does not matter. */
const DAY_TEXT = `substring(${TEXTS.wholeDay} from ${expression('^\\s*\\d{4}-\\d{1,2}-\\d{1,2}')})`
/** With minutes, which PostgreSQL asks for, and six digits of a second, where it would round the seventh. */
const MOMENT_TEXT = `regexp_replace(regexp_replace(${TEXTS.wholeDay}, ${expression('^(\\s*[\\d-]+[ T]\\d{1,2})(?=\\s*(Z|UTC|[+-].*)?$)')}, '\\1:00'), ${expression('(\\.\\d{6})\\d+')}, '\\1')`

/** Halfway between the greatest double and what would be the next; half of the least one. */
const BEYOND_DOUBLE = '1.797693134862315808e308'
const BELOW_DOUBLE = '2.4703282292062328e-324'

/** Seconds since 1970, to the microsecond. */
const SECONDS = types.decimal(18, 6)

/**
 * Casts on PostgreSQL. Bad values raise by themselves or, where PostgreSQL would accept what Spark refuses, by being
 * cast with a text that says what is wrong.
 */
export function postgresCast(operand: Fragment, from: SqlType, to: SqlType, onError: 'raise' | 'null'): Fragment {
  const args = [operand]
  const name = postgresType(to)
  // It raises: there is no value, and the type is for those of other branches.
  if (from.kind === 'void') return typed(operand, name)
  const inside: ElementCast = (...element) => postgresCast(...element, onError)
  if (from.kind === 'array') return castArray(operand, from, to, inside)
  if (from.kind === 'map') return mapText(operand, from, inside)
  if (from.kind === 'struct') return structText(operand, from, inside)
  if (from.kind === 'string') return fromText(operand, to, name, onError)
  if (from.kind === 'timestamp' && isNumeric(to)) {
    const seconds = isIntegral(to) ? 'floor(extract(epoch from $1))' : 'extract(epoch from $1)'
    return postgresCast(fill(seconds, args), SECONDS, to, onError)
  }
  if (to.kind === 'timestamp' && isIntegral(from)) return fill('to_timestamp($1)::timestamp', args, RANK.cast)
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      if (from.kind === 'boolean') return typed(typed(operand, 'int'), name)
      return toInteger(operand, from, to.kind, name, onError)
    case 'boolean':
      if (from.kind === 'boolean') return operand
      return fill('$1 <> 0', args, RANK.compare)
    case 'string':
      return toText(operand, from)
    case 'decimal':
      if (from.kind === 'boolean') return typed(typed(operand, 'int'), name)
      // Through text: numeric takes 15 digits of a double, and its shortest form has up to 17.
      if (isFractional(from)) {
        const finite = onError === 'null' ? fill(`${validOr('$1::text', name)}`, args) : fill(`$1::text::${name}`, args)
        return fill(`case when $1 in ('NaN', 'Infinity', '-Infinity') then null else $2 end`, [operand, finite])
      }
      return onError === 'null' ? fill(validOr('$1::text', name), args) : typed(operand, name)
    default:
      return from.kind === 'boolean' ? typed(typed(operand, 'int'), name) : typed(operand, name)
  }
}

/** The text under a type where it is valid, else NULL. */
const validOr = (text: string, type: string): string =>
  `case when pg_input_is_valid(${text}, '${type}') then ${text}::${type} end`

/** A number without its fraction, within the range of its type: PostgreSQL knows no byte, and rounds. */
function toInteger(
  operand: Fragment,
  from: SqlType,
  kind: 'byte' | 'short' | 'int' | 'long',
  name: string,
  onError: 'raise' | 'null',
): Fragment {
  const whole = isIntegral(from) ? operand : fill('trunc($1)', [operand])
  if (onError === 'raise' && kind !== 'byte') return typed(whole, name)
  const { min, max } = integralRange(kind) as { min: bigint; max: bigint }
  // The end itself is no double where the type is long; above it is.
  const bad = onError === 'null' ? 'null' : `($1::text || ' is no byte')::${name}`
  return fill(`case when $1 >= ${min} and $1 < ${max + 1n} then $1::${name} else ${bad} end`, [whole])
}

function fromText(operand: Fragment, to: SqlType, name: string, onError: 'raise' | 'null'): Fragment {
  const args = [operand]
  switch (to.kind) {
    case 'boolean': {
      const bad = onError === 'null' ? 'null' : "('no boolean: ' || $1)::boolean"
      return fill(
        `case when lower(btrim($1)) in ('t', 'true', 'y', 'yes', '1') then true when lower(btrim($1)) in ('f', 'false', 'n', 'no', '0') then false else ${bad} end`,
        args,
      )
    }
    case 'date':
      return checked(TEXTS.day, fill(DAY_TEXT, args), operand, name, onError)
    case 'timestamp':
      // Sessions are pinned to UTC: what names no zone is UTC.
      return checked(TEXTS.moment, fill(MOMENT_TEXT, args), operand, 'timestamptz', onError, " at time zone 'UTC'")
    case 'byte':
    case 'short':
    case 'int':
    case 'long': {
      if (onError === 'null' || to.kind === 'byte') {
        const long = checked(TEXTS.integer, operand, operand, 'bigint', onError)
        return to.kind === 'long' ? long : toInteger(long, { kind: 'long' }, to.kind, name, onError)
      }
      return checked(TEXTS.integer, operand, operand, name, onError)
    }
    case 'float':
    case 'double': {
      const bad = onError === 'null' ? 'null' : `('no number: ' || $1)::${name}`
      const finite = `case when abs($1::numeric) >= ${BEYOND_DOUBLE} then case when $1 ~ '^\\s*-' then '-Infinity' else 'Infinity' end::float8 when abs($1::numeric) <= ${BELOW_DOUBLE} then 0::float8 else $1::float8 end`
      return fill(
        `case when $1 ~ ${TEXTS.number} then (${finite})::${name} when $1 ~* ${TEXTS.specialNumber} then $1::${name} else ${bad} end`,
        args,
      )
    }
    case 'decimal':
      return checked(TEXTS.number, operand, operand, name, onError)
    case 'json':
      return onError === 'null' ? fill(validOr('$1', name), args) : typed(operand, name)
    case 'string':
      return operand
    case 'binary':
      return fill("convert_to($1, 'UTF8')", args)
    default:
      return typed(operand, name)
  }
}

/**
 * `read`, the part of the text that counts, under a type, where the text is as Spark wants it. PostgreSQL accepts much
 * more ('0x1F', 'tomorrow'), so a bad text is cast with words that say so, and raises.
 */
function checked(
  pattern: string,
  read: Fragment,
  operand: Fragment,
  type: string,
  onError: 'raise' | 'null',
  after = '',
): Fragment {
  const word = type === 'timestamptz' ? 'timestamp' : type
  return onError === 'null'
    ? fill(`case when $1 ~ ${pattern} and pg_input_is_valid($2, '${type}') then $2::${type}${after} end`, [
        operand,
        read,
      ])
    : fill(`case when $1 ~ ${pattern} then $2::${type}${after} else ('no ${word}: ' || $1)::${type}${after} end`, [
        operand,
        read,
      ])
}

function toText(operand: Fragment, from: SqlType): Fragment {
  const args = [operand]
  if (isFractional(from)) return doubleText(operand)
  // PostgreSQL has no byte: what was computed from bytes may be larger.
  if (from.kind === 'byte') return typed(toInteger(operand, from, 'byte', 'smallint', 'raise'), 'text')
  if (from.kind === 'binary') return fill("convert_from($1, 'UTF8')", args)
  // PostgreSQL prints the fraction of a second without trailing zeros, as Spark does.
  return typed(operand, 'text')
}

/** A double as Spark prints it: 1.0, 1.0E7, 1.0E-4. The shortest digits are PostgreSQL's own, their form is not. */
function doubleText(operand: Fragment): Fragment {
  const exponent = 'floor(log(abs($1::text::numeric)))::int'
  const plain = "case when $1 = trunc($1) then trunc($1)::text || '.0' else trim_scale($1::text::numeric)::text end"
  const mantissa = `trim_scale($1::text::numeric / power(10::numeric, ${exponent}))`
  const scientific = `case when ${mantissa} = trunc(${mantissa}) then trunc(${mantissa})::text || '.0' else ${mantissa}::text end || 'E' || ${exponent}`
  return fill(
    `case when $1 in ('NaN', 'Infinity', '-Infinity') then $1::text when $1 = 0 then case when $1::text = '-0' then '-0.0' else '0.0' end when abs($1) >= 0.001 and abs($1) < 10000000 then ${plain} else ${scientific} end`,
    [operand],
  )
}
