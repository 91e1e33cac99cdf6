import { type Fragment, fill, infix, RANK } from '../../fragment.ts'
import { byType, operator, postfix, type Spelling, type SpellingsOf, unsupported } from '../../spelling.ts'
import { exact, exactProduct, exactStep, isDecimal } from '../exact.ts'
import { getItem } from '../items.ts'
import { like } from '../like.ts'

/** Division in REAL, whatever the operands are stored as; by zero it is NULL. */
const divide: Spelling = ([dividend, divisor]) =>
  infix(
    '/',
    RANK.multiply,
    fill('cast($1 as real)', [dividend as Fragment]),
    fill('nullif($1, 0)', [divisor as Fragment]),
  )

/** `%` would cut fractions off. */
export const modulo = byType((call) =>
  isDecimal(call)
    ? `millrace_decimal_mod($1, $2, ${Math.max(...call.types.map((type) => (type.kind === 'decimal' ? type.scale : 0)))})`
    : call.type.kind === 'double' || call.type.kind === 'float'
      ? 'mod($1, nullif($2, 0))'
      : ([dividend, divisor]) =>
          infix('%', RANK.multiply, dividend as Fragment, fill('nullif($1, 0)', [divisor as Fragment])),
)

export const operatorsSpellings: SpellingsOf<'operator'> = {
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
  plus: exactStep(operator('+', RANK.add)),
  minus: exactStep(operator('-', RANK.add)),
  times: exactProduct(operator('*', RANK.multiply)),
  div: exact(divide),
  mod: modulo,
  like,
  ilike: 'millrace_ilike($1, $2)',
  rlike: 'millrace_rlike($1, $2)',
  bitwiseAND: operator('&', RANK.other),
  bitwiseOR: operator('|', RANK.other),
  bitwiseXOR: 'millrace_xor($1, $2)',
  contains: (args) => fill('instr($1, $2) > 0', args, RANK.compare),
  startsWith: 'millrace_starts_with($1, $2)',
  endsWith: 'millrace_ends_with($1, $2)',
  fraction: 'millrace_fraction($1)',
  ofFrame: unsupported('an aggregate of gathered rows', 'SQLite', 'aggregate over the window itself'),
  nanToNull: ([operand]) => operand as Fragment,
  getItem,
}
