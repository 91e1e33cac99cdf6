import type { SpellingsOf } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

export const NO_ARRAYS = 'SQL Server has no arrays: keep the elements as rows of a table of their own'

export const arraySpellings: SpellingsOf<'array'> = {
  array: refuse('array', NO_ARRAYS),
  arrayRepeat: refuse('arrayRepeat', NO_ARRAYS),
  sequence: refuse('sequence', 'SQL Server has no arrays: session.range(start, stop, step) gives the numbers as rows'),
  size: refuse('size', NO_ARRAYS),
  arrayContains: refuse('arrayContains', NO_ARRAYS),
  arrayPosition: refuse('arrayPosition', NO_ARRAYS),
  arraysOverlap: refuse('arraysOverlap', NO_ARRAYS),
  arrayMax: refuse('arrayMax', 'SQL Server has no arrays: greatest(…) is of columns, max(…) of rows'),
  arrayMin: refuse('arrayMin', 'SQL Server has no arrays: least(…) is of columns, min(…) of rows'),
  arrayJoin: refuse('arrayJoin', 'SQL Server has no arrays: concatWs(…) is of columns'),
  elementAt: refuse('elementAt', NO_ARRAYS),
  tryElementAt: refuse('tryElementAt', NO_ARRAYS),
  get: refuse('get', NO_ARRAYS),
}
