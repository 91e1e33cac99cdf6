import type { SpellingsOf } from '../../spelling.ts'
import { noWidest, trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

/** Two longs, with room for their product. */
const wide = (symbol: string): string => `cast($1 as decimal(19, 0)) ${symbol} cast($2 as decimal(19, 0))`

const WIDEST = noWidest('SQL Server')

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: trying(operatorsSpellings.plus, wide('+'), WIDEST),
  trySubtract: trying(operatorsSpellings.minus, wide('-'), WIDEST),
  tryMultiply: trying(operatorsSpellings.times, wide('*'), WIDEST),
}
