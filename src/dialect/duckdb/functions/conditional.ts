import { type Fragment, fill, RANK } from '../../fragment.ts'
import { chain, type SpellingsOf } from '../../spelling.ts'

export const conditionalSpellings: SpellingsOf<'conditional'> = {
  and: chain('and', RANK.and),
  or: chain('or', RANK.or),
  not: (args) => fill('not $1', args, RANK.not),
  coalesce: (args) => (args.length === 1 ? (args[0] as Fragment) : fill('coalesce($*)', args)),
  nullif: 'nullif($1, $2)',
  nanvl: 'case when isnan($1) then $2 else $1 end',
  greatest: 'greatest($*)',
  least: 'least($*)',
}
