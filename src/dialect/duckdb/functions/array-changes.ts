import { zippedNames } from '../../../functions/items.ts'
import { type Fragment, fill, RANK } from '../../fragment.ts'
import { quoted } from '../../shared.ts'
import type { Spelling, SpellingsOf } from '../../spelling.ts'
import { duckdbDdl } from '../ddl.ts'
import { duckdbOnce } from '../once.ts'

/** A template that repeats its arguments. */
const repeating =
  (template: string): Spelling =>
  (args) =>
    duckdbOnce(template, args)

/** Where an element comes first. */
const first = (list: string): string => `list_position(${list}, item) = place`

/** How many elements stand before the place that an element is put to. */
const BEFORE = 'len($1) + $2 + 1'

const arrayInsert = repeating(
  [
    'case when $1 is null or $2 is null then null',
    "when $2 = 0 then error('arrayInsert: there is no place 0, for ' || len($1))",
    'when $2 > 0 then list_resize($1, greatest(len($1), $2 - 1))[:$2 - 1] || [$3] || $1[$2:]',
    `when ${BEFORE} >= 0 then $1[:${BEFORE}] || [$3] || $1[${BEFORE} + 1:]`,
    `else [$3] || list_resize($1[:0], -(${BEFORE})) || $1 end`,
  ].join(' '),
)

const slice = repeating(
  [
    'case when $1 is null or $2 is null or $3 is null then null',
    "when $2 = 0 then error('slice: there is no place 0, for ' || len($1))",
    "when $3 < 0 then error('slice: no length ' || $3)",
    'when $2 > 0 then $1[least($2, len($1) + 1):least($2, len($1) + 1) + least($3, len($1)) - 1]',
    `when ${BEFORE} >= 1 then $1[${BEFORE}:${BEFORE} + least($3, len($1)) - 1] else $1[:0] end`,
  ].join(' '),
)

const arraysZip: Spelling = ([, ...lists], { literals }) => {
  const names = zippedNames(literals[0])
  const each = (text: (place: number) => string, separator: string) =>
    lists.map((_, index) => text(index + 1)).join(separator)
  const fields = each((at) => `${quoted(duckdbDdl, names[at - 1] as string)} := $${at}[place]`, ', ')
  return duckdbOnce(
    `case when ${each((at) => `$${at} is not null`, ' and ')} then list_transform(range(1, greatest(${each((at) => `len($${at})`, ', ')}) + 1), lambda place: struct_pack(${fields})) end`,
    lists,
  )
}

const sortArray: Spelling = ([list], { literals }) =>
  fill(literals[1] === false ? "list_sort($1, 'desc', 'nulls last')" : "list_sort($1, 'asc', 'nulls first')", [
    list as Fragment,
  ])

export const arrayChangesSpellings: SpellingsOf<'arrayChanges'> = {
  arrayAppend: (args) => fill('$1 || [$2]', args, RANK.other),
  arrayPrepend: (args) => fill('[$2] || $1', args, RANK.other),
  arrayInsert,
  arrayRemove: repeating('case when $2 is not null then list_filter($1, lambda item: item is distinct from $2) end'),
  arrayCompact: 'list_filter($1, lambda item: item is not null)',
  arrayDistinct: repeating(`list_filter($1, lambda item, place: ${first('$1')})`),
  arrayUnion: repeating(`list_filter($1 || $2, lambda item, place: ${first('$1 || $2')})`),
  arrayIntersect: repeating(
    `case when $2 is not null then list_filter($1, lambda item, place: ${first('$1')} and list_position($2, item) is not null) end`,
  ),
  arrayExcept: repeating(
    `case when $2 is not null then list_filter($1, lambda item, place: ${first('$1')} and list_position($2, item) is null) end`,
  ),
  arraySort: "list_sort($1, 'asc', 'nulls last')",
  sortArray,
  slice,
  flatten: repeating('case when len($1) = list_count($1) then flatten($1) end'),
  arraysZip,
}
