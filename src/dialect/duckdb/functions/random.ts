import type { SpellingsOf } from '../../spelling.ts'

export const randomSpellings: SpellingsOf<'random'> = {
  rand: 'random()',
  uuid: 'uuidv4()::varchar',
}
