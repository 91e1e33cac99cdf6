import type { SpellingsOf } from '../../spelling.ts'

export const randomSpellings: SpellingsOf<'random'> = {
  rand: 'random()',
  uuid: 'gen_random_uuid()::text',
}
