import type { SqlType } from '../../../plan/type.ts'
import { asDecimal } from '../../../plan/type-rules.ts'
import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { byType, operator, postfix, type Spelling, type SpellingsOf, spell, unsupported } from '../../spelling.ts'
import { condition } from '../booleans.ts'
import { mssqlType, typed } from '../casts.ts'
import { decimalQuotient } from '../decimals.ts'
import { like, matching } from '../patterns.ts'
import { refuse } from '../refuse.ts'
import { byCodePoint, compareTexts, comparing, isText } from '../text.ts'

const isFloating = (type: SqlType | undefined): boolean => type?.kind === 'double' || type?.kind === 'float'

/** Equality of text looks at trailing spaces too, that of bytes at zeros at the end. */
const equality = (symbol: '=' | '<>'): Spelling =>
  condition((args, call) => {
    switch (call.types[0]?.kind) {
      case 'string':
        return compareTexts(symbol, args, call)
      case 'binary':
        return symbol === '='
          ? fill('$1 = $2 and datalength($1) = datalength($2)', args, RANK.and)
          : fill('$1 <> $2 or datalength($1) <> datalength($2)', args, RANK.or)
      default:
        return infix(symbol, RANK.compare, args[0] as Fragment, args[1] as Fragment)
    }
  })

const comparison = (symbol: string): Spelling => condition(comparing(`$1 ${symbol} $2`, RANK.compare))

/** T-SQL's types of decimal results are Spark's until their digits are too many. */
const inDecimals =
  (spelling: Spelling): Spelling =>
  (args, call) =>
    call.type.kind === 'decimal' && call.type.precision === 38
      ? typed(spell(spelling, args, call), mssqlType(call.type))
      : spell(spelling, args, call)

/** True division in float, or in decimals of Spark's scale; by zero it is NULL. */
const divide: Spelling = (args, { type, types }) => {
  const [dividend, divisor] = args as readonly [Fragment, Fragment]
  const decimals = [types[0] && asDecimal(types[0]), types[1] && asDecimal(types[1])] as const
  if (type.kind === 'decimal' && decimals[0] && decimals[1])
    return decimalQuotient([dividend, divisor], [decimals[0], decimals[1]], type)
  const first = types[0]?.kind === 'double' ? dividend : typed(dividend, 'float')
  return infix('/', RANK.multiply, first, fill('nullif($1, 0)', [divisor]))
}

export const modulo = byType(({ type }) =>
  isFloating(type)
    ? refuse('the remainder of doubles', 'compute it in decimals or whole numbers')
    : ([dividend, divisor]) =>
        infix('%', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),
)

const BYTES_AT_START = atAnEnd('substring($1, 1, datalength($2))')
const BYTES_AT_END = atAnEnd('substring($1, datalength($1) - datalength($2) + 1, datalength($2))')

function atAnEnd(part: string): Spelling {
  return (args) => fill(`datalength($1) >= datalength($2) and ${part} = $2`, args, RANK.and)
}

export const operatorsSpellings: SpellingsOf<'operator'> = {
  eq: equality('='),
  ne: equality('<>'),
  gt: comparison('>'),
  gte: comparison('>='),
  lt: comparison('<'),
  lte: comparison('<='),
  eqNullSafe: condition((args, call) => {
    if (!isText(call)) return infix('is not distinct from', RANK.compare, args[0] as Fragment, args[1] as Fragment)
    const [left, right] = args as readonly [Fragment, Fragment]
    return fill(
      "$1 is not distinct from $3 and datalength($2 + N'') is not distinct from datalength($3 + N'')",
      [byCodePoint(left), left, right],
      RANK.and,
    )
  }),
  between: condition(comparing('$1 between $2 and $3', RANK.compare)),
  isNull: condition(postfix('is null', RANK.compare)),
  isNotNull: condition(postfix('is not null', RANK.compare)),
  plus: inDecimals(operator('+', RANK.add)),
  minus: inDecimals(operator('-', RANK.add)),
  times: inDecimals(operator('*', RANK.multiply)),
  div: divide,
  mod: modulo,
  like: condition(like((operand) => byCodePoint(operand))),
  ilike: condition(like((operand) => fill('lower($1)', [byCodePoint(operand)]))),
  rlike: refuse('a regular expression', 'use like, contains, startsWith or endsWith'),
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: operator('^', RANK.other),
  contains: condition(matching('%', '%')),
  startsWith: condition(byType((call) => (isText(call) ? matching('', '%') : BYTES_AT_START))),
  endsWith: condition(byType((call) => (isText(call) ? matching('%', '') : BYTES_AT_END))),
  fraction: refuse('sample and randomSplit', 'filter by a column of your own, as its remainder by a whole number'),
  ofFrame: unsupported('an aggregate of gathered rows', 'SQL Server', 'aggregate over the window itself'),
  nanToNull: ([operand]) => operand as Fragment,
  getItem: refuse('getItem', 'read the document with session.sql and OPENJSON'),
}
