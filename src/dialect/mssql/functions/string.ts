import { type Fragment, fill, joinFragments, RANK, within } from '../../fragment.ts'
import { ofListOrText, withListsJoined } from '../../lists.ts'
import { byType, type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { nth } from '../../text.ts'
import { refuse } from '../refuse.ts'
import { ofText } from '../text.ts'
import { NO_ARRAYS } from './array.ts'

/** Characters, trailing spaces included, which `len` does not count. */
const LENGTH = "len($1 + N'.') - 1"

/** A number of characters: none where it is negative. */
const count = (argument: string): string => `case when ${argument} < 0 then 0 else ${argument} end`
const counted =
  (template: (argument: string) => string): Spelling =>
  (args, call) => {
    const known = call.literals[1]
    const taken = typeof known === 'number' && known >= 0 ? '$2' : count('$2')
    return spell(ofText(template(taken)), args, call)
  }

/** Positions from the end, and a length that reaches before the start, are what T-SQL counts on from. */
const substring: Spelling = (args, call) => {
  const [, start, size] = call.literals
  const rest = args.length < 3
  const behind = "len($1 + N'.') + $2"
  const known = typeof start === 'number' ? Math.sign(start) : 0
  const from = known > 0 ? '$2' : known < 0 ? behind : `case when $2 < 0 then ${behind} when $2 = 0 then 1 else $2 end`
  const taken = rest ? "len($1 + N'.')" : typeof size === 'number' && size >= 0 ? '$3' : count('$3')
  return spell(ofText(`substring($1, ${from}, ${taken})`), args, call)
}

const pad =
  (side: 'left' | 'right'): Spelling =>
  (args, call) => {
    const size = typeof call.literals[1] === 'number' && call.literals[1] >= 0 ? '$2' : `(${count('$2')})`
    const filled = `left(replicate(cast(${args.length < 3 ? "N' '" : '$3'} as nvarchar(max)), ${size}), ${size} - (${LENGTH}))`
    const both = side === 'left' ? `${filled} + $1` : `$1 + ${filled}`
    return spell(ofText(`case when ${LENGTH} >= ${size} then left($1, ${size}) else ${both} end`), args, call)
  }

/** Texts that are not of unlimited length would be cut at 4,000 characters. */
const unlimited = (text: Fragment): Fragment => fill('cast($1 as nvarchar(max))', [text])

/** Without spaces, or without any of the characters given. */
const trimmed =
  (fn: 'trim' | 'ltrim' | 'rtrim'): Spelling =>
  (args, call) => {
    if (args.length < 2) return fill(`${fn}($1)`, args)
    return spell(ofText(fn === 'trim' ? 'trim($2 from $1)' : `${fn}($1, $2)`), args, call)
  }

/** T-SQL wants as many characters as it replaces. */
const translate: Spelling = (args, call) => {
  const [, from, to] = call.literals
  const known = typeof from === 'string' && typeof to === 'string'
  if (!known || Array.from(from).length !== Array.from(to).length || new Set(from).size !== Array.from(from).length)
    return spell(refuse('translate of characters to none', 'use replace for each of them'), args, call)
  return spell(ofText('translate($1, $2, $3)'), args, call)
}

const overlay: Spelling = ([text, replacement, position, size], call) => {
  const [, , start, taken] = call.literals
  if (typeof start !== 'number' || start < 1 || (size && (typeof taken !== 'number' || taken < 0)))
    return spell(
      refuse('overlay at a place that is not written into the program', 'use concat and substring'),
      [],
      call,
    )
  const behind = size ? '$4' : "len($2 + N'.') - 1"
  return fill(
    `substring($1, 1, $3 - 1) + $2 + substring($1, $3 + ${behind}, len($1 + N'.'))`,
    [unlimited(text as Fragment), replacement, position, ...(size ? [size] : [])] as Fragment[],
    RANK.add,
  )
}

export const stringSpellings: SpellingsOf<'string'> = {
  upper: ofText("upper(replace($1, N'ß', N'SS'))"),
  lower: ofText("lower(replace($1, N'İ', N'i̇'))"),
  length: byType(({ types }) => (types[0]?.kind === 'binary' ? 'datalength($1)' : ofText(LENGTH, RANK.add))),
  trim: trimmed('trim'),
  ltrim: trimmed('ltrim'),
  rtrim: trimmed('rtrim'),
  reverse: ofListOrText(refuse('reverse of an array', NO_ARRAYS), ofText('reverse($1)')),
  // Words are parted by spaces alone.
  initcap: ofText(
    "(select string_agg(upper(left(value, 1)) + lower(substring(value, 2, len(value + N'.'))), N' ') within group (order by ordinal) from string_split($1, N' ', 1))",
    RANK.atom,
  ),
  substring,
  concat: ofListOrText(refuse('concat of arrays', NO_ARRAYS), ([first, ...others]) =>
    joinFragments(
      [unlimited(first as Fragment), ...others].map((arg) => within(arg, RANK.add + 1)),
      ' + ',
      RANK.add,
    ),
  ),
  concatWs: withListsJoined(refuse('concatWs of arrays', NO_ARRAYS), ([separator, ...texts]) => {
    const [first, ...others] = texts
    if (!first) return fill("case when $1 is not null then N'' end", [separator as Fragment])
    // It wants two texts at least.
    const joined = others.length === 0 ? "coalesce($2, N'')" : 'concat_ws($*)'
    return fill(`case when $1 is not null then ${joined} end`, [separator as Fragment, unlimited(first), ...others])
  }),
  replace: (args, call) => spell(ofText(args.length < 3 ? "replace($1, $2, N'')" : 'replace($1, $2, $3)'), args, call),
  translate,
  overlay,
  elt: nth("cast(cast(N'elt: there is no text ' + cast($1 as nvarchar(20)) as int) as nvarchar(max))"),
  quote: ofText("N'''' + replace($1, N'''', N'\\''') + N''''", RANK.add),

  lpad: pad('left'),
  rpad: pad('right'),
  repeat: ([text, times]) => fill(`replicate($1, ${count('$2')})`, [unlimited(text as Fragment), times as Fragment]),
  left: counted((argument) => `left($1, ${argument})`),
  right: counted((argument) => `right($1, ${argument})`),
}
