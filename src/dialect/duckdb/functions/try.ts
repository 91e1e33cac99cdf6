import type { SpellingsOf } from '../../spelling.ts'
import { trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: trying(operatorsSpellings.plus, '$1::hugeint + $2::hugeint'),
  trySubtract: trying(operatorsSpellings.minus, '$1::hugeint - $2::hugeint'),
  tryMultiply: trying(operatorsSpellings.times, '$1::hugeint * $2::hugeint'),
}
