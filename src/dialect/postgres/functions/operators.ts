import { MAX_DECIMAL_PRECISION } from '../../../plan/type.ts'
import { isFractional } from '../../../plan/type-rules.ts'
import { type Fragment, fill, fragment, infix, RANK, within } from '../../fragment.ts'
import { byType, operator, postfix, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { postgresType, typed } from '../casts.ts'
import { getItem } from '../items.ts'
import { doubleRemainder } from '../remainder.ts'
import { byCodePoint } from '../text.ts'
import { ofFrame } from './frames.ts'
import { rlike } from './regex.ts'

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

/** PostgreSQL's numeric has room for more digits than a decimal: what has too many is rounded, or raises. */
function inDecimals(spelling: Spelling): Spelling {
  return (args, call) => {
    const written = spell(spelling, args, call)
    return call.type.kind === 'decimal' && call.type.precision === MAX_DECIMAL_PRECISION
      ? typed(written, postgresType(call.type))
      : written
  }
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

export const modulo = inDecimals(
  byType(({ type }) => (isFractional(type) ? doubleRemainder : 'mod($1, nullif($2, 0))')),
)

/** A pattern from data may be none, which PostgreSQL does not always say. */
const likePattern =
  (template: string): Spelling =>
  (args, { literals }) =>
    typeof literals[1] === 'string'
      ? fill(template, args, RANK.compare)
      : fill(
          `case when $2 !~ '^([^\\\\]|\\\\[\\\\%_])*$' then ('like: a bad pattern: ' || $2)::int = 0 else ${template} end`,
          args,
        )

export const operatorsSpellings: SpellingsOf<'operator'> = {
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
  plus: inDecimals(operator('+', RANK.add)),
  minus: inDecimals(operator('-', RANK.add)),
  times: inDecimals(operator('*', RANK.multiply)),
  div: divide,
  mod: modulo,
  like: likePattern('$1 like $2'),
  ilike: likePattern('$1 ilike $2'),
  rlike,
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: operator('#', RANK.other),
  contains: (args) => fill('strpos($1, $2) > 0', args, RANK.compare),
  startsWith: (args, { types }) =>
    types[0]?.kind === 'binary'
      ? fill('substr($1, 1, length($2)) = $2', args, RANK.compare)
      : fill('starts_with($1, $2)', args),
  endsWith: (args, { types }) =>
    fill(
      types[0]?.kind === 'binary' ? 'substr($1, length($1) - length($2) + 1) = $2' : 'right($1, length($2)) = $2',
      args,
      RANK.compare,
    ),
  fraction: "('x' || substr(md5(convert_to($1, 'UTF8')), 1, 13))::bit(52)::bigint / 4503599627370496::double precision",
  ofFrame,
  nanToNull: "nullif($1, 'NaN')",
  getItem,
}
