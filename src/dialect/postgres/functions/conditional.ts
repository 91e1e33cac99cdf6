import { sameType } from '../../../plan/type.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import { chain, type SpellingsOf } from '../../spelling.ts'
import { postgresType, typed } from '../casts.ts'
import { ordering } from '../text.ts'

export const conditionalSpellings: SpellingsOf<'conditional'> = {
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  // PostgreSQL gives the wider of two types of numbers.
  nullif: (args, { type, types }) => {
    const written = fill('nullif($1, $2)', args)
    return types[1] && sameType(type, types[1]) ? written : typed(written, postgresType(type))
  },
  nanvl: "case when $1 = 'NaN' then $2 else $1 end",
  greatest: ordering('greatest($*)'),
  least: ordering('least($*)'),
}
