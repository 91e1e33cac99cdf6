import { type Fragment, fill, RANK } from '../../fragment.ts'
import { chain, type Spelling, type SpellingsOf } from '../../spelling.ts'

/** min() and max() of several values are NULL if any is: the NULLs are replaced by another argument. */
const extreme =
  (fn: 'max' | 'min'): Spelling =>
  (args) => {
    const turned = args.map((_, index) => fill('coalesce($*)', [...args.slice(index), ...args.slice(0, index)]))
    return fill(`${fn}($*)`, turned)
  }

export const conditionalSpellings: SpellingsOf<'conditional'> = {
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: 'nullif($1, $2)',
  // There is no NaN.
  nanvl: ([operand]) => operand as Fragment,
  greatest: extreme('max'),
  least: extreme('min'),
}
