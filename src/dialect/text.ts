/** Functions of text that dialects spell alike. */
import { type Fragment, fill, fragment, joinFragments, RANK } from './fragment.ts'
import { type Spelling, spell } from './spelling.ts'

/** Without spaces, or without any of the characters given. */
export const trimmed =
  (fn: string): Spelling =>
  (args) =>
    fill(args.length < 2 ? `${fn}($1, ' ')` : `${fn}($1, $2)`, args)

/** The text of a number among several; where there is none, `bad`. */
export const nth =
  (bad: string): Spelling =>
  ([n, ...texts]) => {
    const branches = texts.map((_, index) => `when ${index + 1} then $${index + 2}`).join(' ')
    const known = texts.map((_, index) => index + 1).join(', ')
    // NULL is no number out of range.
    return fill(`case when $1 in (${known}) then case $1 ${branches} end when $1 is not null then ${bad} end`, [
      n as Fragment,
      ...texts,
    ])
  }

/** What stands before, the replacement, and what stands behind: as the dialect cuts text. */
export const overlaid =
  (substring: Spelling): Spelling =>
  (args, call) => {
    const [text, replacement, position, length] = args as readonly [Fragment, Fragment, Fragment, Fragment?]
    const whole = { kind: 'long' } as const
    const cut = (from: Fragment, size: Fragment | undefined, literals: readonly (number | undefined)[]) =>
      spell(substring, size ? [text, from, size] : [text, from], {
        ...call,
        types: [{ kind: 'string' }, whole, whole],
        literals: [undefined, ...literals],
      })
    const own = 'length($1)'
    const taken = length
      ? fill(`case when $2 < 0 then ${own} else $2 end`, [replacement, length])
      : fill(own, [replacement])
    return joinFragments(
      [
        cut(fragment('1'), fill('$1 - 1', [position], RANK.add), [1, undefined]),
        replacement,
        cut(fill('$1 + $2', [position, taken], RANK.add), undefined, []),
      ].map((part) => (part.rank > RANK.other ? part : fragment(`(${part.sql})`, part.bindings))),
      ' || ',
      RANK.other,
    )
  }
