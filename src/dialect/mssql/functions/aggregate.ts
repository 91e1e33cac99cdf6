import type { SqlType } from '../../../plan/type.ts'
import { isIntegral } from '../../../plan/type-rules.ts'
import { type Fragment, fill, fragment } from '../../fragment.ts'
import { overWindow, type SpelledCall, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { mssqlType, typed } from '../casts.ts'
import { exactKey } from '../keys.ts'
import { refuse } from '../refuse.ts'
import { byCodePoint } from '../text.ts'

/** A cast around the call, with its OVER inside. */
const castOver = (written: Fragment, call: SpelledCall, type: string): Fragment => ({
  ...typed(overWindow(written, call), type),
  windowed: true,
})

/** The sum of ints would be an int. Sums of decimals have 38 digits, of which the type takes fewer. */
const sum =
  (distinct: '' | 'distinct '): Spelling =>
  ([operand], call) => {
    const of = call.types[0] as SqlType
    const added = isIntegral(of) && of.kind !== 'long' ? typed(operand as Fragment, 'bigint') : (operand as Fragment)
    const total = fill(`sum(${distinct}$1)`, [added])
    return call.type.kind === 'decimal' && call.type.precision < 38
      ? castOver(total, call, mssqlType(call.type))
      : total
  }

/** Digits by which the mean of decimals is rounded: SQL Server cuts. */
const SPARE_DIGITS = 5

/** The mean of ints would be an int. */
const avg: Spelling = ([operand], call) => {
  const of = call.types[0] as SqlType
  if (of.kind !== 'decimal') {
    const added = of.kind === 'double' ? (operand as Fragment) : typed(operand as Fragment, 'float')
    return fill('avg($1)', [added])
  }
  const digits = of.precision + SPARE_DIGITS
  if (digits > 38)
    return spell(refuse(`avg of a decimal with ${of.precision} digits`, 'cast it to fewer digits'), [], call)
  const wider = mssqlType({ kind: 'decimal', precision: digits, scale: of.scale + SPARE_DIGITS })
  return castOver(fill('avg($1)', [typed(operand as Fragment, wider)]), call, mssqlType(call.type))
}

/** bit is no type that min and max take. */
const extreme =
  (fn: 'min' | 'max'): Spelling =>
  ([operand], call) => {
    const of = call.types[0] as SqlType
    if (of.kind === 'boolean') return castOver(fill(`${fn}($1)`, [typed(operand as Fragment, 'tinyint')]), call, 'bit')
    return fill(`${fn}($1)`, [of.kind === 'string' ? byCodePoint(operand as Fragment) : (operand as Fragment)])
  }

const every =
  (fn: 'min' | 'max'): Spelling =>
  (args, call) =>
    castOver(fill(`${fn}(case when $1 then 1 when not $1 then 0 end)`, args), call, 'bit')

/** NULL where the type has no room for the result. */
const trySum: Spelling = ([operand], call) => {
  const { type } = call
  if (type.kind === 'double') return fill('sum($1)', [operand as Fragment])
  const scale = type.kind === 'decimal' ? type.scale : 0
  const total = overWindow(fill('sum($1)', [typed(operand as Fragment, `decimal(38, ${scale})`)]), call)
  return { ...fill(`try_cast($1 as ${mssqlType(type)})`, [total]), windowed: true }
}

const bits = (name: string): Spelling =>
  refuse(name, 'collect the numbers with listagg, and combine them in the program')

export const aggregateSpellings: SpellingsOf<'aggregate'> = {
  count: (args, { literals }) =>
    literals[0] === undefined || literals[0] === null ? fill('count_big($1)', args) : fragment('count_big(*)'),
  countDistinct: (args, call) =>
    args.length === 1
      ? fill('count_big(distinct $1)', [exactKey(args[0] as Fragment, call.types[0] as SqlType)])
      : spell(refuse('countDistinct of several columns', 'select them, then distinct() and count()'), args, call),
  approxCountDistinct: (args, call) =>
    call.window
      ? spell(refuse('approxCountDistinct(…).over(…)', 'compute it with groupBy and join the result'), args, call)
      : fill('count_big(distinct $1)', [exactKey(args[0] as Fragment, call.types[0] as SqlType)]),
  countIf: 'count_big(case when $1 then 1 end)',
  sum: sum(''),
  sumDistinct: sum('distinct '),
  avg,
  trySum,
  tryAvg: avg,
  product: refuse('product', 'sum the logarithms: exp(sum(ln(…)))'),
  min: extreme('min'),
  max: extreme('max'),
  grouping: (args) => fill(args.length === 1 ? 'grouping($1)' : 'grouping_id($*)', args),
  boolAnd: every('min'),
  boolOr: every('max'),
  bitAnd: bits('bitAnd'),
  bitOr: bits('bitOr'),
  bitXor: bits('bitXor'),
}
