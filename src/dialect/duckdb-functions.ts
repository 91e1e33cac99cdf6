import type { SqlType } from '../plan/type.ts'
import { asDecimal } from '../plan/type-rules.ts'
import { duckdbType, LONG, typed } from './duckdb-casts.ts'
import { decimalQuotient } from './duckdb-decimals.ts'
import { monthsBetween } from './duckdb-months.ts'
import { bround } from './duckdb-rounding.ts'
import { type Fragment, fill, fragment, infix, joinFragments, RANK, within } from './fragment.ts'
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
} from './spelling.ts'

const isFloating = (type: SqlType | undefined): boolean => type?.kind === 'double' || type?.kind === 'float'

/** Brings a wider result of DuckDB's back to the type it has in Spark; out of range it raises. */
const back =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const written = overWindow(spell(spelling, args, call), call)
    return call.type.kind === 'long' || call.type.kind === 'decimal' ? typed(written, duckdbType(call.type)) : written
  }

/** Decimals keep DuckDB's type where it is Spark's: as long as there is room for all digits. */
const inDecimals =
  (spelling: Spelling): Spelling =>
  (args, call) =>
    call.type.kind === 'decimal' && call.type.precision === 38
      ? spell(back(spelling), args, call)
      : spell(spelling, args, call)

const product = operator('*', RANK.multiply)
const times = byType(({ type }) => (type.kind === 'decimal' ? back(product) : product))

/** True division in double, or in decimals of Spark's scale; by zero it is NULL. */
const divide: Spelling = (args, { type, types }) => {
  const [dividend, divisor] = args as readonly [Fragment, Fragment]
  const decimals = [types[0] && asDecimal(types[0]), types[1] && asDecimal(types[1])] as const
  if (type.kind === 'decimal' && decimals[0] && decimals[1])
    return decimalQuotient([dividend, divisor], [decimals[0], decimals[1]], type)
  // Whole numbers divide as doubles in DuckDB; floats would stay floats.
  const first = types[0]?.kind === 'float' ? typed(dividend, 'double') : dividend
  return infix('/', RANK.multiply, first, fill('nullif($1, 0)', [divisor]))
}

const modulo = byType(({ type }) =>
  type.kind === 'decimal'
    ? back('mod($1, nullif($2, 0))')
    : ([dividend, divisor]) =>
        infix('%', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),
)

/** The mean of decimals, exact: DuckDB's own is a double. */
const mean: Spelling = (args, call) => {
  const of = call.types[0]
  if (of?.kind !== 'decimal' || call.type.kind !== 'decimal') return fill('avg($1)', args)
  const sum = overWindow(fill('sum($1)', args), call)
  const count = overWindow(fill('count($1)', args), call)
  const quotient = decimalQuotient(
    [sum, count],
    [
      { kind: 'decimal', precision: 38, scale: of.scale },
      { kind: 'decimal', precision: 18, scale: 0 },
    ],
    call.type,
  )
  return { ...quotient, windowed: true }
}

/**
 * Half away from zero. Of a double on its shortest decimal form, which DuckDB's own round does not look at; from 1e17 on
 * a double has no fraction, and 38 digits no room.
 */
const round: Spelling = (args, { type, types, literals }) => {
  const [operand] = args as readonly [Fragment]
  const known = literals[1]
  const digits =
    args.length < 2 ? '0' : typeof known === 'number' || typeof known === 'bigint' ? String(known) : '$2::int'
  if (isFloating(type)) {
    const beyond =
      digits.startsWith('-') || digits.startsWith('$')
        ? `case when isfinite($1) then round($1, ${digits}) else $1 end`
        : '$1'
    return fill(
      `case when abs($1) < 1e17 then round($1::varchar::decimal(38,20), ${digits})::${duckdbType(type)} else ${beyond} end`,
      args,
    )
  }
  if (type.kind === 'decimal') return typed(fill(`round($1, ${digits})`, args), duckdbType(type))
  if (digits === '0' || (digits !== '$2::int' && !digits.startsWith('-'))) return operand
  return typed(fill(`round($1::decimal(38,0), ${digits})`, args), duckdbType(types[0] ?? type))
}

/** ceil and floor give whole numbers; a double beyond bigint's range gives bigint's end. */
const whole = (fn: 'ceil' | 'floor') =>
  byType(({ type, types }) => {
    if (type.kind === 'decimal') return (args) => typed(fill(`${fn}($1)`, args), duckdbType(type))
    if (isFloating(types[0])) {
      return `case when isnan($1) then 0 when $1 >= ${LONG.max} then ${LONG.max} when $1 <= ${LONG.min} then ${LONG.min} else ${fn}($1)::bigint end`
    }
    return (args) => (types[0]?.kind === 'long' ? (args[0] as Fragment) : typed(args[0] as Fragment, 'bigint'))
  })

/** A function whose whole-number result DuckDB makes a bigint. */
const asInt =
  (template: string): Spelling =>
  (args) =>
    typed(fill(template, args), 'int')

/** A number of characters: none where it is negative. */
const count = (argument: string): string => `case when ${argument} < 0 then 0 else ${argument} end`
const counted =
  (template: (argument: string) => string): Spelling =>
  (args, { literals }) => {
    const known = literals[1]
    return fill(template(typeof known === 'number' && known >= 0 ? '$2' : count('$2')), args)
  }

/** DuckDB starts before the text at 0, where Spark starts at 1. */
const substring: Spelling = (args, { literals }) => {
  const [, start, size] = literals
  const from = typeof start === 'number' && start !== 0 ? '$2' : 'case when $2 = 0 then 1 else $2 end'
  const taken = typeof size === 'number' && size >= 0 ? '$3' : count('$3')
  return fill(`substring($1, ${from}, ${taken})`, args)
}

/** DuckDB has no default padding, and refuses to pad with nothing. */
const pad =
  (fn: 'lpad' | 'rpad'): Spelling =>
  (args, { literals }) => {
    const size = typeof literals[1] === 'number' && literals[1] >= 0 ? '$2::int' : `(${count('$2')})::int`
    if (args.length < 3) return fill(`${fn}($1, ${size}, ' ')`, args)
    const filled = `${fn}($1, ${size}, $3)`
    return typeof literals[2] === 'string' && literals[2] !== ''
      ? fill(filled, args)
      : fill(`case when $3 = '' then left($1, ${size}) else ${filled} end`, args)
  }

const truncate: Spelling = (args, { literals }) =>
  fill(`date_trunc('${String(literals[0])}', $1)`, [args[1] as Fragment])

/** Logarithms of zero and below are NULL. */
const logarithm = (fn: string): Spelling => `case when $1 > 0 then ${fn}($1) end`

const ifNotNull = (args: readonly Fragment[], call: SpelledCall): Fragment =>
  call.literals[0] === undefined || call.literals[0] === null ? fill('count($1)', args) : fragment('count(*)')

/** How DuckDB spells each function. Text is compared by code point by itself. */
export const duckdbFunctions: SpellingTable = {
  eq: operator('=', RANK.compare),
  ne: operator('<>', RANK.compare),
  gt: operator('>', RANK.compare),
  gte: operator('>=', RANK.compare),
  lt: operator('<', RANK.compare),
  lte: operator('<=', RANK.compare),
  eqNullSafe: operator('is not distinct from', RANK.compare),
  between: (args) => fill('$1 between $2 and $3', args, RANK.compare),
  isNull: postfix('is null', RANK.compare),
  isNotNull: postfix('is not null', RANK.compare),
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  plus: inDecimals(operator('+', RANK.add)),
  minus: inDecimals(operator('-', RANK.add)),
  times,
  div: divide,
  mod: modulo,
  // Without ESCAPE a backslash is a character like any other.
  like: (args) => fill("$1 like $2 escape '\\'", args, RANK.compare),
  ilike: (args) => fill("$1 ilike $2 escape '\\'", args, RANK.compare),
  rlike: 'regexp_matches($1, $2)',
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: 'xor($1, $2)',
  contains: 'contains($1, $2)',
  startsWith: 'starts_with($1, $2)',
  endsWith: 'ends_with($1, $2)',

  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: 'nullif($1, $2)',
  nanToNull: "nullif($1, 'NaN'::double)",
  nanvl: 'case when isnan($1) then $2 else $1 end',
  greatest: 'greatest($*)',
  least: 'least($*)',

  // DuckDB's own maps one letter to one.
  upper: "upper(replace($1, 'ß', 'SS'))",
  lower: "lower(replace($1, 'İ', 'i̇'))",
  length: asInt('length($1)'),
  trim: "trim($1, ' ')",
  ltrim: "ltrim($1, ' ')",
  rtrim: "rtrim($1, ' ')",
  // DuckDB's own keeps a letter and its accents together.
  reverse: "array_to_string(list_reverse(string_split($1, '')), '')",
  initcap:
    "array_to_string(list_transform(string_split($1, ' '), lambda word: case when starts_with(word, 'ß') then 'Ss' else upper(left(word, 1)) end || lower(substring(word, 2))), ' ')",
  substring,
  concat: (args) =>
    joinFragments(
      args.map((arg) => within(arg, RANK.other)),
      ' || ',
      RANK.other,
    ),
  concatWs: (args) => fill(args.length === 1 ? 'concat_ws($1, null)' : 'concat_ws($*)', args),
  replace: 'replace($1, $2, $3)',
  instr: asInt('instr($1, $2)'),
  lpad: pad('lpad'),
  rpad: pad('rpad'),
  repeat: 'repeat($1, $2)',
  left: counted((argument) => `left($1, ${argument})`),
  right: counted((argument) => `right($1, ${argument})`),

  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round,
  bround,
  ceil: whole('ceil'),
  floor: whole('floor'),
  signum: 'case when isnan($1) then $1 else sign($1)::double end',
  sqrt: "case when $1 < 0 then 'NaN'::double else sqrt($1) end",
  exp: 'exp($1)',
  ln: logarithm('ln'),
  log10: logarithm('log10'),
  // C has 1 where Java has NaN.
  pow: "case when isnan($2) and not isnan($1) or (abs($1) = 1 and isinf($2)) then 'NaN'::double else pow($1, $2) end",
  intDiv: ([dividend, divisor], { types }) =>
    infix(
      '//',
      RANK.multiply,
      // In long: the least int divided by -1 is no int.
      types[0]?.kind === 'long' ? (dividend as Fragment) : typed(dividend as Fragment, 'bigint'),
      fill('nullif($1, 0)', [divisor as Fragment]),
    ),

  pmod: (args, call) => {
    const rest = spell(modulo, args, call)
    const again = spell(modulo, [fill('$1 + $2', [rest, args[1] as Fragment], RANK.add), args[1] as Fragment], call)
    return fill('case when $1 < 0 then $2 else $1 end', [rest, again])
  },
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),

  year: asInt('year($1)'),
  quarter: asInt('quarter($1)'),
  month: asInt('month($1)'),
  dayofmonth: asInt('day($1)'),
  dayofweek: (args) => fill('dayofweek($1)::int + 1', args, RANK.add),
  weekday: (args) => fill('isodow($1)::int - 1', args, RANK.add),
  dayofyear: asInt('dayofyear($1)'),
  hour: asInt('hour($1)'),
  minute: asInt('minute($1)'),
  second: asInt('second($1)'),
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`date_trunc('${dayUnit(literals[1])}', $1)::date`, [day] as Fragment[], RANK.cast),
  monthsBetween,
  datediff: (args) => fill('($1 - $2)::int', args, RANK.cast),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: (args) => fill('($1 + to_months($2::int))::date', args, RANK.cast),
  lastDay: 'last_day($1)',
  toDate: (args) => args[0] as Fragment,

  count: ifNotNull,
  countDistinct: (args) =>
    args.length === 1
      ? fill('count(distinct $1)', args)
      : fill(
          `count(distinct case when ${args.map((_, index) => `$${index + 1} is not null`).join(' and ')} then ($*) end)`,
          args,
        ),
  countIf: 'count(case when $1 then 1 end)',
  sum: back('sum($1)'),
  sumDistinct: back('sum(distinct $1)'),
  avg: mean,
  min: 'min($1)',
  max: 'max($1)',
  stddev: 'stddev_samp($1)',
  stddevPop: 'stddev_pop($1)',
  variance: 'var_samp($1)',
  varPop: 'var_pop($1)',
  grouping: 'grouping($*)',
  // Rows whose first column is NULL count too.
  maxBy: 'arg_max_null($1, $2)',
  minBy: 'arg_min_null($1, $2)',
  boolAnd: 'bool_and($1)',
  boolOr: 'bool_or($1)',

  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1)',
  lag: 'lag($*)',
  lead: 'lead($*)',
  firstValue: (args, { literals }) => fill(`first_value($1${literals[1] === true ? ' ignore nulls' : ''})`, args),
  lastValue: (args, { literals }) => fill(`last_value($1${literals[1] === true ? ' ignore nulls' : ''})`, args),
  nthValue: (args, { literals }) => fill(`nth_value($1, $2${literals[2] === true ? ' ignore nulls' : ''})`, args),
}
