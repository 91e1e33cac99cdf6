import { type SqlType, types } from '../../plan/type.ts'
import { integralRange, isFractional, isIntegral, isNumeric } from '../../plan/type-rules.ts'
import type { ElementCast } from '../array-casts.ts'
import { castPatterns } from '../cast-patterns.ts'
import { type Fragment, fill, fragment, RANK, within } from '../fragment.ts'
import { castArray, mapText, structText } from './array-casts.ts'
import { duckdbDdl } from './ddl.ts'

export const duckdbType = (type: SqlType): string => duckdbDdl.typeName(type, 'expression')

/** Seconds since 1970, to the microsecond. */
const SECONDS = types.decimal(18, 6)

/** `x::type`. */
export function typed(operand: Fragment, type: string): Fragment {
  const inner = within(operand, RANK.cast)
  return { ...fragment(`${inner.sql}::${type}`, inner.bindings, RANK.cast), ...(inner.windowed && { windowed: true }) }
}

/** Regular expressions of text that Spark's casts accept. A question mark is escaped: a bare one is a binding. */
const expression = (source: string): string => `'${source.replaceAll('?', '\\?')}'`
const TEXTS = castPatterns(expression)

/** The day of a text; what stands behind it does not matter. */
const DAY_TEXT = `regexp_extract(${TEXTS.wholeDay}, ${expression('^\\s*(\\d{4}-\\d{1,2}-\\d{1,2})')}, 1)`
/** With minutes, which DuckDB asks for, six digits of a second, and a zone's name that it knows. */
const MOMENT_TEXT = [
  ['^(\\s*[\\d-]+[ T]\\d{1,2})\\s*((Z|UTC|[+-].*)?\\s*)$', '\\1:00\\2'],
  ['(\\.\\d{6})\\d+', '\\1'],
  ['\\.(\\D|$)', '\\1'],
  ['[ T]+\\s*$', ''],
  ['\\s*UTC\\s*$', 'Z'],
  ['(:[\\d.]+)\\s*([+-]\\d{2})(\\d{2})\\s*$', '\\1\\2:\\3'],
  ['(:[\\d.]+)\\s+([+-])', '\\1\\2'],
].reduce(
  (text, [pattern, to]) => `regexp_replace(${text}, ${expression(pattern as string)}, '${to}')`,
  `trim(${TEXTS.wholeDay})`,
)

/**
 * Casts on DuckDB. Bad values raise by themselves or, where DuckDB would accept what Spark refuses, by being cast with a
 * text that says what is wrong.
 */
export function duckdbCast(operand: Fragment, from: SqlType, to: SqlType, onError: 'raise' | 'null'): Fragment {
  const args = [operand]
  const name = duckdbType(to)
  const plain = (one: Fragment): Fragment =>
    onError === 'null' ? fill(`try_cast($1 as ${name})`, [one]) : typed(one, name)
  // It raises: there is no value, and the type is for those of other branches.
  if (from.kind === 'void') return typed(operand, name)
  const inside: ElementCast = (...element) => duckdbCast(...element, onError)
  if (from.kind === 'array') return castArray(operand, from, to, inside)
  if (from.kind === 'map') return mapText(operand, from, inside)
  if (from.kind === 'struct') return structText(operand, from, inside)
  if (from.kind === 'string') return fromText(operand, to, name, onError)
  if (from.kind === 'timestamp' && isNumeric(to)) {
    return isIntegral(to)
      ? duckdbCast(fill("epoch_us(date_trunc('second', $1)) // 1000000", args), types.long, to, onError)
      : duckdbCast(fill('(epoch_us($1)::decimal(18,0) * 0.000001)::decimal(18,6)', args), SECONDS, to, onError)
  }
  if (to.kind === 'timestamp' && isIntegral(from)) return fill('make_timestamp($1::bigint * 1000000)', args)
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      if (from.kind === 'boolean' || isIntegral(from)) return plain(operand)
      return plain(fill('trunc($1)', args))
    case 'boolean':
      return fill('$1 <> 0', args, RANK.compare)
    case 'string':
      return toText(operand, from)
    case 'decimal':
      if (from.kind === 'boolean') return plain(typed(operand, 'int'))
      // Through text: half of a double's shortest form is not half of its binary one.
      return isFractional(from)
        ? fill('case when isfinite($1) then $2 end', [operand, plain(typed(operand, 'varchar'))])
        : plain(operand)
    case 'float':
    case 'double':
      return typed(operand, name)
    default:
      return plain(operand)
  }
}

function fromText(operand: Fragment, to: SqlType, name: string, onError: 'raise' | 'null'): Fragment {
  const args = [operand]
  const bad = (type: string) => (onError === 'null' ? 'null' : `('no ${to.kind}: ' || $1)::${type}`)
  switch (to.kind) {
    case 'boolean':
      return fill(
        `case when lower(trim($1)) in ('t', 'true', 'y', 'yes', '1') then true when lower(trim($1)) in ('f', 'false', 'n', 'no', '0') then false else ${bad('boolean')} end`,
        args,
      )
    case 'date':
      return checked(TEXTS.day, fill(DAY_TEXT, args), operand, name, onError)
    case 'timestamp':
      // Sessions are pinned to UTC: what names no zone is UTC.
      return checked(TEXTS.moment, fill(MOMENT_TEXT, args), operand, 'timestamptz', onError, " at time zone 'UTC'")
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      return checked(TEXTS.integer, operand, operand, name, onError)
    case 'float':
    case 'double':
      return fill(
        `case when regexp_matches($1, ${TEXTS.number}) then $1::${name} when regexp_matches($1, ${TEXTS.specialNumber}, 'i') then trim($1)::${name} else ${bad(name)} end`,
        args,
      )
    case 'decimal':
      return checked(TEXTS.number, operand, operand, name, onError)
    case 'string':
      return operand
    case 'binary':
      return fill('encode($1)', args)
    default:
      return onError === 'null' ? fill(`try_cast($1 as ${name})`, args) : typed(operand, name)
  }
}

/** `read`, the part of the text that counts, under a type, where the text is as Spark wants it. */
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
    ? fill(`case when regexp_matches($1, ${pattern}) then try_cast($2 as ${type})${after} end`, [operand, read])
    : fill(
        `case when regexp_matches($1, ${pattern}) then $2::${type}${after} else ('no ${word}: ' || $1)::${type}${after} end`,
        [operand, read],
      )
}

function toText(operand: Fragment, from: SqlType): Fragment {
  if (isFractional(from)) return doubleText(operand)
  if (from.kind === 'binary') return fill('decode($1)', [operand])
  // DuckDB prints the fraction of a second without trailing zeros, as Spark does.
  return typed(operand, 'varchar')
}

/**
 * A double as Spark prints it: 1.0, 1.0E7, 1.0E-4. The shortest digits are DuckDB's own, their form is not: the text `t`
 * has an exponent from 1e16 and below 1e-4 alone.
 */
function doubleText(operand: Fragment): Fragment {
  const digits = "rtrim(ltrim(replace(t, '.', ''), '0'), '0')"
  const fraction = "split_part(t, '.', 2)"
  const exponent = `case when t < '1' then length(ltrim(${fraction}, '0')) - length(${fraction}) - 1 else strpos(t, '.') - 2 end`
  const scientific = `${digits}[1] || '.' || case when length(${digits}) > 1 then ${digits}[2:] else '0' end || 'E' || (${exponent})`
  const written = `case when contains(t, 'e') then split_part(t, 'e', 1) || case when contains(t, '.') then '' else '.0' end || 'E' || split_part(t, 'e', 2)::int else ${scientific} end`
  return fill(
    `case when isnan($1) then 'NaN' when isinf($1) then case when $1 > 0 then 'Infinity' else '-Infinity' end when $1 = 0 or (abs($1) >= 0.001 and abs($1) < 10000000) then $1::varchar else case when $1 < 0 then '-' else '' end || list_transform([abs($1)::varchar], lambda t: ${written})[1] end`,
    [operand],
  )
}

/** The range of an integer type, as conditions need it. */
export const LONG = integralRange('long') as { min: bigint; max: bigint }
