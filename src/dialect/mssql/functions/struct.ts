import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

/** SQL Server has no structs. */
export const structSpellings: SpellingsOf<'struct'> = {
  namedStruct: refuse('namedStruct', 'select the values as columns of their own'),
}
