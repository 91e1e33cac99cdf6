import type { SpellingsOf } from '../../spelling.ts'
import { trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

/** Two longs, with room for their product. */
const wide = (symbol: string): string => `cast($1 as decimal(19, 0)) ${symbol} cast($2 as decimal(19, 0))`

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: trying(operatorsSpellings.plus, wide('+')),
  trySubtract: trying(operatorsSpellings.minus, wide('-')),
  tryMultiply: trying(operatorsSpellings.times, wide('*')),
}
