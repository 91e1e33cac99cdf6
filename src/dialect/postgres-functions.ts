import { type Fragment, fill, fragment, infix, joinFragments, RANK, within } from './fragment.ts'
import { monthsBetween } from './postgres-months.ts'
import { nthKnown, valueBy } from './postgres-picks.ts'
import { bround, round } from './postgres-rounding.ts'
import { byCodePoint } from './postgres-text.ts'
import { dayUnit } from './shared.ts'
import { byType, chain, operator, overWindow, postfix, type Spelling, type SpellingTable, spell } from './spelling.ts'

/** An operator that compares: text by code point. */
const comparison =
  (symbol: string): Spelling =>
  ([left, right], { types }) =>
    infix(
      symbol,
      RANK.compare,
      types[0]?.kind === 'string' ? byCodePoint(left as Fragment) : (left as Fragment),
      right as Fragment,
    )

/** A function whose first argument decides by which order text is compared. */
const ordering =
  (template: string): Spelling =>
  ([first, ...others], { types }) =>
    fill(template, [types[0]?.kind === 'string' ? byCodePoint(first as Fragment) : (first as Fragment), ...others])

/** Brings a wider result of PostgreSQL's back to the type it has in Spark; out of range it raises. */
const back =
  (template: string): Spelling =>
  (args, call) => {
    const { type } = call
    const written = overWindow(fill(template, args), call)
    if (type.kind === 'long') return { ...written, sql: `${written.sql}::bigint`, rank: RANK.cast }
    if (type.kind === 'decimal')
      return { ...written, sql: `${written.sql}::numeric(${type.precision}, ${type.scale})`, rank: RANK.cast }
    return written
  }

/** True division in double, or in decimals of Spark's scale; by zero it is NULL. */
const divide = byType(({ type, types }) =>
  type.kind === 'decimal'
    ? ([dividend, divisor]) =>
        fill(
          // A quotient has as many digits as the dividend, and PostgreSQL counts zeros at its end.
          `(round($1::numeric, ${Math.max(type.scale, ...types.map((one) => (one.kind === 'decimal' ? one.scale : 0)))}) / nullif($2, 0))::numeric(${type.precision}, ${type.scale})`,
          [dividend as Fragment, divisor as Fragment],
          RANK.cast,
        )
    : ([dividend, divisor]) =>
        infix('/', RANK.multiply, asDouble(dividend as Fragment), fill('nullif($1, 0)', [divisor as Fragment])),
)
const asDouble = (operand: Fragment): Fragment => {
  const inner = within(operand, RANK.cast)
  return /::(double precision|float8)$/.test(inner.sql)
    ? inner
    : fragment(`${inner.sql}::double precision`, inner.bindings, RANK.cast)
}

/** PostgreSQL has no remainder of doubles: their exact decimal forms have one. */
const modulo = byType(({ type }) =>
  type.kind === 'double' || type.kind === 'float'
    ? 'mod($1::text::numeric, nullif($2::text::numeric, 0))::double precision'
    : 'mod($1, nullif($2, 0))',
)

/** ceil and floor give whole numbers; a double beyond bigint's range gives bigint's end. */
const whole = (fn: 'ceil' | 'floor') =>
  byType(({ type, types }) => {
    if (type.kind === 'decimal') return `${fn}($1)::numeric(${type.precision}, 0)`
    if (types[0]?.kind === 'double' || types[0]?.kind === 'float') {
      return `case when $1 = 'NaN' then 0 when $1 >= 9223372036854775807 then 9223372036854775807 when $1 <= -9223372036854775808 then -9223372036854775808 else ${fn}($1)::bigint end`
    }
    return '$1::bigint'
  })

/** A part of a date or timestamp. */
const part = (field: string): Spelling => `extract(${field} from $1)::int`

const truncate: Spelling = (args, { literals }) =>
  fill(`date_trunc('${String(literals[0])}', $1)`, [args[1] as Fragment])

/** A number of characters: none where it is negative. (`greatest` would make 0 of NULL.) */
const count = (argument: string): string => `case when ${argument} < 0 then 0 else ${argument} end::int`
const counted =
  (template: (argument: string) => string): Spelling =>
  (args, { literals }) => {
    const known = literals[1]
    return fill(template(typeof known === 'number' && known >= 0 ? '$2::int' : count('$2')), args)
  }

/** PostgreSQL's own substring knows no positions from the end, and starts before the text at 0. */
const substring: Spelling = ([text, position, length], { literals }) => {
  const [, start, size] = literals
  const taken = typeof size === 'number' && size >= 0 ? '$3::int' : count('$3')
  if (typeof start === 'number' && start >= 0) {
    const from = start === 0 ? { ...(position as Fragment), bindings: ['1'] } : (position as Fragment)
    return fill(`substr($1, $2::int, ${taken})`, [text, from, length] as Fragment[])
  }
  return fill(
    `substr($1, case when $2 < 0 then greatest(length($1) + $2 + 1, 1) when $2 = 0 then 1 else $2 end::int, ${count('(case when $2 < 0 then $3 + least(length($1) + $2, 0) else $3 end)')})`,
    [text, position, length] as Fragment[],
  )
}

const pad =
  (fn: 'lpad' | 'rpad'): Spelling =>
  (args) =>
    fill(args.length > 2 ? `${fn}($1, $2::int, $3)` : `${fn}($1, $2::int)`, args)

const offsetFunction =
  (fn: 'lag' | 'lead'): Spelling =>
  (args) =>
    fill(args.length === 1 ? `${fn}($1)` : args.length === 2 ? `${fn}($1, $2::int)` : `${fn}($1, $2::int, $3)`, args)

/** Logarithms of zero and below are NULL. */
const logarithm = (fn: string): Spelling => `case when $1 > 0 then ${fn}($1) end`

/** Changes of case by Unicode, whatever the locale; "C" again, since two explicit collations could not be compared. */
const unicode =
  (template: string): Spelling =>
  (args) =>
    fill(`$1 collate "C"`, [fill(template, args)], RANK.other)

/** PostgreSQL's initcap starts a word behind any sign, Spark's behind a space alone. */
const words: Spelling = (args) =>
  fill(
    `case when $1 = '' then '' when $1 is not null then (select string_agg(initcap(left(word, 1) collate "und-x-icu") || lower(substr(word, 2) collate "und-x-icu"), ' ' order by place) from unnest(string_to_array($1, ' ')) with ordinality as split(word, place)) end`,
    args,
  )

/** Java's power: PostgreSQL raises where that is NaN, Infinity or 0. The logarithm tells beforehand what is beyond a double. */
const power: Spelling = (args) =>
  fill(
    `case when $2 = 0 then 1 when $1 = 'NaN' or $2 = 'NaN' then 'NaN' when abs($1) = 1 and abs($2) = 'Infinity' then 'NaN' when $1 = 0 and $2 < 0 then 'Infinity' when abs($1) = 'Infinity' or abs($2) = 'Infinity' then power($1, $2) when $1 < 0 and $2 <> trunc($2) then 'NaN' when $1 <> 0 and $2 * ln(abs($1)) > 709.7827128933841 then case when $1 < 0 and mod($2::numeric, 2) <> 0 then '-Infinity' else 'Infinity' end::double precision when $1 <> 0 and $2 * ln(abs($1)) < -745.1332191019412 then 0 else power($1, $2) end`,
    args,
  )

/** How PostgreSQL spells each function: built-in ones only. */
export const postgresFunctions: SpellingTable = {
  eq: operator('=', RANK.compare),
  ne: operator('<>', RANK.compare),
  gt: comparison('>'),
  gte: comparison('>='),
  lt: comparison('<'),
  lte: comparison('<='),
  eqNullSafe: operator('is not distinct from', RANK.compare),
  between: ([operand, low, high], { types }) =>
    fill(
      '$1 between $2 and $3',
      [types[0]?.kind === 'string' ? byCodePoint(operand as Fragment) : operand, low, high] as Fragment[],
      RANK.compare,
    ),
  isNull: postfix('is null', RANK.compare),
  isNotNull: postfix('is not null', RANK.compare),
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  plus: operator('+', RANK.add),
  minus: operator('-', RANK.add),
  times: operator('*', RANK.multiply),
  div: divide,
  mod: modulo,
  like: (args) => fill('$1 like $2', args, RANK.compare),
  ilike: (args) => fill('$1 ilike $2', args, RANK.compare),
  rlike: (args) => fill('$1 ~ $2', args, RANK.compare),
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: operator('#', RANK.other),
  contains: (args) => fill('strpos($1, $2) > 0', args, RANK.compare),
  startsWith: 'starts_with($1, $2)',
  endsWith: (args) => fill('right($1, length($2)) = $2', args, RANK.compare),

  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: 'nullif($1, $2)',
  nanToNull: "nullif($1, 'NaN')",
  nanvl: "case when $1 = 'NaN' then $2 else $1 end",
  greatest: ordering('greatest($*)'),
  least: ordering('least($*)'),

  upper: unicode('upper($1 collate "und-x-icu")'),
  lower: unicode('lower($1 collate "und-x-icu")'),
  length: 'length($1)',
  trim: "btrim($1, ' ')",
  ltrim: "ltrim($1, ' ')",
  rtrim: "rtrim($1, ' ')",
  reverse: 'reverse($1)',
  initcap: words,
  substring,
  concat: (args) =>
    joinFragments(
      args.map((arg) => within(arg, RANK.other)),
      ' || ',
      RANK.other,
    ),
  // Of a separator alone it is the empty text; PostgreSQL wants something to join.
  concatWs: (args) => fill(args.length === 1 ? 'concat_ws($1, null)' : 'concat_ws($*)', args),
  replace: 'replace($1, $2, $3)',
  instr: 'strpos($1, $2)',
  lpad: pad('lpad'),
  rpad: pad('rpad'),
  repeat: 'repeat($1, $2::int)',
  left: counted((argument) => `left($1, ${argument})`),
  right: counted((argument) => `right($1, ${argument})`),

  abs: 'abs($1)',
  negate: (args) => fill('-$1', args, RANK.unary),
  round,
  bround,
  ceil: whole('ceil'),
  floor: whole('floor'),
  signum: "case when $1 = 'NaN' then $1 else sign($1) end",
  sqrt: "case when $1 < 0 then 'NaN'::double precision else sqrt($1) end",
  // Where a double has no room, Spark has Infinity and 0.
  exp: "case when $1 = 'NaN' then $1 when $1 > 709.782712893384 then 'Infinity' when $1 < -745.1332191019412 then 0 else exp($1) end",
  ln: logarithm('ln'),
  log10: logarithm('log10'),
  pow: power,
  // In long: the least int divided by -1 is no int.
  intDiv: (args) => fill('$1::bigint / nullif($2, 0)', args, RANK.multiply),

  pmod: (args, call) => {
    const rest = spell(modulo, args, call)
    const again = spell(modulo, [fill('$1 + $2', [rest, args[1] as Fragment], RANK.add), args[1] as Fragment], call)
    return fill('case when $1 < 0 then $2 else $1 end', [rest, again])
  },
  bitwiseNot: (args) => fill('~$1', args, RANK.unary),

  year: part('year'),
  quarter: part('quarter'),
  month: part('month'),
  dayofmonth: part('day'),
  dayofweek: (args) => fill('extract(dow from $1)::int + 1', args, RANK.add),
  weekday: (args) => fill('extract(isodow from $1)::int - 1', args, RANK.add),
  dayofyear: part('doy'),
  hour: part('hour'),
  minute: part('minute'),
  second: 'floor(extract(second from $1))::int',
  dateTrunc: truncate,
  trunc: ([day], { literals }) =>
    fill(`date_trunc('${dayUnit(literals[1])}', $1::timestamp)::date`, [day] as Fragment[]),
  monthsBetween,
  datediff: (args) => fill('$1 - $2', args, RANK.add),
  dateAdd: (args) => fill('$1 + $2::int', args, RANK.add),
  dateSub: (args) => fill('$1 - $2::int', args, RANK.add),
  addMonths: '($1 + make_interval(months => $2::int))::date',
  lastDay: "(date_trunc('month', $1) + interval '1 month - 1 day')::date",
  toDate: (args) => args[0] as Fragment,

  count: (args, { literals }) =>
    literals[0] === undefined || literals[0] === null ? fill('count($1)', args) : fragment('count(*)'),
  countDistinct: (args) =>
    args.length === 1
      ? fill('count(distinct $1)', args)
      : fill(
          `count(distinct case when ${args.map((_, index) => `$${index + 1} is not null`).join(' and ')} then ($*) end)`,
          args,
        ),
  countIf: 'count(*) filter (where $1)',
  sum: byType(({ types }) => (types[0]?.kind === 'float' ? 'sum($1::double precision)' : back('sum($1)'))),
  sumDistinct: byType(({ types }) =>
    types[0]?.kind === 'float' ? 'sum(distinct $1::double precision)' : back('sum(distinct $1)'),
  ),
  avg: byType(({ type, types }) =>
    type.kind === 'decimal'
      ? back('avg($1)')
      : types[0]?.kind === 'double' || types[0]?.kind === 'float'
        ? 'avg($1)'
        : 'avg($1::double precision)',
  ),
  // Booleans have no min and max: false is less than true.
  min: byType(({ type }) => (type.kind === 'boolean' ? 'bool_and($1)' : ordering('min($1)'))),
  max: byType(({ type }) => (type.kind === 'boolean' ? 'bool_or($1)' : ordering('max($1)'))),
  stddev: 'stddev_samp($1)',
  stddevPop: 'stddev_pop($1)',
  variance: 'var_samp($1)',
  varPop: 'var_pop($1)',
  grouping: 'grouping($*)',
  maxBy: valueBy('max', 'desc'),
  minBy: valueBy('min', 'asc'),
  boolAnd: 'bool_and($1)',
  boolOr: 'bool_or($1)',

  rowNumber: 'row_number()',
  rank: 'rank()',
  denseRank: 'dense_rank()',
  percentRank: 'percent_rank()',
  cumeDist: 'cume_dist()',
  ntile: 'ntile($1::int)',
  lag: offsetFunction('lag'),
  lead: offsetFunction('lead'),
  firstValue: (args, call) => spell(call.literals[1] === true ? nthKnown(0) : 'first_value($1)', args, call),
  lastValue: (args, call) => spell(call.literals[1] === true ? nthKnown(-1) : 'last_value($1)', args, call),
  nthValue: (args, call) =>
    spell(call.literals[2] === true ? nthKnown(Number(call.literals[1]) - 1) : 'nth_value($1, $2::int)', args, call),
}
