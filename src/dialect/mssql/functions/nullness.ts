import { fill, RANK } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { condition } from '../booleans.ts'

export const nullnessSpellings: SpellingsOf<'nullness'> = {
  // There is no NaN.
  isnan: condition((args) => fill('1 = 0', args, RANK.compare)),
  // No number has such digits, and SQL Server shows them when it says so.
  raiseError: "cast(cast(N'raised: ' + coalesce($1, N'an error') as int) as nvarchar(max))",
}
