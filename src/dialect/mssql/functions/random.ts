import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const instead =
  'SQL Server draws as often as its plan likes: give a table a column with a default, or draw in your program'

export const randomSpellings: SpellingsOf<'random'> = {
  rand: refuse('rand', instead),
  uuid: refuse('uuid', instead),
}
