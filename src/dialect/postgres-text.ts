import { type Fragment, fill, RANK } from './fragment.ts'

/** Text in the order of code points, whatever the database's locale. */
export const byCodePoint = (operand: Fragment): Fragment => fill('$1 collate "C"', [operand], RANK.other)
