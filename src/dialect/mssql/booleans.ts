import type { Booleans } from '../booleans.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'
import { type Spelling, spell } from '../spelling.ts'

/** A spelling that gives a condition: T-SQL takes it in WHERE, ON and WHEN, and nowhere else. */
export const condition =
  (spelling: Spelling): Spelling =>
  (args, call) =>
    asCondition(spell(spelling, args, call))

export const asCondition = (written: Fragment): Fragment => ({ ...written, condition: true })

/** T-SQL has bit values and conditions, and no way between them but these. */
export const booleans: Booleans = {
  condition: (written) => (written.condition ? written : asCondition(fill('$1 = 1', [written], RANK.compare))),
  value: (written, nullable) => {
    if (!written.condition) return written
    return fill(
      `cast(case when $1 then 1 ${nullable ? 'when not $1 then 0' : 'else 0'} end as bit)`,
      [written],
      RANK.atom,
    )
  },
}
