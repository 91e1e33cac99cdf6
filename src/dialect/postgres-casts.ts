import type { SqlType } from '../plan/type.ts'
import { isFractional, isIntegral } from '../plan/type-rules.ts'
import { type Fragment, fill, fragment, RANK, within } from './fragment.ts'
import { postgresDdl } from './postgres-ddl.ts'

export const postgresType = (type: SqlType): string => postgresDdl.typeName(type, 'expression')

/** `x::type`. */
export function typed(operand: Fragment, type: string): Fragment {
  const inner = within(operand, RANK.cast)
  return fragment(`${inner.sql}::${type}`, inner.bindings, RANK.cast)
}

/** Text of a date as Spark reads it: only its leading `YYYY-M-D` counts, behind it at most a time. */
const DATE = "substring($1 from '^\\s*(\\d{4}-\\d{1,2}-\\d{1,2})(\\s*|[ T].*)$')"
const DATE_TEXT = DATE.replace('(\\s*|[ T].*)', '(?:\\s*|[ T].*)').replaceAll('?', '\\?')
const NUMBER = "'^\\s*[+-]\\?(\\d+(\\.\\d*)\\?|\\.\\d+)([eE][+-]\\?\\d+)\\?\\s*$'"

/**
 * Casts on PostgreSQL. Bad values raise by themselves or, where PostgreSQL would accept what Spark refuses, by being
 * cast with a text that says what is wrong.
 */
export function postgresCast(operand: Fragment, from: SqlType, to: SqlType, onError: 'raise' | 'null'): Fragment {
  const args = [operand]
  const name = postgresType(to)
  if (from.kind === 'string') return fromText(operand, to, name, onError)
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      if (from.kind === 'boolean') return typed(typed(operand, 'int'), name)
      if (isIntegral(from)) return onError === 'null' ? guarded(operand, operand, name) : typed(operand, name)
      return onError === 'null'
        ? guarded(operand, fill('trunc($1)', args), name)
        : fill(`trunc($1)::${name}`, args, RANK.cast)
    case 'boolean':
      return fill('$1 <> 0', args, RANK.compare)
    case 'string':
      return toText(operand, from)
    case 'decimal':
      // Through text: numeric takes 15 digits of a double, and its shortest form has up to 17.
      if (isFractional(from)) {
        return fill(`case when $1 in ('NaN', 'Infinity', '-Infinity') then null else $1::text::${name} end`, args)
      }
      return onError === 'null' ? guarded(operand, operand, name) : typed(operand, name)
    default:
      return from.kind === 'boolean' ? typed(typed(operand, 'int'), name) : typed(operand, name)
  }
}

/** The cast where PostgreSQL says it would succeed, else NULL. */
function guarded(operand: Fragment, converted: Fragment, type: string): Fragment {
  return fill(`case when pg_input_is_valid($1::text, '${type}') then $2::${type} end`, [converted, converted])
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
    case 'timestamp': {
      const read = to.kind === 'date' ? fill(DATE_TEXT, args) : operand
      if (onError === 'null') return fill(`case when pg_input_is_valid($1, '${name}') then $1::${name} end`, [read])
      return to.kind === 'date'
        ? fill(`coalesce($2, 'no date: ' || $1)::date`, [operand, read], RANK.cast)
        : typed(read, name)
    }
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      // '12.7' is 12: digits behind the point are cut.
      if (onError === 'null') {
        return fill(
          `case when $1 ~ '^\\s*[+-]\\?\\d+(\\.\\d*)\\?\\s*$' and pg_input_is_valid(trunc($1::numeric)::text, '${name}') then trunc($1::numeric)::${name} end`,
          args,
        )
      }
      return fill(
        `case when $1 ~ '^\\s*[+-]\\?\\d+\\.\\d*\\s*$' then trunc($1::numeric)::${name} else $1::${name} end`,
        args,
      )
    case 'float':
    case 'double':
      return onError === 'null'
        ? fill(`case when pg_input_is_valid($1, '${name}') then $1::${name} end`, args)
        : typed(operand, name)
    case 'decimal':
      return onError === 'null'
        ? fill(`case when $1 ~ ${NUMBER} and pg_input_is_valid($1, '${name}') then $1::${name} end`, args)
        : fill(`case when $1 ~ ${NUMBER} or $1 is null then $1 else 'no number: ' || $1 end::${name}`, args, RANK.cast)
    case 'string':
      return operand
    case 'binary':
      return fill("convert_to($1, 'UTF8')", args)
    default:
      return typed(operand, name)
  }
}

function toText(operand: Fragment, from: SqlType): Fragment {
  const args = [operand]
  if (isFractional(from)) return doubleText(operand)
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
