import { type Fragment, fill, RANK } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'

/** Text in the order of code points, whatever the database's locale. */
export const byCodePoint = (operand: Fragment): Fragment => fill('$1 collate "C"', [operand], RANK.other)

/** A function whose first argument decides by which order text is compared. */
export const ordering =
  (template: string): Spelling =>
  ([first, ...others], { types }) =>
    fill(template, [types[0]?.kind === 'string' ? byCodePoint(first as Fragment) : (first as Fragment), ...others])
