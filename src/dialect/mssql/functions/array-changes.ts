import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const NO_ARRAYS = 'SQL Server has no arrays: keep the elements as rows of a table of their own'

export const arrayChangesSpellings: SpellingsOf<'arrayChanges'> = {
  arrayAppend: refuse('arrayAppend', NO_ARRAYS),
  arrayPrepend: refuse('arrayPrepend', NO_ARRAYS),
  arrayInsert: refuse('arrayInsert', NO_ARRAYS),
  arrayRemove: refuse('arrayRemove', NO_ARRAYS),
  arrayCompact: refuse('arrayCompact', NO_ARRAYS),
  arrayDistinct: refuse('arrayDistinct', 'SQL Server has no arrays: distinct() is of rows'),
  arrayUnion: refuse('arrayUnion', 'SQL Server has no arrays: union(…) is of rows'),
  arrayIntersect: refuse('arrayIntersect', 'SQL Server has no arrays: intersect(…) is of rows'),
  arrayExcept: refuse('arrayExcept', 'SQL Server has no arrays: subtract(…) is of rows'),
  arraySort: refuse('arraySort', NO_ARRAYS),
  sortArray: refuse('sortArray', NO_ARRAYS),
  slice: refuse('slice', NO_ARRAYS),
  flatten: refuse('flatten', NO_ARRAYS),
  arraysZip: refuse('arraysZip', NO_ARRAYS),
}
