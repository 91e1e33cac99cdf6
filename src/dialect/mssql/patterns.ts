/** LIKE on SQL Server, to which a bracket is special too. */
import { type Fragment, fill, fragment, RANK } from '../fragment.ts'
import type { Spelling } from '../spelling.ts'
import { byCodePoint } from './text.ts'

const escaped = (text: string, special: RegExp): string => text.replace(special, '\\$&')

/** `like` by a pattern; `folded` says how the text is looked at, and the pattern with it. */
export const like =
  (folded: (operand: Fragment) => Fragment): Spelling =>
  ([text, pattern], { literals }) => {
    const known = literals[1]
    const brackets =
      typeof known === 'string'
        ? fragment('?', [escaped(known, /\[/g)])
        : fill("replace($1, N'[', N'\\[')", [pattern as Fragment])
    const seen = folded(brackets)
    // A value takes the collation of the text.
    const against = seen.sql.startsWith('lower') ? fill('lower($1)', [brackets]) : brackets
    return fill("$1 like $2 escape N'\\'", [folded(text as Fragment), against], RANK.compare)
  }

/** A text that holds another, at its start, its end or anywhere. */
export const matching =
  (before: '' | '%', after: '' | '%'): Spelling =>
  ([text, part], { literals }) => {
    const known = literals[1]
    const pattern =
      typeof known === 'string'
        ? fragment('?', [`${before}${escaped(known, /[\\%_[]/g)}${after}`])
        : fill(
            `${before && "N'%' + "}replace(replace(replace(replace($1, N'\\', N'\\\\'), N'%', N'\\%'), N'_', N'\\_'), N'[', N'\\[')${after && " + N'%'"}`,
            [part as Fragment],
            RANK.add,
          )
    return fill("$1 like $2 escape N'\\'", [byCodePoint(text as Fragment), pattern], RANK.compare)
  }
