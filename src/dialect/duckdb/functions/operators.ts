import { asDecimal, isIntegral } from '../../../plan/type-rules.ts'
import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import {
  byType,
  operator,
  postfix,
  type SpelledCall,
  type Spelling,
  type SpellingsOf,
  spell,
  unsupported,
} from '../../spelling.ts'
import { back } from '../back.ts'
import { typed } from '../casts.ts'
import { decimalQuotient } from '../decimals.ts'
import { getItem } from '../items.ts'
import { product, SHORT } from '../products.ts'
import { LOWER } from '../text.ts'
import { rlike } from './regex.ts'

/**
 * An operator on decimals. Where the result may have more digits than DuckDB gives those of two short ones, the first is
 * made a long one; its type is then as wide as Spark's or wider, and within 38 digits nothing needs to be said of it.
 */
const inDecimals =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const { type, types } = call
    if (type.kind !== 'decimal') return spell(spelling, args, call)
    const [left, right] = [types[0] && asDecimal(types[0]), types[1] && asDecimal(types[1])]
    const short = left && right && left.precision <= SHORT && right.precision <= SHORT
    const [first, ...others] = args as readonly [Fragment, ...Fragment[]]
    const operands =
      short && type.precision > SHORT ? [typed(first, `decimal(${SHORT + 1},${left.scale})`), ...others] : args
    return spell(type.precision === 38 ? back(spelling) : spelling, operands, call)
  }

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

/** The least whole number has no remainder by -1 in DuckDB, for its quotient has no room: by 1 it has the same. */
export const modulo = byType(({ type, literals: [, divisor] }) => {
  if (type.kind === 'decimal') return back('mod($1, nullif($2, 0))')
  const known = divisor !== undefined && Number(divisor) !== -1
  const by = isIntegral(type) && !known ? 'case $1 when 0 then null when -1 then 1 else $1 end' : 'nullif($1, 0)'
  return ([left, right]) => infix('%', RANK.multiply, left as Fragment, fill(by, [right as Fragment]))
})

/**
 * Lists and maps have a `contains` too. Of two NULLs DuckDB does not know which is meant, and what is computed from
 * bindings may turn out to be one.
 */
const containsText: Spelling = (args) => {
  const [text, part] = args as [Fragment, Fragment]
  const computed = part.sql !== '?' && text.bindings.length > 0 && part.bindings.length > 0
  return fill(computed ? 'contains($1, $2::varchar)' : 'contains($1, $2)', args)
}

/** A function of text, which bytes are as hexadecimal digits. */
const ofBytes =
  (fn: string): Spelling =>
  (args, { types }) =>
    fill(types[0]?.kind === 'binary' ? `${fn}(hex($1), hex($2))` : `${fn}($1, $2)`, args)

const ESCAPE = " escape '\\'"

/** A pattern from data may be none, which DuckDB does not always say. */
const likePattern =
  (template: string) =>
  (args: readonly Fragment[], { literals: [, pattern] }: SpelledCall): Fragment => {
    // Where nothing is escaped, saying so would only keep DuckDB from its fast ways for prefixes and the like.
    if (typeof pattern === 'string')
      return fill(pattern.includes('\\') ? template : template.replace(ESCAPE, ''), args, RANK.compare)
    return fill(
      `case when not regexp_full_match($2, '(?s:[^\\\\]|\\\\[\\\\%_])*') then error('like: a bad pattern: ' || $2) else ${template} end`.replaceAll(
        '(?',
        '(\\?',
      ),
      args,
    )
  }

export const operatorsSpellings: SpellingsOf<'operator'> = {
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
  plus: inDecimals(operator('+', RANK.add)),
  minus: inDecimals(operator('-', RANK.add)),
  times: product(inDecimals(operator('*', RANK.multiply))),
  div: divide,
  mod: modulo,
  // Without ESCAPE a backslash is a character like any other.
  like: likePattern(`$1 like $2${ESCAPE}`),
  // DuckDB's own folds letters that are no case of each other.
  ilike: ([text, pattern], call) =>
    likePattern(`$3 like $4${ESCAPE}`)(
      [text, pattern, fill(LOWER, [text as Fragment]), fill(LOWER, [pattern as Fragment])] as Fragment[],
      call,
    ),
  rlike,
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: 'xor($1, $2)',
  contains: containsText,
  startsWith: ofBytes('starts_with'),
  endsWith: ofBytes('ends_with'),
  fraction: "('0x' || md5($1)[1:13])::bigint / 4503599627370496",
  ofFrame: unsupported('an aggregate of gathered rows', 'DuckDB', 'aggregate over the window itself'),
  nanToNull: "nullif($1, 'NaN'::double)",
  getItem,
}
