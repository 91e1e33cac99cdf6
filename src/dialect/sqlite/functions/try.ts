import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

/** A whole result beyond long turns REAL. */
const tried =
  (operator: Spelling, symbol: string): Spelling =>
  (args, call) =>
    call.type.kind === 'long'
      ? fill("case when typeof($1) = 'integer' then $1 end", [spell(operator, args, call)])
      : spell(trying(operator, `$1 ${symbol} $2`, operator), args, call)

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: tried(operatorsSpellings.plus, '+'),
  trySubtract: tried(operatorsSpellings.minus, '-'),
  tryMultiply: tried(operatorsSpellings.times, '*'),
}
