import type { ParsedPattern } from '../../../functions/regex/pattern.ts'
import { type Fragment, fill, fragment, RANK } from '../../fragment.ts'
import { emptyMatches, groupOf, patternOf, replacementOf, replacementText } from '../../regex/calls.ts'
import { findingPattern, matchingPattern, misplaced } from '../../regex/re2.ts'
import type { SpelledCall, Spelling, SpellingsOf } from '../../spelling.ts'
import { asInt } from '../back.ts'

const TITLE = 'DuckDB'

const bound = (text: string): Fragment => fragment('?', [text])
const read = (call: SpelledCall, fn: string): ParsedPattern => patternOf(call, fn, TITLE)

export const rlike: Spelling = ([text], call) =>
  fill('regexp_matches($1, $2)', [text as Fragment, bound(findingPattern(read(call, 'rlike')))])

/** The pattern with the group that is wanted, the whole match as group 1 where it is. */
function withGroup(pattern: ParsedPattern, group: number): { readonly text: string; readonly group: number } {
  if (group > 0) {
    const { match, end } = matchingPattern(pattern)
    return { text: end === '' ? match : `(?:${match})${end}`, group }
  }
  const { match, end } = matchingPattern(pattern, false)
  return { text: `(${match})${end}`, group: 1 }
}

const noGroup = (fn: string, group: number): string =>
  `error('${fn}: there is no group ${group} in the pattern, for ' || $1)`

const regexpExtract: Spelling = ([text], call) => {
  const pattern = read(call, 'regexpExtract')
  const wanted = groupOf(call, pattern)
  const one = text as Fragment
  if (wanted > pattern.groups) {
    return fill(
      `case when regexp_matches($1, $2) then ${noGroup('regexpExtract', wanted)} when $1 is not null then '' end`,
      [one, bound(findingPattern(pattern))],
    )
  }
  const { text: written, group } = withGroup(pattern, wanted)
  return fill(`regexp_extract($1, $2, ${group})`, [one, bound(written)])
}

const regexpExtractAll: Spelling = ([text], call) => {
  const pattern = read(call, 'regexpExtractAll')
  const wanted = groupOf(call, pattern)
  emptyMatches(pattern, TITLE)
  const one = text as Fragment
  if (wanted > pattern.groups) {
    return fill(
      `case when regexp_matches($1, $2) then [${noGroup('regexpExtractAll', wanted)}] when $1 is not null then []::varchar[] end`,
      [one, bound(findingPattern(pattern))],
    )
  }
  const { text: written, group } = withGroup(pattern, wanted)
  return fill(`list_transform(regexp_extract_all($1, $2, ${group}), lambda found: coalesce(found, ''))`, [
    one,
    bound(written),
  ])
}

const regexpReplace: Spelling = ([text], call) => {
  const pattern = read(call, 'regexpReplace')
  const replacement = replacementOf(call, pattern, TITLE)
  const empty = emptyMatches(pattern, TITLE)
  const one = text as Fragment
  if (empty) {
    const plain = replacement.filter((part) => typeof part === 'string')
    const { match } = matchingPattern({
      ...pattern,
      pattern: { kind: 'choice', options: [empty.once, { kind: 'group', index: 1, inner: empty.other }] },
    })
    return fill(
      "regexp_replace($1, $2, $3, 'g') || $4",
      [one, bound(match), bound(replacementText([...plain, 1])), bound(plain.join(''))],
      RANK.other,
    )
  }
  const { match, end } = matchingPattern(pattern)
  // The line end that `$` has taken along comes back.
  return fill("regexp_replace($1, $2, $3, 'g')", [
    one,
    bound(end === '' ? match : `(?:${match})(${end})`),
    bound(replacementText(end === '' ? replacement : [...replacement, pattern.groups + 1])),
  ])
}

const regexpCount: Spelling = ([text], call) => {
  const pattern = read(call, 'regexpCount')
  const empty = emptyMatches(pattern, TITLE)
  if (empty) {
    const { match } = matchingPattern({ ...pattern, pattern: { kind: 'choice', options: [empty.once, empty.other] } })
    return asInt('(length(regexp_extract_all($1, $2)) + 1)')([text as Fragment, bound(match)])
  }
  const { match, end } = matchingPattern(pattern, false)
  return asInt('length(regexp_extract_all($1, $2))')([
    text as Fragment,
    bound(end === '' ? match : `(?:${match})${end}`),
  ])
}

/** What stands before the first match tells where it begins. */
const regexpInstr: Spelling = ([text], call) => {
  const { match, end } = matchingPattern(read(call, 'regexpInstr'), false)
  return asInt(
    '(case when regexp_matches($1, $2) then length(regexp_extract($1, $3, 1)) + 1 when $1 is not null then 0 end)',
  )([text as Fragment, bound(`(?:${match})${end}`), bound(`\\A([\\x{0}-\\x{10ffff}]*?)(?:${match})${end}`)])
}

const regexpSubstr: Spelling = ([text], call) => {
  const { text: written, group } = withGroup(read(call, 'regexpSubstr'), 0)
  return fill(`case when regexp_matches($1, $2) then regexp_extract($1, $2, ${group}) end`, [
    text as Fragment,
    bound(written),
  ])
}

const split: Spelling = ([text], call) => {
  const pattern = read(call, 'split')
  const limit = Number(call.literals[2] ?? -1)
  const one = text as Fragment
  if (limit === 1) return fill('case when $1 is not null then [$1] end', [one])
  if (pattern.source === '') {
    const characters = "string_split($1, '')"
    return limit <= 0
      ? fill(characters, [one])
      : fill(
          `case when length($1) > ${limit} then list_append(${characters}[:${limit - 1}], substr($1, ${limit})) else ${characters} end`,
          [one],
        )
  }
  emptyMatches(pattern, TITLE)
  const { match, end } = matchingPattern(pattern, false)
  if (end !== '') throw misplaced(pattern.source)
  const args = [one, bound(match)]
  if (limit <= 0) return fill('string_split_regex($1, $2)', args)
  const rest = `\\A(?:[\\x{0}-\\x{10ffff}]*?(?:${match})){${limit - 1}}([\\x{0}-\\x{10ffff}]*)\\z`
  return fill(
    `case when regexp_matches($1, $3) then list_append(string_split_regex($1, $2)[:${limit - 1}], regexp_extract($1, $3, 1)) else string_split_regex($1, $2) end`,
    [...args, bound(rest)],
  )
}

export const regexSpellings: SpellingsOf<'regex'> = {
  regexpCount,
  regexpExtract,
  regexpExtractAll,
  regexpInstr,
  regexpReplace,
  regexpSubstr,
  split,
}
