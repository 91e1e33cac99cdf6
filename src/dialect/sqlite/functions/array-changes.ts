import { type Fragment, fill } from '../../fragment.ts'
import type { SpellingsOf } from '../../spelling.ts'
import { ofElements } from './array.ts'

export const arrayChangesSpellings: SpellingsOf<'arrayChanges'> = {
  arrayAppend: ofElements('array_append'),
  arrayPrepend: ofElements('array_prepend'),
  arrayInsert: ofElements('array_insert'),
  arrayRemove: ofElements('array_remove'),
  arrayCompact: 'millrace_array_compact($1)',
  arrayDistinct: 'millrace_array_distinct($1)',
  arrayUnion: 'millrace_array_union($1, $2)',
  arrayIntersect: 'millrace_array_intersect($1, $2)',
  arrayExcept: 'millrace_array_except($1, $2)',
  arraySort: "millrace_array_sort($1, 'last', 'asc')",
  sortArray: ([list], { literals }) =>
    fill(
      literals[1] === false ? "millrace_array_sort($1, 'last', 'desc')" : "millrace_array_sort($1, 'first', 'asc')",
      [list as Fragment],
    ),
  slice: 'millrace_array_slice($1, $2, $3)',
  flatten: 'millrace_array_flatten($1)',
  arraysZip: 'millrace_arrays_zip($*)',
}
