import type { ParsedPattern } from '../../../functions/regex/pattern.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { emptyMatches, groupOf, patternOf, replacementOf, replacementText } from '../../regex/calls.ts'
import { findingPattern, matchingPattern } from '../../regex/postgres.ts'
import type { SpelledCall, Spelling, SpellingsOf } from '../../spelling.ts'

const TITLE = 'PostgreSQL'

const bound = (text: string): Fragment => fragment('?::text', [text], RANK.cast)
/** The text of a call, and the pattern in PostgreSQL's words. */
const matching = ([text]: readonly Fragment[], pattern: ParsedPattern): [Fragment, Fragment] => [
  text as Fragment,
  bound(matchingPattern(pattern)),
]
const read = (call: SpelledCall, fn: string): ParsedPattern => patternOf(call, fn, TITLE)

export const rlike: Spelling = ([text], call) =>
  fill('$1 ~ $2', [text as Fragment, bound(findingPattern(read(call, 'rlike')))], RANK.compare)

/** A group that the pattern does not have raises where there is a match. */
const noGroup = (fn: string, group: number, otherwise: string): string =>
  `case when $1 ~ $2 then ('${fn}: there is no group ${group} in the pattern, for ' || $1)::int::text else case when $1 is not null then ${otherwise} end end`

const regexpExtract: Spelling = (args, call) => {
  const pattern = read(call, 'regexpExtract')
  const group = groupOf(call, pattern)
  if (group > pattern.groups) return fill(noGroup('regexpExtract', group, "''"), matching(args, pattern))
  return fill(
    `case when $1 is not null then coalesce(regexp_substr($1, $2, 1, 1, '', ${group}), '') end`,
    matching(args, pattern),
  )
}

/** Rows of matches, in order, the whole one before its groups. */
const regexpExtractAll: Spelling = ([text], call) => {
  const pattern = read(call, 'regexpExtractAll')
  const group = groupOf(call, pattern)
  emptyMatches(pattern, TITLE)
  const args = [text as Fragment, bound(`(${matchingPattern(pattern)})`)]
  const matches = "regexp_matches($1, $2, 'g') with ordinality as found(groups, place)"
  if (group > pattern.groups) {
    return fill(
      `case when $1 ~ $2 then array[('regexpExtractAll: there is no group ${group} in the pattern, for ' || $1)::int::text] when $1 is not null then array[]::text[] end`,
      args,
    )
  }
  return fill(
    `case when $1 is not null then array(select coalesce(groups[${group + 1}], '') from ${matches} order by place) end`,
    args,
  )
}

const regexpReplace: Spelling = (args, call) => {
  const pattern = read(call, 'regexpReplace')
  const replacement = replacementOf(call, pattern, TITLE)
  const empty = emptyMatches(pattern, TITLE)
  if (!empty) {
    return fill("regexp_replace($1, $2, $3, 'g')", [...matching(args, pattern), bound(replacementText(replacement))])
  }
  // Something before each character and run, and at the end.
  const tokens: ParsedPattern = {
    ...pattern,
    pattern: { kind: 'choice', options: [empty.once, { kind: 'group', index: 1, inner: empty.other }] },
  }
  const [once, last] = [replacementText([...replacement.map(wholly), 1]), replacementText(replacement.map(wholly))]
  return fill(
    "regexp_replace($1, $2, $3, 'g') || $4",
    [...matching(args, tokens), bound(once), bound(last.replaceAll('\\\\', '\\'))],
    RANK.other,
  )
}

/** In a match of nothing every group is nothing. */
const wholly = (part: string | number): string => (typeof part === 'number' ? '' : part)

const regexpCount: Spelling = (args, call) => {
  const pattern = read(call, 'regexpCount')
  const empty = emptyMatches(pattern, TITLE)
  if (!empty) return fill('regexp_count($1, $2)', matching(args, pattern))
  const tokens: ParsedPattern = { ...pattern, pattern: { kind: 'choice', options: [empty.once, empty.other] } }
  return fill('regexp_count($1, $2) + 1', matching(args, tokens), RANK.add)
}

const split: Spelling = ([text], call) => {
  const pattern = read(call, 'split')
  const limit = Number(call.literals[2] ?? -1)
  const one = text as Fragment
  if (limit === 1) return fill('case when $1 is not null then array[$1] end', [one])
  if (pattern.source === '') {
    const characters = "case when $1 = '' then array[''] else string_to_array($1, null) end"
    return limit <= 0
      ? fill(characters, [one])
      : fill(
          `case when length($1) > ${limit} then (string_to_array($1, null))[:${limit - 1}] || substr($1, ${limit}) else ${characters} end`,
          [one],
        )
  }
  emptyMatches(pattern, TITLE)
  const args = [one, bound(matchingPattern(pattern, false))]
  if (limit <= 0) return fill('regexp_split_to_array($1, $2)', args)
  const rest = `regexp_instr($1, $2, 1, ${limit - 1}, 1)`
  return fill(
    `case when ${rest} > 0 then (regexp_split_to_array($1, $2))[:${limit - 1}] || substr($1, ${rest}) else regexp_split_to_array($1, $2) end`,
    args,
  )
}

export const regexSpellings: SpellingsOf<'regex'> = {
  regexpCount,
  regexpExtract,
  regexpExtractAll,
  regexpInstr: (args, call) => fill('regexp_instr($1, $2)', matching(args, read(call, 'regexpInstr'))),
  regexpReplace,
  regexpSubstr: (args, call) => fill('regexp_substr($1, $2)', matching(args, read(call, 'regexpSubstr'))),
  split,
}
