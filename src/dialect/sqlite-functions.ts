import { type Fragment, fill, fragment, infix, RANK } from './fragment.ts'
import { dayUnit } from './shared.ts'
import {
  byType,
  chain,
  operator,
  overWindow,
  postfix,
  type SpelledCall,
  type Spelling,
  type SpellingTable,
  spell,
  unsupported,
} from './spelling.ts'

const isDecimal = (call: SpelledCall): boolean => call.type.kind === 'decimal'
const scaleOf = (call: SpelledCall): number => (call.type.kind === 'decimal' ? call.type.scale : 0)

/** Decimals are REAL: rounding each result to its scale keeps them the nearest double of their digits, so that equals stay equal. */
const exact =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const written = typeof spelling === 'string' ? fill(spelling, args) : spelling(args, call)
    if (!isDecimal(call)) return written
    const inner = overWindow(written, call)
    return { ...inner, sql: `round(${inner.sql}, ${scaleOf(call)})`, rank: RANK.atom }
  }

/** Division in REAL, whatever the operands are stored as; by zero it is NULL. */
const divide: Spelling = ([dividend, divisor]) =>
  infix(
    '/',
    RANK.multiply,
    fill('cast($1 as real)', [dividend as Fragment]),
    fill('nullif($1, 0)', [divisor as Fragment]),
  )

/** `%` would cut fractions off. */
const modulo = byType((call) =>
  isDecimal(call)
    ? `millrace_decimal_mod($1, $2, ${Math.max(...call.types.map((type) => (type.kind === 'decimal' ? type.scale : 0)))})`
    : call.type.kind === 'double' || call.type.kind === 'float'
      ? 'mod($1, nullif($2, 0))'
      : ([dividend, divisor]) =>
          infix('%', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),
)

/** min() and max() of several values are NULL if any is: the NULLs are replaced by another argument. */
const extreme =
  (fn: 'max' | 'min'): Spelling =>
  (args) => {
    const turned = args.map((_, index) => fill('coalesce($*)', [...args.slice(index), ...args.slice(0, index)]))
    return fill(`${fn}($*)`, turned)
  }

/** `strftime` of a stored date or timestamp, as a number. */
const part = (format: string): Spelling => `cast(strftime('${format}', $1) as integer)`

/** Start of the unit, as the text of a timestamp. */
const truncations: Readonly<Record<string, string>> = {
  year: "strftime('%Y-01-01 00:00:00', $2)",
  quarter: "printf('%s-%02d-01 00:00:00', strftime('%Y', $2), (strftime('%m', $2) - 1) / 3 * 3 + 1)",
  month: "strftime('%Y-%m-01 00:00:00', $2)",
  week: "strftime('%Y-%m-%d 00:00:00', $2, '-6 days', 'weekday 1')",
  day: "strftime('%Y-%m-%d 00:00:00', $2)",
  hour: "strftime('%Y-%m-%d %H:00:00', $2)",
  minute: "strftime('%Y-%m-%d %H:%M:00', $2)",
  second: "strftime('%Y-%m-%d %H:%M:%S', $2)",
}
const truncate: Spelling = (args, call) =>
  fill(`case when $2 is not null then ${truncations[String(call.literals[0])]} end`, args)

const days = (sign: '' | '-'): Spelling => `date($1, (${sign}$2) || ' days')`

/** How SQLite spells each function. `millrace_…` are functions that our connections bring along. */
export const sqliteFunctions: SpellingTable = {
  eq: operator('=', RANK.compare),
  ne: operator('<>', RANK.compare),
  gt: operator('>', RANK.compare),
  gte: operator('>=', RANK.compare),
  lt: operator('<', RANK.compare),
  lte: operator('<=', RANK.compare),
  eqNullSafe: operator('is', RANK.compare),
  between: (args) => fill('$1 between $2 and $3', args, RANK.compare),
  isNull: postfix('is null', RANK.compare),
  isNotNull: postfix('is not null', RANK.compare),
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  plus: exact(operator('+', RANK.add)),
  minus: exact(operator('-', RANK.add)),
  times: exact(operator('*', RANK.multiply)),
  div: exact(divide),
  mod: modulo,
  // LIKE folds ASCII case; a function of ours does not.
  like: 'millrace_like($1, $2)',
  ilike: 'millrace_ilike($1, $2)',
  rlike: 'millrace_rlike($1, $2)',
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: 'millrace_xor($1, $2)',
  contains: (args) => fill('instr($1, $2) > 0', args, RANK.compare),
  startsWith: 'millrace_starts_with($1, $2)',
  endsWith: 'millrace_ends_with($1, $2)',

  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: 'nullif($1, $2)',
  nanToNull: ([operand]) => operand as Fragment,
  // There is no NaN.
  nanvl: ([operand]) => operand as Fragment,
  greatest: extreme('max'),
  least: extreme('min'),

  upper: 'millrace_upper($1)',
  lower: 'millrace_lower($1)',
  length: 'millrace_length($1)',
  trim: 'trim($1)',
  ltrim: 'ltrim($1)',
  rtrim: 'rtrim($1)',
  reverse: 'millrace_reverse($1)',
  initcap: 'millrace_initcap($1)',
  substring: 'millrace_substring($1, $2, $3)',
  concat: (args) => args.slice(1).reduce((all, next) => infix('||', RANK.other, all, next), args[0] as Fragment),
  concatWs: 'millrace_concat_ws($*)',
  replace: 'replace($1, $2, $3)',
  instr: 'instr($1, $2)',
  lpad: 'millrace_lpad($*)',
  rpad: 'millrace_rpad($*)',
  repeat: 'millrace_repeat($1, $2)',
  left: 'millrace_substring($1, 1, $2)',
  right: 'millrace_right($1, $2)',

  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round: 'millrace_round($*)',
  bround: 'millrace_bround($*)',
  ceil: 'millrace_ceil($1)',
  floor: 'millrace_floor($1)',
  signum: 'cast(sign($1) as real)',
  sqrt: 'sqrt($1)',
  exp: 'exp($1)',
  ln: 'ln($1)',
  log10: 'log10($1)',
  pow: 'pow($1, $2)',
  intDiv: ([dividend, divisor]) =>
    infix('/', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),

  pmod: (args, call) => {
    const rest = spell(modulo, args, call)
    const again = spell(modulo, [fill('$1 + $2', [rest, args[1] as Fragment], RANK.add), args[1] as Fragment], call)
    return fill('case when $1 < 0 then $2 else $1 end', [rest, again])
  },
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),

  year: part('%Y'),
  quarter: (args) => fill("(strftime('%m', $1) + 2) / 3", args, RANK.multiply),
  month: part('%m'),
  dayofmonth: part('%d'),
  dayofweek: (args) => fill("strftime('%w', $1) + 1", args, RANK.add),
  weekday: (args) => fill("(strftime('%w', $1) + 6) % 7", args, RANK.multiply),
  dayofyear: part('%j'),
  hour: part('%H'),
  minute: part('%M'),
  second: part('%S'),
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`case when $2 is not null then substr(${truncations[dayUnit(literals[1])]}, 1, 10) end`, [
      day,
      day,
    ] as Fragment[]),
  monthsBetween: 'millrace_months_between($*)',
  datediff: 'cast(julianday($1) - julianday($2) as integer)',
  dateAdd: days(''),
  dateSub: days('-'),
  addMonths: 'millrace_add_months($1, $2)',
  // Not by way of the next month: December 9999 has none.
  lastDay: 'millrace_last_day($1)',
  toDate: (args) => args[0] as Fragment,

  count: (args, call) =>
    call.literals[0] === undefined || call.literals[0] === null ? fill('count($1)', args) : fragment('count(*)'),
  countDistinct: (args) =>
    args.length === 1 ? fill('count(distinct $1)', args) : fill('count(distinct millrace_tuple($*))', args),
  countIf: 'count(case when $1 then 1 end)',
  sum: exact('sum($1)'),
  sumDistinct: exact('sum(distinct $1)'),
  avg: exact('avg($1)'),
  min: 'min($1)',
  max: 'max($1)',
  stddev: 'millrace_stddev($1)',
  stddevPop: 'millrace_stddev_pop($1)',
  variance: 'millrace_variance($1)',
  varPop: 'millrace_var_pop($1)',
  // Grouping sets are a union of plain groupings, in which it is a constant.
  grouping: unsupported('grouping() outside grouping sets', 'SQLite', 'use it with rollup, cube or groupingSets'),
  maxBy: 'millrace_max_by($1, $2)',
  minBy: 'millrace_min_by($1, $2)',
  boolAnd: 'min($1)',
  boolOr: 'max($1)',

  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1)',
  lag: 'lag($*)',
  lead: 'lead($*)',
  firstValue: (args, { literals }) =>
    fill(literals[1] === true ? 'millrace_nth_known($1, 1)' : 'first_value($1)', args),
  lastValue: (args, { literals }) => fill(literals[1] === true ? 'millrace_nth_known($1, -1)' : 'last_value($1)', args),
  nthValue: (args, { literals }) =>
    fill(literals[2] === true ? 'millrace_nth_known($1, $2)' : 'nth_value($1, $2)', args),
}
