import type { SqlType } from '../../../plan/type.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { sqliteCast } from '../casts.ts'
import { MICROSECONDS, SECONDS } from '../moments.ts'

/** A decimal counts by its digits. */
const counted = (operand: Fragment, type: SqlType | undefined): Fragment =>
  type?.kind === 'decimal' ? sqliteCast(operand, type, { kind: 'string' }, 'raise') : operand

export const epochSpellings: SpellingsOf<'epoch'> = {
  timestampSeconds: ([seconds], { types: [type] }) =>
    fill('millrace_moment($1, 1000000)', [counted(seconds as Fragment, type)]),
  timestampMillis: 'millrace_moment($1, 1000)',
  timestampMicros: 'millrace_moment($1, 1)',
  unixSeconds: SECONDS,
  unixMillis: (args) => fill(`${SECONDS} * 1000 + ${MICROSECONDS} / 1000`, args, RANK.add),
  unixMicros: (args) => fill(`${SECONDS} * 1000000 + ${MICROSECONDS}`, args, RANK.add),
}
