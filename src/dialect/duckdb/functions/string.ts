import { fill, joinFragments, RANK, within } from '../../fragment.ts'
import { ofListOrText, withListsJoined } from '../../lists.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { nth, overlaid, trimmed } from '../../text.ts'
import { asInt } from '../back.ts'
import { LOWER, lowered, WITH_FINAL_SIGMA } from '../text.ts'

/** A number of characters: none where it is negative. */
const count = (argument: string): string => `case when ${argument} < 0 then 0 else ${argument} end`

const counted =
  (template: (argument: string) => string): Spelling =>
  (args, { literals }) => {
    const known = literals[1]
    return fill(template(typeof known === 'number' && known >= 0 ? '$2' : count('$2')), args)
  }

/**
 * DuckDB starts before the text at 0, where Spark starts at 1. From further behind than the text is long it takes what
 * would have begun before it, or where it knows that no sign of the column is beyond ASCII, as much of the text.
 */
const substring: Spelling = (args, { literals }) => {
  const [, start, size] = literals
  const known = typeof start === 'number' ? start : undefined
  if (args.length < 3) {
    return fill(known ? 'substring($1, $2)' : 'substring($1, case when $2 = 0 then 1 else $2 end)', args)
  }
  const taken = typeof size === 'number' && size >= 0 ? '$3' : count('$3')
  if (known !== undefined && known > 0) return fill(`substring($1, $2, ${taken})`, args)
  const behind = 'greatest(length($1) + $2 + 1, 1)'
  const rest = count('($3 + least(length($1) + $2, 0))')
  if (known !== undefined && known < 0) return fill(`substring($1, ${behind}, ${rest})`, args)
  return fill(
    `substring($1, case when $2 < 0 then ${behind} when $2 = 0 then 1 else $2 end, case when $2 < 0 then ${rest} else ${taken} end)`,
    args,
  )
}

/** DuckDB has no default padding, and refuses to pad with nothing. */
const pad =
  (fn: 'lpad' | 'rpad'): Spelling =>
  (args, { literals }) => {
    const size = typeof literals[1] === 'number' && literals[1] >= 0 ? '$2::int' : `(${count('$2')})::int`
    if (args.length < 3) return fill(`${fn}($1, ${size}, ' ')`, args)
    const filled = `${fn}($1, ${size}, $3)`
    return typeof literals[2] === 'string' && literals[2] !== ''
      ? fill(filled, args)
      : fill(`case when $3 = '' then left($1, ${size}) else ${filled} end`, args)
  }

const CAPITAL =
  "case when starts_with(word, 'ß') then 'Ss' else case lower(left(word, 1)) when 'ǆ' then 'ǅ' when 'ǉ' then 'ǈ' when 'ǌ' then 'ǋ' when 'ǳ' then 'ǲ' else upper(left(word, 1)) end end"

export const stringSpellings: SpellingsOf<'string'> = {
  // DuckDB's own maps one letter to one.
  upper: "upper(replace($1, 'ß', 'SS'))",
  lower: LOWER,
  length: (args, { types }) => asInt(types[0]?.kind === 'binary' ? 'octet_length($1)' : 'length($1)')(args),
  trim: trimmed('trim'),
  ltrim: trimmed('ltrim'),
  rtrim: trimmed('rtrim'),
  // DuckDB's own keeps a letter and its accents together.
  reverse: ofListOrText('list_reverse($1)', "array_to_string(list_reverse(string_split($1, '')), '')"),
  initcap: `array_to_string(list_transform(string_split(${WITH_FINAL_SIGMA}, ' '), lambda word: ${CAPITAL} || ${lowered('substring(word, 2)')}), ' ')`,
  substring,
  concat: (args) =>
    joinFragments(
      args.map((arg) => within(arg, RANK.other)),
      ' || ',
      RANK.other,
    ),
  concatWs: withListsJoined('array_to_string(nullif(list_filter($1, lambda item: item is not null), []), $2)', (args) =>
    fill(args.length === 1 ? 'concat_ws($1, null)' : 'concat_ws($*)', args),
  ),
  replace: (args) => fill(args.length < 3 ? "replace($1, $2, '')" : 'replace($1, $2, $3)', args),
  translate: 'translate($1, $2, $3)',
  overlay: overlaid(substring),
  elt: nth("error('elt: there is no text ' || $1)"),
  quote: (args) => fill("'''' || replace($1, '''', '\\''') || ''''", args, RANK.other),
  lpad: pad('lpad'),
  rpad: pad('rpad'),
  repeat: 'repeat($1, $2)',
  left: counted((argument) => `left($1, ${argument})`),
  right: counted((argument) => `right($1, ${argument})`),
}
