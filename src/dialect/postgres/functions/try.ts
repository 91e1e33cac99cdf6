import type { SpellingsOf } from '../../spelling.ts'
import { trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: trying(operatorsSpellings.plus, '$1::numeric + $2::numeric'),
  trySubtract: trying(operatorsSpellings.minus, '$1::numeric - $2::numeric'),
  tryMultiply: trying(operatorsSpellings.times, '$1::numeric * $2::numeric'),
}
