import { fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { trying } from '../../trying.ts'
import { operatorsSpellings } from './operators.ts'

const tried = (operator: Spelling, symbol: string): Spelling =>
  trying(operator, `$1::numeric ${symbol} $2::numeric`, (args, call) => {
    const [scale, precision] = call.type.kind === 'decimal' ? [call.type.scale, call.type.precision] : [0, 0]
    // Numeric has room for all digits there can be.
    return fill(`case when abs(round($1, ${scale})) < 1e${precision - scale} then $2 end`, [
      fill(`$1 ${symbol} $2`, args),
      spell(operator, args, call),
    ])
  })

export const trySpellings: SpellingsOf<'try'> = {
  tryAdd: tried(operatorsSpellings.plus, '+'),
  trySubtract: tried(operatorsSpellings.minus, '-'),
  tryMultiply: tried(operatorsSpellings.times, '*'),
}
