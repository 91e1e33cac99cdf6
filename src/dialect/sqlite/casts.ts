import { type SqlType, types } from '../../plan/type.ts'
import { isIntegral, isNumeric } from '../../plan/type-rules.ts'
import type { ElementCast } from '../array-casts.ts'
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import { castArray, mapText, structText } from './array-casts.ts'
import { MICROSECONDS, SECONDS } from './moments.ts'

/**
 * Casts on SQLite, whose own CAST never fails ('12abc' is 12): where a value may be bad, a function of ours decides.
 * Its last argument says whether a bad value raises (0) or gives NULL (1).
 */
export function sqliteCast(operand: Fragment, from: SqlType, to: SqlType, onError: 'raise' | 'null'): Fragment {
  const lenient = onError === 'null' ? 1 : 0
  const args = [operand]
  const ours = (name: string, ...constants: (string | number)[]) => {
    const more = [...constants, lenient].map((one) => (typeof one === 'string' ? `'${one}'` : one)).join(', ')
    return fill(`millrace_${name}($1, ${more})`, args)
  }
  // It raises: there is no value.
  if (from.kind === 'void') return operand
  const inside: ElementCast = (...element) => sqliteCast(...element, onError)
  if (from.kind === 'array') return castArray(operand, from, to, inside)
  if (from.kind === 'map') return mapText(operand, from, inside)
  if (from.kind === 'struct') return structText(operand, from, inside)
  if (from.kind === 'timestamp' && isNumeric(to)) {
    return isIntegral(to)
      ? sqliteCast(fill(SECONDS, args), types.long, to, onError)
      : sqliteCast(
          fill(`(${SECONDS} * 1000000 + ${MICROSECONDS}) / 1000000.0`, args, RANK.multiply),
          types.double,
          to,
          onError,
        )
  }
  switch (to.kind) {
    case 'byte':
    case 'short':
    case 'int':
    case 'long':
      if (from.kind === 'boolean' || (isIntegral(from) && widens(from, to))) return operand
      return fill(`millrace_to_integer($1, '${to.kind}', ${lenient})`, [computedInteger(operand, from)])
    case 'float':
      return ours('to_float')
    case 'double':
      if (from.kind === 'string') return ours('to_double')
      return fill('cast($1 as real)', [computedInteger(operand, from)])
    case 'decimal':
      return fill(`millrace_to_decimal($1, ${to.precision}, ${to.scale}, ${lenient})`, [computedInteger(operand, from)])
    case 'boolean':
      return from.kind === 'string' ? ours('to_boolean') : fill('$1 <> 0', args, 40)
    case 'string':
      return toText(operand, from)
    case 'date':
      return from.kind === 'string' ? ours('to_date') : fill('substr($1, 1, 10)', args)
    case 'timestamp':
      if (from.kind === 'timestamp') return operand
      if (from.kind === 'string') return ours('to_timestamp')
      return isIntegral(from) ? ours('seconds_to_timestamp') : fill("$1 || ' 00:00:00'", args, 45)
    case 'json':
      return ours('to_json')
    default:
      return operand
  }
}

/** A column as it is: nothing was computed. */
const COLUMN = /^("([^"]|"")*"\.)?"([^"]|"")*"$/

export const isColumn = ({ sql }: Fragment): boolean => COLUMN.test(sql)

/** An integer that was computed: where it overflowed, SQLite made a REAL of it, which must not pass for its value. */
export function computedInteger(operand: Fragment, from: SqlType): Fragment {
  if (!isIntegral(from) || operand.sql === '?' || isColumn(operand)) return operand
  return fill(`millrace_whole($1, '${from.kind}')`, [operand])
}

const WIDTH = ['byte', 'short', 'int', 'long']
const widens = (from: SqlType, to: SqlType): boolean => WIDTH.indexOf(from.kind) <= WIDTH.indexOf(to.kind)

function toText(operand: Fragment, from: SqlType): Fragment {
  const args = [operand]
  if (from.kind === 'boolean') return fill("case $1 when 1 then 'true' when 0 then 'false' end", args)
  if (from.kind === 'float') return fill('millrace_float_text($1)', args)
  if (from.kind === 'double') return fill('millrace_double_text($1)', args)
  if (from.kind === 'decimal') return fill(`millrace_decimal_text($1, ${from.scale})`, args)
  if (isIntegral(from)) return fill('cast($1 as text)', [computedInteger(operand, from)])
  if (from.kind === 'json') return fill('millrace_json_text($1)', args)
  return from.kind === 'binary' ? fill('cast($1 as text)', args) : fragment(operand.sql, operand.bindings, operand.rank)
}
