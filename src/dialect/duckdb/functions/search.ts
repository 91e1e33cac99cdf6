import { type Fragment, fill } from '../../fragment.ts'
import { CODED, INITIAL } from '../../soundex.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { asInt } from '../back.ts'

const locate: Spelling = (args) =>
  asInt(
    args.length < 3
      ? 'instr($2, $1)'
      : `(case when $3 is null or $3 < 1 then 0 when $1 = '' and $2 is not null then 1 else case instr(substr($2, $3), $1) when 0 then 0 else instr(substr($2, $3), $1) + $3 - 1 end end)`,
  )(args)

/** Delimiters may overlap, and are counted from the end they are asked for from. */
const PLACES = 'list_filter(range(1, length($1) + 1), lambda place: substr($1, place, length($2)) = $2)'
const substringIndex = `case when $2 = '' or $3 = 0 then case when $1 is not null and $2 is not null then '' end when $3 > 0 then coalesce(left($1, ${PLACES}[$3] - 1), $1) when $3 < 0 then coalesce(substr($1, ${PLACES}[$3] + length($2)), $1) end`

/**
 * DuckDB's own counts bytes. Row by row of the usual table: a cell is the least of its three neighbours' costs, and the
 * chain along a row a running minimum.
 */
const CODES =
  "list_transform(list_filter(string_split($2, ''), lambda one: one <> ''), lambda one: [unicode(one)::bigint])"
const CELLS =
  'list_concat([row[1] + 1], list_transform(range(1, length($1) + 1), lambda k: least(row[k + 1] + 1, row[k] + case when unicode(substr($1, k, 1)) = step[1] then 0 else 1 end)))'
const RUNNING = 'list_transform(cells, lambda cell, k: list_min(list_transform(cells[:k], lambda one, j: one + k - j)))'
const DISTANCE = `list_reduce(${CODES}, lambda row, step: list_transform([${CELLS}], lambda cells: ${RUNNING})[1], range(0, length($1) + 1))[-1]`

const levenshtein: Spelling = (args) => {
  const distance = asInt(
    `(case when strlen($1) = length($1) and strlen($2) = length($2) then levenshtein($1, $2) else ${DISTANCE} end)`,
  )(args.slice(0, 2))
  return args.length < 3
    ? distance
    : fill('case when $1 > $2 then -1 when $2 is not null then $1 end', [distance, args[2] as Fragment])
}

/** RE2 cannot say "the same again": each code's run is shortened by itself. */
const shortened = ['0', '1', '2', '3', '4', '5', '6'].reduce(
  (text, code) => `regexp_replace(${text}, '${code}${code}+', '${code}', 'g')`,
  CODED,
)

export const searchSpellings: SpellingsOf<'search'> = {
  instr: asInt('instr($1, $2)'),
  locate,
  findInSet: asInt(
    `(case when $1 is not null and $2 is not null then case when contains($1, ',') then 0 else coalesce(list_position(string_split($2, ','), $1), 0) end end)`,
  ),
  // A part 0 is none, and an empty delimiter parts nothing.
  splitPart: `case when $3 = 0 then error('splitPart: there is no part 0') when $2 = '' then case when $3 in (1, -1) then $1 when $1 is not null then '' end else split_part($1, $2, $3) end`,
  substringIndex,
  levenshtein,
  soundex: `case when not regexp_matches($1, '^[A-Za-z]') then $1 else ${INITIAL} || rpad(left(replace(substr(${shortened}, 2), '0', ''), 3), 3, '0') end`,
}
