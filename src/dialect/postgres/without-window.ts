import { UnsupportedOnDialect } from '../../errors/index.ts'
import { type Spelling, spell } from '../spelling.ts'

/** An aggregate of PostgreSQL's that knows no window. */
export const withoutWindow =
  (name: string, spelling: Spelling): Spelling =>
  (args, call) => {
    if (call.window === undefined) return spell(spelling, args, call)
    throw new UnsupportedOnDialect(`${name}(…).over(…) is not supported on PostgreSQL`, {
      hint: 'compute it with groupBy and join the result',
    })
  }
