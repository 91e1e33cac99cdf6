/** One value out of many, which PostgreSQL has no function for. */
import { UnsupportedOnDialect } from '../../errors/index.ts'
import { type Fragment, fill, RANK } from '../fragment.ts'
import { overWindow, type Spelling } from '../spelling.ts'
import { postgresType } from './casts.ts'
import { byCodePoint } from './text.ts'

/** The value at a place (from 0, negative from the end) among those of the window's frame that are not NULL. */
export const nthKnown =
  (at: number): Spelling =>
  (args, call) => {
    const known = overWindow(fill('jsonb_agg($1) filter (where $1 is not null)', [args[0] as Fragment]), call)
    // One cast back from text for all types: JSON keeps every digit, and text as it is.
    return { ...known, sql: `(${known.sql} ->> ${at})::${postgresType(call.type)}`, rank: RANK.cast }
  }

/** The value of the row in which another is first in an order. */
export const valueBy =
  (which: 'max' | 'min', direction: 'asc' | 'desc'): Spelling =>
  ([value, by], { types, window }) => {
    if (window) {
      throw new UnsupportedOnDialect(`${which}By(…).over(…) is not supported on PostgreSQL`, {
        hint: 'use firstValue(…) over a window ordered by the other column',
      })
    }
    const key = types[1]?.kind === 'string' ? byCodePoint(by as Fragment) : (by as Fragment)
    return fill(`(array_agg($1 order by $2 ${direction}) filter (where $3 is not null))[1]`, [
      value as Fragment,
      { ...key, rank: RANK.atom },
      by as Fragment,
    ])
  }
