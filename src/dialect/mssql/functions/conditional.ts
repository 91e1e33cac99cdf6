import { type Fragment, fill, RANK } from '../../fragment.ts'
import { chain, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { condition } from '../booleans.ts'
import { byCodePoint, compareTexts, isText } from '../text.ts'

/** NULLs are skipped; text is compared by code point, which one argument decides for all. */
const extreme =
  (fn: 'greatest' | 'least'): Spelling =>
  ([first, ...others], call) =>
    fill(`${fn}($*)`, [isText(call) ? byCodePoint(first as Fragment) : (first as Fragment), ...others])

export const conditionalSpellings: SpellingsOf<'conditional'> = {
  and: condition(chain('and', RANK.and)),
  or: condition(chain('or', RANK.or)),
  not: condition((args) => fill('not $1', args, RANK.not)),
  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: (args, call) =>
    isText(call)
      ? fill('case when $1 then null else $2 end', [compareTexts('=', args, call), args[0] as Fragment])
      : fill('nullif($1, $2)', args),
  // There is no NaN.
  nanvl: ([operand]) => operand as Fragment,
  greatest: extreme('greatest'),
  least: extreme('least'),
}
