import type { SpellingsOf } from '../../spelling.ts'
import { noWidest, trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

const WIDEST = noWidest('DuckDB')

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: trying(operatorsSpellings.plus, '$1::hugeint + $2::hugeint', WIDEST),
  trySubtract: trying(operatorsSpellings.minus, '$1::hugeint - $2::hugeint', WIDEST),
  tryMultiply: trying(operatorsSpellings.times, '$1::hugeint * $2::hugeint', WIDEST),
}
