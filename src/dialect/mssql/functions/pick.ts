import { type Fragment, fill } from '../../fragment.ts'
import { type Spelling, type SpellingsOf, spell } from '../../spelling.ts'
import { refuse } from '../refuse.ts'

const NUMBERED = 'number the rows with rowNumber() over the other column, and take the first'

/** Of a window's frame: IGNORE NULLS stands between the call and OVER. A group has no first row. */
const byPlace =
  (name: 'first' | 'last'): Spelling =>
  (args, call) =>
    call.window
      ? fill(`${name}_value($1)${call.literals[1] === true ? ' ignore nulls' : ''}`, [args[0] as Fragment])
      : spell(refuse(`${name} of a group`, 'number the rows with rowNumber(), and take the first'), args, call)

export const pickSpellings: SpellingsOf<'pick'> = {
  first: byPlace('first'),
  last: byPlace('last'),
  maxBy: refuse('maxBy', NUMBERED),
  minBy: refuse('minBy', NUMBERED),
  mode: refuse('mode', 'count by the value, and take the first by the count'),
}
