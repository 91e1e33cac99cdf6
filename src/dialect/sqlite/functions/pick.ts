import { type Fragment, fill } from '../../fragment.ts'
import { inOrder, type Spelling, type SpellingsOf } from '../../spelling.ts'
import { ours } from '../ours.ts'

/** The first or last value: of a window's frame SQLite knows it by itself, but for the first that is not NULL. */
const byPlace =
  (name: 'first' | 'last', place: 1 | -1): Spelling =>
  ([value, ...rest], call) => {
    const known = call.literals[1] === true
    if (call.window) {
      return fill(known ? `millrace_nth_known($1, ${place})` : `${name}_value($1)`, [value as Fragment])
    }
    const rows = rest[1] ? [rest[1]] : []
    const conditions = [...(known ? ['$1 is not null'] : []), ...(rows.length > 0 ? ['$3'] : [])]
    const filter = conditions.length > 0 ? ` filter (where ${conditions.join(' and ')})` : ''
    return fill(`millrace_${name}($2)${filter}`, [value as Fragment, inOrder(value as Fragment, call), ...rows])
  }

export const pickSpellings: SpellingsOf<'pick'> = {
  first: byPlace('first', 1),
  last: byPlace('last', -1),
  maxBy: ours('max_by'),
  minBy: ours('min_by'),
  mode: 'millrace_mode($1)',
}
