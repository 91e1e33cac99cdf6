import { bitsOf } from '../../bits.ts'
import { byType, type SpellingsOf } from '../../spelling.ts'

const shift = (fn: string) => byType(({ type }) => `millrace_${fn}($1, $2, ${type.kind === 'long' ? 64 : 32})`)

export const bitwiseSpellings: SpellingsOf<'bitwise'> = {
  shiftLeft: shift('shift_left'),
  shiftRight: shift('shift_right'),
  shiftRightUnsigned: shift('shift_right_unsigned'),
  bitCount: 'millrace_bit_count($1)',
  getbit: byType(({ types }) => `millrace_get_bit($1, $2, ${bitsOf(types[0])})`),
}
