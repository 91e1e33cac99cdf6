import type { SqlType } from '../../plan/type.ts'
import { type Fragment, fill } from '../fragment.ts'

/**
 * A value that is the same where the operand is: text by its bytes, since its collation and `=` see less; bytes by their
 * digits, since `=` does not see zeros at the end.
 */
export function exactKey(operand: Fragment, type: SqlType): Fragment {
  if (type.kind === 'string') return fill('cast($1 as varbinary(max))', [operand])
  return type.kind === 'binary' ? fill('convert(varchar(max), $1, 2)', [operand]) : operand
}
