import type { LiteralValue } from '../../../plan/expression.ts'
import { type Fragment, fill, joinFragments, RANK, within } from '../../fragment.ts'
import { ofListOrText, pairwise, withListsJoined } from '../../lists.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { nth, overlaid, trimmed } from '../../text.ts'
import { arrayOf, itemsOf } from '../arrays.ts'
import { jsonOf } from '../items.ts'
import { postgresOnce } from '../once.ts'
import { bothOf } from './array-changes.ts'

/** A number of characters: none where it is negative. (`greatest` would make 0 of NULL.) */
const count = (argument: string): string => `case when ${argument} < 0 then 0 else ${argument} end::int`

/** The same, where the number may be written into the program. */
const counting = (argument: string, known: LiteralValue | undefined): string =>
  typeof known === 'number' && known >= 0 ? `${argument}::int` : count(argument)

const counted =
  (template: (argument: string) => string): Spelling =>
  (args, { literals }) =>
    fill(template(counting('$2', literals[1])), args)

/** PostgreSQL's own substring knows no positions from the end, and starts before the text at 0. */
const substring: Spelling = ([text, position, length], { literals }) => {
  const [, start, size] = literals
  const args = [text, position, ...(length ? [length] : [])] as Fragment[]
  const behind = 'greatest(length($1) + $2 + 1, 1)'
  const known = typeof start === 'number' ? start : undefined
  // A position that is written into the program has one of the two meanings alone.
  if (known !== undefined && known >= 0) {
    const from = known === 0 ? { ...(position as Fragment), bindings: ['1'] } : (position as Fragment)
    const given = [text, from, ...args.slice(2)] as Fragment[]
    return fill(length ? `substr($1, $2::int, ${counting('$3', size)})` : 'substr($1, $2::int)', given)
  }
  const from = known === undefined ? `case when $2 < 0 then ${behind} when $2 = 0 then 1 else $2 end` : behind
  if (!length) return fill(`substr($1, ${from}::int)`, args)
  const rest = '$3 + least(length($1) + $2, 0)'
  const taken = known === undefined ? `(case when $2 < 0 then ${rest} else $3 end)` : `(${rest})`
  return fill(`substr($1, ${from}::int, ${count(taken)})`, args)
}

const pad =
  (fn: 'lpad' | 'rpad'): Spelling =>
  (args) =>
    fill(args.length > 2 ? `${fn}($1, $2::int, $3)` : `${fn}($1, $2::int)`, args)

/** Changes of case by Unicode, whatever the locale; "C" again, since two explicit collations could not be compared. */
const unicode =
  (template: string): Spelling =>
  (args) =>
    fill(`$1 collate "C"`, [fill(template, args)], RANK.other)

/** PostgreSQL's initcap starts a word behind any sign, Spark's behind a space alone. */
const words: Spelling = (args) =>
  fill(
    `case when $1 = '' then '' when $1 is not null then (select string_agg(initcap(left(word, 1) collate "und-x-icu") || lower(substr(word, 2) collate "und-x-icu"), ' ' order by place) from unnest(string_to_array($1, ' ')) with ordinality as split(word, place)) end`,
    args,
  )

const reverseList: Spelling = (args, { type }) =>
  postgresOnce(`case when $1 is not null then ${arrayOf(type, itemsOf('$1', type), { order: 'place desc' })} end`, args)

/** PostgreSQL's own takes NULL for an empty array, and puts no JSON behind JSON whose order counts. */
const concatLists: Spelling = (args, call) => {
  const { type } = call
  const both = jsonOf(type) === 'json' ? arrayOf(type, bothOf(type)) : '$1 || $2'
  return spell(
    pairwise((pair) => postgresOnce(`case when $1 is not null and $2 is not null then ${both} end`, pair)),
    args,
    call,
  )
}

export const stringSpellings: SpellingsOf<'string'> = {
  upper: unicode('upper($1 collate "und-x-icu")'),
  lower: unicode('lower($1 collate "und-x-icu")'),
  length: 'length($1)',
  trim: trimmed('btrim'),
  ltrim: trimmed('ltrim'),
  rtrim: trimmed('rtrim'),
  reverse: ofListOrText(reverseList, 'reverse($1)'),
  initcap: words,
  substring,
  concat: ofListOrText(concatLists, (args) =>
    joinFragments(
      args.map((arg) => within(arg, RANK.other)),
      ' || ',
      RANK.other,
    ),
  ),
  // Of a separator alone it is the empty text; PostgreSQL wants something to join.
  concatWs: withListsJoined("array_to_string(nullif(array_remove($1, null), '{}'), $2)", (args) =>
    fill(args.length === 1 ? 'concat_ws($1, null)' : 'concat_ws($*)', args),
  ),
  replace: (args) => fill(args.length < 3 ? "replace($1, $2, '')" : 'replace($1, $2, $3)', args),
  translate: 'translate($1, $2, $3)',
  overlay: overlaid(substring),
  elt: nth("('elt: there is no text ' || $1)::int::text"),
  quote: (args) => fill("'''' || replace($1, '''', '\\''') || ''''", args, RANK.other),
  lpad: pad('lpad'),
  rpad: pad('rpad'),
  repeat: 'repeat($1, $2::int)',
  left: counted((argument) => `left($1, ${argument})`),
  right: counted((argument) => `right($1, ${argument})`),
}
